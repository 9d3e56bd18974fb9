package org.orbweaver.governance.office;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;
import org.orbweaver.governance.state.Refusal;
import org.orbweaver.governance.state.SignatureCheck;
import org.orbweaver.governance.state.SignedEntry;
import org.orbweaver.governance.state.StateCheck;

/**
 * Takes envelopes that people signed on their machines and appends those that the fold accepts; the
 * only way into a governed ledger. It signs for nobody. May be used by several threads.
 */
public final class Office {
  /** How far clocks of people's machines may be ahead. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * The office's own hand: a program of the ledger with its key, by which attempts are put down.
   */
  public record Clerk(String id, SignerKey key) {}

  /** What became of envelopes. */
  public sealed interface Answer {
    /** They are durable and published, from this index on. */
    record Appended(long first, DurableLog.Appended proof) implements Answer {}

    /**
     * None of them is part of the ledger.
     *
     * @param position of the first that is refused, from 0
     * @param recorded whether the attempt was put down
     */
    record Refused(int position, Refusal refusal, String sentence, boolean recorded)
        implements Answer {}
  }

  private final DurableLog log;
  private final @Nullable Clerk clerk;
  private final GovernanceState state;

  private Office(DurableLog log, GovernanceState state, @Nullable Clerk clerk) {
    this.log = log;
    this.state = state;
    this.clerk = clerk;
  }

  /**
   * Whether a ledger is governed: where its first entry is one of a governed ledger. One without
   * entries is not yet.
   *
   * @throws IOException where its files cannot be read
   */
  public static boolean isGoverned(LedgerSource source, long size) throws IOException {
    if (size == 0) {
      return false;
    }
    try {
      return Envelope.parse(new TileReader(source, size).entry(0)).payloadType().equals(Entry.TYPE);
    } catch (MalformedException e) {
      return false;
    }
  }

  /**
   * Opens the office of a ledger, all of which is verified first.
   *
   * @param clerk who puts down attempts, or null where they are not put down
   * @throws DamagedException where an entry should not stand where it stands
   * @throws IOException where the ledger cannot be read
   */
  public static Office open(DurableLog log, TrustPolicy policy, @Nullable Clerk clerk)
      throws IOException {
    StateCheck check = new StateCheck(log.checkpoint().origin());
    Audit audit = new Auditor(log.source(), policy, EntryCheck.ANY, check).audit();
    Audit.Fault fault = audit.fault();
    if (fault != null) {
      throw new DamagedException(
          (fault.first() < 0 ? "" : "entry " + fault.first() + ": ") + fault.what(),
          LedgerSource.CHECKPOINT);
    }
    return new Office(log, check.state(), clerk);
  }

  /** The same office with a clerk who puts down attempts. */
  public Office with(Clerk other) {
    return new Office(log, state, other);
  }

  /** What the ledger means now; must not be changed. */
  public GovernanceState state() {
    return state;
  }

  /**
   * Appends envelopes, all or none; returns when they are durable and published.
   *
   * @param now what the office's clock says
   * @throws org.orbweaver.governance.ledger.store.UnknownOutcomeException where nobody can say
   *     whether they are part of the ledger: open it again
   * @throws IOException where they could not be written; then none is part of it
   */
  public synchronized Answer submit(List<byte[]> envelopes, Instant now) throws IOException {
    GovernanceState trial = state.fork();
    for (int i = 0; i < envelopes.size(); i++) {
      SignedEntry signed;
      try {
        signed = SignedEntry.read(envelopes.get(i));
      } catch (MalformedException e) {
        return refused(i, Refusal.NOT_AN_ENTRY, e.message());
      }
      if (signed.entry().header().time().isAfter(now.plus(AHEAD))) {
        return refused(i, Refusal.FROM_THE_FUTURE, "");
      }
      if (trial.apply(trial.size(), signed, SignatureCheck.AT_ONCE)
          instanceof Outcome.Refused refused) {
        boolean recorded = refused.attempted() && record(signed, refused.refusal(), now);
        return new Answer.Refused(i, refused.refusal(), refused.toString(), recorded);
      }
    }
    if (!isSignedRightly(trial)) {
      return refused(envelopes.size() - 1, Refusal.WRONG_LOG_KEY, "");
    }
    DurableLog.Appended appended = log.append(envelopes);
    trial.join();
    return new Answer.Appended(appended.first(), appended);
  }

  /** Whether this log's key is the one that signs a checkpoint of all these entries. */
  private boolean isSignedRightly(GovernanceState trial) {
    Board board = trial.board();
    return board == null || board.logs().at(trial.size()).equals(log.key());
  }

  private static Answer refused(int position, Refusal refusal, String detail) {
    return new Answer.Refused(
        position, refusal, new Outcome.Refused(refusal, detail, false).toString(), false);
  }

  /** Puts an attempt down, once. */
  private boolean record(SignedEntry signed, Refusal refusal, Instant now) throws IOException {
    Hash attempt = Hash.leaf(signed.envelope().payload());
    if (clerk == null || state.isRecorded(attempt)) {
      return false;
    }
    Entry entry = signed.entry();
    OfficeEntry.AttemptRefused put =
        new OfficeEntry.AttemptRefused(
            new Header(state.origin(), now, clerk.id()),
            attempt,
            entry.header().by(),
            entry.kind(),
            entry instanceof CaseEntry of ? of.caseId() : null,
            refusal.name());
    byte[] envelope = Envelope.sign(Entry.TYPE, EntryCodec.encode(put), clerk.key()).bytes();
    GovernanceState trial = state.fork();
    if (trial.apply(trial.size(), SignedEntry.read(envelope), SignatureCheck.AT_ONCE)
            instanceof Outcome.Refused
        || !isSignedRightly(trial)) {
      return false;
    }
    log.append(envelope);
    trial.join();
    return true;
  }

  /**
   * Begins a governed ledger in one without entries.
   *
   * @param entries the genesis, and what may follow it at once
   * @throws IOException where they could not be written
   */
  public static Answer found(DurableLog log, List<byte[]> entries, Instant now) throws IOException {
    return log.checkpoint().size() > 0
        ? refused(0, Refusal.GENESIS_AGAIN, "")
        : new Office(log, new GovernanceState(log.checkpoint().origin()), null)
            .submit(entries, now);
  }
}
