package org.orbweaver.governance.ledger.audit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import org.orbweaver.governance.signing.VerifierKey;

/** Verifies a ledger as whoever does not trust it can: from its entries up. For one thread. */
public final class Auditor {
  private final LedgerSource source;
  private TrustPolicy policy;
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
   * still knows them; then nothing but what is new is read and hashed.
   *
   * @throws UntrustedException where the earlier checkpoint is none of this policy's
   * @throws IOException where the source fails in another way than lacking a file
   */
  public Audit audit(@Nullable SignedNote earlier) throws IOException {
    SignedNote note;
    try {
      byte[] bytes = source.read(LedgerSource.CHECKPOINT);
      if (bytes == null) {
        return failed(null, Fault.of(Kind.CHECKPOINT, "there is no file 'checkpoint'"));
      }
      note = SignedNote.parse(bytes);
      if (!isBelieved(note) || (earlier != null && !isBelieved(earlier))) {
        follow(note, earlier);
      }
    } catch (MalformedException e) {
      return failed(null, Fault.of(Kind.CHECKPOINT, e.message()));
    }
    TrustPolicy.Trusted known = earlier == null ? null : policy.trust(earlier);
    TrustPolicy.Trusted trusted;
    try {
      trusted = policy.trust(note);
    } catch (UntrustedException e) {
      return failed(null, Fault.of(Kind.CHECKPOINT, e.message()));
    }
    Audit audit = audit(trusted, known);
    OrderedCheck.LogKeyRule keys = ordered.logKeys();
    if (!audit.isClean() || keys == null) {
      return audit;
    }
    return isByItsKey(trusted, keys) && (known == null || isByItsKey(known, keys))
        ? audit
        : failed(
            trusted,
            Fault.of(Kind.CHECKPOINT, "it is signed by a key that was not the log's at its size"));
  }

  private boolean isBelieved(SignedNote note) {
    try {
      policy.trust(note);
      return true;
    } catch (UntrustedException e) {
      return false;
    }
  }

  private static boolean isByItsKey(TrustPolicy.Trusted trusted, OrderedCheck.LogKeyRule keys) {
    VerifierKey key = keys.at(trusted.checkpoint().size());
    String text = trusted.note().text();
    return trusted.note().signatures().stream()
        .anyMatch(signature -> signature.claims(key) && signature.isBy(key, text));
  }

  /**
   * Learns of keys that took the place of those of the policy, as far as the entries prove them:
   * what the checkpoint claims is recomputed, and believed in nothing else.
   */
  private void follow(SignedNote note, @Nullable SignedNote earlier) throws IOException {
    Checkpoint claimed = Checkpoint.parse(note.text());
    List<VerifierKey> believed = policy.logKeys(claimed.origin());
    if (ordered.size() < 0 || believed.isEmpty()) {
      return;
    }
    TrustPolicy.Trusted known =
        earlier != null && isBelieved(earlier) ? policy.trust(earlier) : null;
    TrustPolicy.Trusted claim =
        new TrustPolicy.Trusted(claimed, note, believed.getFirst(), Map.of(), false);
    Audit audit = audit(claim, known);
    OrderedCheck.LogKeyRule keys = ordered.logKeys();
    ordered.reset();
    if (audit.isClean() && keys != null) {
      long verified = known == null ? 0 : known.checkpoint().size();
      for (VerifierKey key : believed) {
        policy = policy.with(keys.following(key, verified));
      }
    }
  }

  /** Whom it believes: keys that entries put in the place of the policy's were added by audits. */
  public TrustPolicy policy() {
    return policy;
  }

  /**
   * The same for a checkpoint that has been read already.
   *
   * @throws IOException where the source fails in another way than lacking a file
   */
  private Audit audit(TrustPolicy.Trusted trusted, TrustPolicy.@Nullable Trusted known)
      throws IOException {
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
        edge = RightEdge.read(source, old.size(), now.size());
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
    return new Audit(trusted, 0, 0, 0, fault);
  }
}
