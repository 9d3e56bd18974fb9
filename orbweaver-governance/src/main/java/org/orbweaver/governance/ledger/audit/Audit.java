package org.orbweaver.governance.ledger.audit;

import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.TrustPolicy;

/**
 * What an audit found.
 *
 * @param trusted the checkpoint, or null where it is not to be believed
 * @param from index of the first entry that was recomputed; those before it were vouched for by an
 *     earlier checkpoint
 * @param entries recomputed entries
 * @param hashed entries that were hashed for it, in all
 * @param fault the first thing that is wrong, or null
 */
public record Audit(
    TrustPolicy.@Nullable Trusted trusted,
    long from,
    long entries,
    long hashed,
    @Nullable Fault fault) {
  /** What kind of thing is wrong. */
  public enum Kind {
    /** The checkpoint is missing, malformed, unsigned or of another log. */
    CHECKPOINT,
    /** It does not contain what an earlier checkpoint contained. */
    HISTORY,
    /** An entry is not the one that was signed, or is missing. */
    ENTRY,
    /** Entries and root are right, a tile is not: proofs made from it fail. */
    TILE,
    /** Entries and tiles agree with each other, but not with what was signed. */
    ROOT,
    /** An entry is the one that was signed, but should never have been. */
    CONTENT
  }

  /**
   * Something wrong.
   *
   * @param first index of the first entry that it is about, or -1
   * @param last index of the last entry that it may be about, or -1
   */
  public record Fault(Kind kind, long first, long last, String what) {
    static Fault of(Kind kind, String what) {
      return new Fault(kind, -1, -1, what);
    }

    static Fault at(Kind kind, long index, String what) {
      return new Fault(kind, index, index, what);
    }
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return fault == null;
  }
}
