package org.orbweaver.governance.ledger.audit;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * Follows a ledger: recomputes what has come since its last look, and compares what is signed now
 * with what was signed then.
 */
public final class Monitor {
  /**
   * One look.
   *
   * @param audit what has come since
   * @param evidence where the log contradicts itself, else null
   * @param next what to compare the next look with: the checkpoint of this one where it is clean,
   *     else the one before
   */
  public record Look(Audit audit, @Nullable Evidence evidence, @Nullable SignedNote next) {}

  private final LedgerSource source;
  private TrustPolicy policy;
  private final EntryCheck check;
  private final OrderedCheck<?> ordered;

  public Monitor(LedgerSource source, TrustPolicy policy, EntryCheck check) {
    this(source, policy, check, OrderedCheck.ANY);
  }

  /** The same, where entries are checked in their order too. */
  public Monitor(
      LedgerSource source, TrustPolicy policy, EntryCheck check, OrderedCheck<?> ordered) {
    this.ordered = ordered;
    this.source = source;
    this.policy = policy;
    this.check = check;
  }

  /** Whom it believes: the policy, and keys that entries have put in the place of its log's. */
  public TrustPolicy policy() {
    return policy;
  }

  /**
   * Looks once.
   *
   * @param last of the look before, or null where there was none
   * @throws UntrustedException where the last is none of this policy's
   * @throws IOException where the source cannot be read
   */
  public Look look(@Nullable SignedNote last) throws IOException {
    // One read for everything: a checkpoint that changes meanwhile is for the next look.
    byte[] bytes = source.read(LedgerSource.CHECKPOINT);
    LedgerSource frozen = path -> path.equals(LedgerSource.CHECKPOINT) ? bytes : source.read(path);
    Auditor auditor = new Auditor(frozen, policy, check, ordered);
    Audit audit = auditor.audit(last);
    policy = auditor.policy();
    TrustPolicy.Trusted now = audit.trusted();
    if (audit.isClean()) {
      return new Look(audit, null, Objects.requireNonNull(now).note());
    }
    if (ordered.size() >= 0) {
      ordered.reset();
    }
    return new Look(audit, last == null || now == null ? null : evidence(last, now), last);
  }

  private @Nullable Evidence evidence(SignedNote last, TrustPolicy.Trusted now) throws IOException {
    Checkpoint old = Checkpoint.parse(last.text());
    return against(last, now.note(), source, old.size() <= now.checkpoint().size()).orElse(null);
  }

  /**
   * Compares with what others saw: a checkpoint that a friend, a witness or another mirror has.
   *
   * @return evidence where the log contradicts itself; empty where the two agree, or where the
   *     ledger's files do not suffice to show that they do not
   * @throws MalformedException where one is no checkpoint
   * @throws UntrustedException where one is not to be believed
   */
  public Optional<Evidence> compare(SignedNote one, SignedNote other) throws IOException {
    policy.trust(one);
    policy.trust(other);
    boolean ordered = Checkpoint.parse(one.text()).size() <= Checkpoint.parse(other.text()).size();
    return against(one, other, source, ordered);
  }

  private Optional<Evidence> against(
      SignedNote one, SignedNote other, LedgerSource files, boolean ordered) throws IOException {
    SignedNote first = ordered ? one : other;
    SignedNote second = ordered ? other : one;
    Checkpoint a = Checkpoint.parse(first.text());
    Checkpoint b = Checkpoint.parse(second.text());
    Evidence evidence = new Evidence(first, second, null, List.of());
    if (a.size() < b.size()) {
      try {
        ProofMaker maker = new ProofMaker(new TileReader(files, b.size()));
        Hash beginning = maker.root(a.size());
        evidence = new Evidence(first, second, beginning, maker.consistency(a.size(), b.size()));
      } catch (DamagedException e) {
        return Optional.empty();
      }
    }
    try {
      evidence.verify(policy);
      return Optional.of(evidence);
    } catch (UntrustedException e) {
      return Optional.empty();
    }
  }
}
