package org.orbweaver.governance.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Which key signs the ledger's checkpoints, by their size. The checkpoint that holds the entry by
 * which a key is replaced is the last that the old one signs.
 *
 * @param terms the genesis' key first; at least one
 */
public record LogKeys(List<Term> terms) implements OrderedCheck.LogKeyRule {
  /**
   * A key's time.
   *
   * @param after it signs checkpoints of more entries than these
   * @param key the log's
   * @param handover the old key's word for it, see {@link KeyProof}; null where the old key was
   *     lost or is no longer believed, and then the people's decision alone speaks for it
   */
  public record Term(long after, VerifierKey key, @Nullable String handover) {}

  public LogKeys {
    terms = List.copyOf(terms);
  }

  /** The genesis' key. */
  static LogKeys of(VerifierKey key) {
    return new LogKeys(List.of(new Term(0, key, null)));
  }

  /** The same with another key after so many entries. */
  LogKeys then(long after, VerifierKey key, @Nullable String handover) {
    return new LogKeys(
        Stream.concat(terms.stream(), Stream.of(new Term(after, key, handover))).toList());
  }

  @Override
  public VerifierKey at(long size) {
    VerifierKey key = terms.getFirst().key();
    for (Term term : terms) {
      if (size > term.after()) {
        key = term.key();
      }
    }
    return key;
  }

  /** The key that signs what comes next. */
  public VerifierKey latest() {
    return terms.getLast().key();
  }

  /** Whether a key is or was the log's. */
  boolean has(VerifierKey key) {
    return terms.stream().anyMatch(term -> Board.raw(term.key()).equals(Board.raw(key)));
  }

  /**
   * Keys that somebody who believes one of them may believe too: those after it, as far as each has
   * the word of the one before, or was decided in a part of the ledger that continues what is
   * believed already.
   */
  @Override
  public List<VerifierKey> following(VerifierKey believed, long verified) {
    List<VerifierKey> keys = new ArrayList<>();
    Optional<VerifierKey> before = Optional.empty();
    for (Term term : terms) {
      boolean handed =
          before
              .filter(old -> (verified > 0 && term.after() >= verified) || isHandedOver(old, term))
              .isPresent();
      if (handed) {
        keys.add(term.key());
      }
      before = handed || term.key().equals(believed) ? Optional.of(term.key()) : Optional.empty();
    }
    return keys;
  }

  private static boolean isHandedOver(VerifierKey old, Term term) {
    String handover = term.handover();
    return handover != null && KeyProof.isHandedOver(old, term.key(), handover);
  }
}
