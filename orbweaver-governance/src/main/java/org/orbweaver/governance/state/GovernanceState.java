package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.entry.ServiceEntry;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * What a governed ledger means after so many entries. Each entry is accepted, and is part of the
 * state, or refused by name, and then nothing has changed. The same entries give the same answers
 * always: time comes from the entries. Not for several threads.
 */
public final class GovernanceState {
  private final String origin;
  private final @Nullable GovernanceState parent;
  private final Table<String, CaseFile> cases;
  private final Table<Hash, String> byReceipt;
  private final Services services;
  private final Table<Hash, Long> attempts;
  private final Table<String, Instant> lastSigned;
  private final Table<Hash, SealFacts> seals;

  private @Nullable Board board;
  private long size;
  private long caseCount;
  private Instant now = Instant.MIN;

  /** Where break-glass acted that is not ratified. */
  private List<Glass> unratified = List.of();

  /** Of a ledger without entries. */
  public GovernanceState(String origin) {
    this(origin, new Services());
  }

  private GovernanceState(String origin, Services services) {
    this.origin = origin;
    this.parent = null;
    this.cases = new Table<>();
    this.byReceipt = new Table<>();
    this.services = services;
    this.attempts = new Table<>();
    this.lastSigned = new Table<>();
    this.seals = new Table<>();
  }

  private GovernanceState(GovernanceState parent) {
    this.origin = parent.origin;
    this.parent = parent;
    this.cases = parent.cases.fork();
    this.byReceipt = parent.byReceipt.fork();
    this.services = parent.services.fork();
    this.attempts = parent.attempts.fork();
    this.lastSigned = parent.lastSigned.fork();
    this.seals = parent.seals.fork();
    this.board = parent.board;
    this.size = parent.size;
    this.caseCount = parent.caseCount;
    this.now = parent.now;
    this.unratified = parent.unratified;
  }

  /** A state as it was saved. */
  GovernanceState(Saved saved) {
    this(saved.origin(), saved.services());
    board = saved.people() == null ? null : saved.people().board();
    size = saved.size();
    caseCount = saved.caseCount();
    now = saved.now();
    saved.attempts().forEach(attempt -> attempts.put(attempt.payload(), attempt.index()));
    saved.lastSigned().forEach(by -> lastSigned.put(by.person(), by.time()));
    saved.seals().forEach(seal -> seals.put(seal.commitment(), seal));
    for (CaseFile file : saved.cases()) {
      cases.put(file.id(), file);
      if (file.opening() instanceof CaseEntry.Received received) {
        byReceipt.put(received.receipt(), file.id());
      }
    }
    unratified =
        saved.cases().stream()
            .filter(file -> file.isBreakGlass() && file.effectIndex() >= 0 && !file.ratified())
            .sorted(Comparator.comparingLong(CaseFile::effectIndex))
            .map(file -> Glass.of(file.opening()))
            .toList();
  }

  /** All of it; of a state that is no fork. */
  Saved saved() {
    return new Saved(
        origin,
        size,
        caseCount,
        now,
        Saved.People.of(board),
        cases.values().toList(),
        Saved.attempts(attempts),
        Saved.signed(lastSigned),
        seals.values().toList(),
        services.lines().toList(),
        services.terminals().toList(),
        services.authorisations().toList(),
        services.allowLists().toList(),
        Saved.indexes(services.indexes));
  }

  /** A state on which entries can be tried; this one stays as it is until {@link #join}. */
  public GovernanceState fork() {
    return new GovernanceState(this);
  }

  /** Makes the state that this was forked from the same as this; it must not have changed since. */
  public void join() {
    if (parent == null) {
      throw new IllegalStateException("not a fork");
    }
    cases.join();
    byReceipt.join();
    services.join();
    attempts.join();
    lastSigned.join();
    seals.join();
    parent.board = board;
    parent.size = size;
    parent.caseCount = caseCount;
    parent.now = now;
    parent.unratified = unratified;
  }

  /**
   * Applies an envelope, its signatures verified.
   *
   * @param index where it stands or would stand, which is the number of entries so far
   */
  public Outcome apply(long index, Envelope envelope) {
    SignedEntry signed;
    try {
      signed = SignedEntry.of(envelope);
    } catch (MalformedException e) {
      return new Outcome.Refused(Refusal.NOT_AN_ENTRY, e.message(), false);
    }
    return apply(index, signed, SignatureCheck.AT_ONCE);
  }

  /** Applies an entry that has been read already. */
  public Outcome apply(long index, SignedEntry signed, SignatureCheck signatures) {
    if (index != size) {
      throw new IllegalArgumentException("entry " + index + " after " + size);
    }
    Entry entry = signed.entry();
    boolean attempted = false;
    try {
      if (entry instanceof Genesis genesis) {
        found(signed, genesis, signatures);
      } else {
        Member by = author(signed, signatures);
        attempted = isLater(entry.header());
        follow(signed, by);
      }
    } catch (RefusedException e) {
      return e.outcome(attempted);
    }
    size++;
    return new Outcome.Accepted(entry);
  }

  /** Whether it was signed after the last entry of the same author. */
  private boolean isLater(Header header) {
    Instant last = lastSigned.get(header.by());
    return last == null || header.time().isAfter(last);
  }

  /** Who signed it. */
  private Member author(SignedEntry signed, SignatureCheck signatures) {
    Entry entry = signed.entry();
    Header header = entry.header();
    require(header.origin().equals(origin), Refusal.WRONG_ORIGIN, header.origin());
    if (board == null) {
      throw new RefusedException(Refusal.GENESIS_MISSING, "");
    }
    Member by = board.active(header.by());
    if (by == null) {
      throw new RefusedException(Refusal.UNKNOWN_PERSON, header.by());
    }
    require(!by.keyRevoked(), Refusal.KEY_REVOKED);
    List<VerifierKey> keys = new ArrayList<>(List.of(by.person().key()));
    if (entry instanceof PersonEntry.KeyRotated rotated) {
      keys.add(rotated.key());
    }
    Signatures.require(signed.envelope(), keys, signatures);
    return by;
  }

  private void follow(SignedEntry signed, Member by) {
    Board before = Objects.requireNonNull(board);
    Entry entry = signed.entry();
    Header header = entry.header();
    require(!header.time().isBefore(now.minus(before.settings().signatureAge())), Refusal.TOO_OLD);
    Instant time = header.time().isAfter(now) ? header.time() : now;
    apply(new Step(before, size, signed.leaf(), time, header.time(), by), entry);
    now = time;
    if (isLater(header)) {
      lastSigned.put(header.by(), header.time());
    }
  }

  private void found(SignedEntry signed, Genesis genesis, SignatureCheck signatures) {
    String named = genesis.header().origin();
    require(named.equals(origin), Refusal.WRONG_ORIGIN, named);
    require(board == null, Refusal.GENESIS_AGAIN);
    List<VerifierKey> keys = genesis.people().stream().map(Person::key).toList();
    Signatures.require(signed.envelope(), keys, signatures);
    Board founded = BoardRules.found(genesis, signed.leaf());
    require(founded.members().containsKey(genesis.header().by()), Refusal.UNKNOWN_PERSON);
    board = founded;
    now = genesis.header().time();
  }

  private void apply(Step step, Entry entry) {
    CaseFile file = entry instanceof CaseEntry.Step on ? known(on) : null;
    boolean governance = file != null && file.isGovernance();
    require(Duties.of(entry, governance).stream().anyMatch(step.by()::may), Refusal.ROLE_MISSING);
    switch (entry) {
      case CaseEntry.Opening opening -> open(step, opening);
      case CaseEntry.Step on -> goOn(step, Objects.requireNonNull(file), on);
      case PersonEntry person -> board = BoardRules.changed(step, person);
      case ServiceEntry service -> services.apply(step, lookup(), service);
      case OfficeEntry office -> {
        OfficeRules.check(office, attempts);
        attempts.put(office.attempt(), step.index());
      }
      case SealEntry seal -> SealRules.apply(step, lookup(), seals, seal);
      case Genesis genesis -> throw new RefusedException(Refusal.GENESIS_AGAIN, "");
    }
  }

  private CaseFile known(CaseEntry.Step on) {
    CaseFile file = cases.get(on.caseId());
    if (file == null) {
      throw new RefusedException(Refusal.NO_SUCH_CASE, on.caseId());
    }
    require(on.on().equals(file.on()), Refusal.CASE_CHANGED);
    return file;
  }

  private void open(Step step, CaseEntry.Opening opening) {
    CaseDraft draft = OpeningRules.open(step, lookup(), opening, origin);
    if (opening instanceof CaseEntry.Received received) {
      require(byReceipt.get(received.receipt()) == null, Refusal.RECEIPT_TAKEN);
    }
    put(step, draft);
    caseCount++;
    if (opening instanceof CaseEntry.Received received) {
      byReceipt.put(received.receipt(), received.caseId());
    }
  }

  private void goOn(Step step, CaseFile file, CaseEntry.Step on) {
    CaseDraft draft = new CaseDraft(file);
    switch (on) {
      case CaseEntry.Vote vote -> VoteRules.apply(step, lookup(), draft, vote);
      case CaseEntry.Act act -> new ActRules(step, lookup(), draft).apply(act);
    }
    if (on instanceof CaseEntry.Executed && file.isGovernance()) {
      board = BoardRules.changed(step.board(), origin, file.changes(), step.leaf(), step.index());
    }
    if (on instanceof CaseEntry.BreakGlassConfirmed) {
      unratified = Stream.concat(unratified.stream(), Stream.of(Glass.of(draft.opening))).toList();
    } else if (draft.ratified) {
      unratified = unratified.stream().filter(one -> !one.caseId().equals(draft.id)).toList();
    }
    put(step, draft);
  }

  private void put(Step step, CaseDraft draft) {
    draft.lastIndex = step.index();
    cases.put(draft.id, draft.file());
  }

  private Cases lookup() {
    return new Cases() {
      @Override
      public @Nullable CaseFile find(String id) {
        return cases.get(id);
      }

      @Override
      public List<Glass> unratified() {
        return unratified;
      }
    };
  }

  /** The ledger's. */
  public String origin() {
    return origin;
  }

  /** Entries so far. */
  public long size() {
    return size;
  }

  /**
   * The time of the last entry, or of the latest before it; {@link Instant#MIN} without entries.
   */
  public Instant now() {
    return now;
  }

  /** Who acts, and by which rules; null before the genesis. */
  public @Nullable Board board() {
    return board;
  }

  /** A case, or null. */
  public @Nullable CaseFile find(String caseId) {
    return cases.get(caseId);
  }

  /** The case of a receipt, or null. */
  public @Nullable CaseFile findByReceipt(String receipt) {
    String id = byReceipt.get(Receipt.hash(receipt));
    return id == null ? null : cases.get(id);
  }

  /** Whether an attempt, by the hash of its payload, stands in the ledger. */
  public boolean isRecorded(Hash attempt) {
    return attempts.get(attempt) != null;
  }

  /** All cases, the oldest first. */
  public Stream<CaseFile> cases() {
    return cases.values();
  }

  /** Lines, terminals, authorisations and allow-lists. */
  public Services services() {
    return services;
  }

  /** What was ever sealed, the oldest first. */
  public Stream<SealFacts> seals() {
    return seals.values();
  }

  /** How many cases were ever opened. */
  public long caseCount() {
    return caseCount;
  }

  /** What decides about service at a time, by the ledger as it is, in the order of the ledger. */
  public List<CaseFile> inForce(Instant at) {
    CaseDecisions decisions = CaseDecisions.of(cases());
    return cases()
        .filter(file -> file.measure() != null && decisions.isInForce(file, at))
        .sorted(Comparator.comparingLong(CaseFile::effectIndex))
        .toList();
  }
}
