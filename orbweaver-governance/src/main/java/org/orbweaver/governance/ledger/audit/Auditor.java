package org.orbweaver.governance.ledger.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit.Fault;
import org.orbweaver.governance.ledger.audit.Audit.Kind;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;

/** Verifies a ledger as whoever does not trust it can: from its entries up. */
public final class Auditor {
  private final LedgerSource source;
  private final TrustPolicy policy;
  private final EntryCheck check;
  private final OrderedCheck<?> ordered;

  public Auditor(LedgerSource source, TrustPolicy policy, EntryCheck check) {
    this(source, policy, check, OrderedCheck.ANY);
  }

  /** The same, where entries are checked in their order too. */
  public Auditor(
      LedgerSource source, TrustPolicy policy, EntryCheck check, OrderedCheck<?> ordered) {
    this.source = source;
    this.policy = policy;
    this.check = check;
    this.ordered = ordered;
  }

  /** Everything, from the first entry. */
  public Audit audit() throws IOException {
    return audit(null);
  }

  /**
   * What has come since an earlier checkpoint that an audit found clean; everything where it is
   * null. That the ledger still begins with it is verified. Where entries are checked in their
   * order, the earlier ones are read and ordered again, but for their signatures, unless the check
   * still knows them.
   *
   * @throws UntrustedException where the earlier checkpoint is none of this policy's
   * @throws IOException where the source fails in another way than lacking a file
   */
  public Audit audit(@Nullable SignedNote earlier) throws IOException {
    TrustPolicy.Trusted known = earlier == null ? null : policy.trust(earlier);
    TrustPolicy.Trusted trusted;
    try {
      byte[] bytes = source.read(LedgerSource.CHECKPOINT);
      if (bytes == null) {
        return failed(null, Fault.of(Kind.CHECKPOINT, "there is no file 'checkpoint'"));
      }
      trusted = policy.trust(SignedNote.parse(bytes));
    } catch (MalformedException | UntrustedException e) {
      return failed(null, Fault.of(Kind.CHECKPOINT, String.valueOf(e.getMessage())));
    }
    return audit(trusted, known);
  }

  /**
   * The same for a checkpoint that has been read already.
   *
   * @throws IOException where the source fails in another way than lacking a file
   */
  Audit audit(TrustPolicy.Trusted trusted, TrustPolicy.@Nullable Trusted known) throws IOException {
    RightEdge edge = new RightEdge();
    if (ordered.size() >= 0 && (known == null || ordered.size() != known.checkpoint().size())) {
      ordered.reset();
    }
    if (known != null) {
      Checkpoint old = known.checkpoint();
      Checkpoint now = trusted.checkpoint();
      if (!old.origin().equals(now.origin())) {
        return failed(trusted, Fault.of(Kind.HISTORY, "the earlier checkpoint is of another log"));
      }
      if (old.size() > now.size()) {
        return failed(
            trusted,
            Fault.of(
                Kind.HISTORY,
                "the ledger has " + now.size() + " entries; it had " + old.size() + " before"));
      }
      if (old.size() == now.size() && !old.root().equals(now.root())) {
        return failed(
            trusted, Fault.of(Kind.HISTORY, "two roots were signed for the size " + old.size()));
      }
      if (ordered.size() == 0 && old.size() > 0) {
        return new Recomputation<>(source, trusted, check, ordered, edge, old).run();
      }
      try {
        edge = RightEdge.read(source, old.size());
      } catch (DamagedException e) {
        return failed(trusted, Fault.of(Kind.TILE, e.message()));
      }
      if (!edge.root().equals(old.root())) {
        return failed(
            trusted,
            Fault.of(
                Kind.HISTORY,
                "its first " + old.size() + " entries are not those of the earlier checkpoint"));
      }
    }
    return new Recomputation<>(source, trusted, check, ordered, edge, null).run();
  }

  private static Audit failed(TrustPolicy.@Nullable Trusted trusted, Fault fault) {
    return new Audit(trusted, 0, 0, fault);
  }
}
