package org.orbweaver.governance.office;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.LogBeforeAct;
import org.orbweaver.governance.ledger.LogBeforeAct.Need;
import org.orbweaver.governance.ledger.LogBeforeAct.Verdict;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.audit.Monitor;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.state.CaseDecisions;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.CaseState;
import org.orbweaver.governance.state.ServiceDecisions;
import org.orbweaver.governance.state.Services;
import org.orbweaver.governance.state.SignedEntry;
import org.orbweaver.governance.state.StateCheck;

/**
 * What the network may obey: decisions of a ledger that was verified whole, each with a proof that
 * {@link LogBeforeAct} grants. Where the newest checkpoint is not witnessed, what was witnessed
 * before goes on; only break-glass, and going back from it, act on the log's word for some minutes.
 * Where the ledger is wrong, nothing new is obeyed.
 */
public final class ProvenDecisions {
  /**
   * A decision that the network may obey.
   *
   * @param decision in the network's words
   * @param cosignaturesDueS until when witnesses must have seen it, seconds since the Unix epoch;
   *     empty where they have, or where nobody is asked
   */
  public record Proven(Decision decision, CaseFile file, OptionalLong cosignaturesDueS) {}

  private final LedgerSource source;
  private final TrustPolicy policy;
  private final StateCheck check;
  private final Monitor monitor;
  private final Map<Long, Long> urgentSinceS = new HashMap<>();

  private Instant latest = Instant.MIN;
  private @Nullable SignedNote last;
  private List<Proven> witnessed = List.of();
  private List<Proven> granted = List.of();
  private @Nullable Services services;
  private boolean servicesWitnessed;

  /**
   * The decisions of a ledger.
   *
   * @param policy whom to believe; one log
   */
  public ProvenDecisions(LedgerSource source, TrustPolicy policy, String origin) {
    this.source = source;
    this.policy = policy;
    this.check = new StateCheck(origin, () -> latest);
    this.monitor = new Monitor(source, policy, EntryCheck.ANY, check);
  }

  /**
   * Looks at the ledger.
   *
   * @param nowS seconds since the Unix epoch
   * @return what is wrong with it, and then what was granted before stays; or null
   * @throws IOException where it cannot be read
   */
  public Audit.@Nullable Fault refresh(long nowS) throws IOException {
    latest = Instant.ofEpochSecond(nowS).plus(Office.AHEAD);
    Monitor.Look look = monitor.look(last);
    TrustPolicy.Trusted trusted = look.audit().trusted();
    if (!look.audit().isClean() || trusted == null) {
      return look.audit().fault();
    }
    last = look.next();
    if (trusted.witnessed() || !policy.asksForWitnesses()) {
      urgentSinceS.clear();
      CaseDecisions decisions = CaseDecisions.of(check.state().cases());
      List<Proven> all = new ArrayList<>();
      for (CaseFile file : effective()) {
        add(all, file, decisions, Need.WITNESSED, nowS);
      }
      witnessed = List.copyOf(all);
      granted = witnessed;
      services = check.state().services().copy();
      servicesWitnessed = trusted.witnessed();
    } else {
      granted = withUrgent(nowS);
    }
    return null;
  }

  private List<CaseFile> effective() {
    return check
        .state()
        .cases()
        .filter(file -> file.measure() != null)
        .filter(file -> file.state() == CaseState.EFFECTIVE || file.state() == CaseState.RATIFIED)
        .toList();
  }

  /** What was granted, with break-glass and without what was restored since. */
  private List<Proven> withUrgent(long nowS) throws IOException {
    Map<String, Proven> all = new LinkedHashMap<>();
    for (Proven proven : witnessed) {
      CaseFile now = check.state().find(proven.file().id());
      boolean restored =
          now != null
              && now.state() == CaseState.ENDED
              && SignedEntry.read(entry(now.lastIndex())).entry() instanceof CaseEntry.Restored
              && isInTime(now.lastIndex(), nowS);
      if (!restored) {
        all.put(proven.file().id(), proven);
      }
    }
    // That another has taken its place is for witnesses to see first.
    CaseDecisions decisions = CaseDecisions.of(Stream.empty());
    for (CaseFile file : effective()) {
      if (file.isBreakGlass() && !all.containsKey(file.id())) {
        List<Proven> one = new ArrayList<>();
        if (isInTime(file.effectIndex(), nowS)) {
          add(one, file, decisions, Need.LOGGED, nowS);
        }
        one.forEach(proven -> all.put(file.id(), proven));
      }
    }
    return List.copyOf(all.values());
  }

  /** Whether witnesses may still be waited for; for that it must be remembered since when. */
  private boolean isInTime(long index, long nowS) {
    return nowS - sinceS(index, nowS) <= LogBeforeAct.GRACE.toSeconds();
  }

  private long sinceS(long index, long nowS) {
    return urgentSinceS.computeIfAbsent(index, any -> nowS);
  }

  private void add(List<Proven> to, CaseFile file, CaseDecisions decisions, Need need, long nowS)
      throws IOException {
    long index = file.effectIndex();
    LogBeforeAct before = new LogBeforeAct(monitor.policy());
    if (before.ask(entry(index), proof(index), need, nowS) instanceof Verdict.Granted yes) {
      Decision decision = decisions.decision(file, yes.witnessed());
      if (decision != null) {
        to.add(
            new Proven(
                decision,
                file,
                yes.cosignaturesDueS().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(sinceS(index, nowS) + LogBeforeAct.GRACE.toSeconds())));
      }
    }
  }

  private byte[] entry(long index) throws IOException {
    return new TileReader(source, size()).entry(index);
  }

  private byte[] proof(long index) throws IOException {
    ProofMaker maker = new ProofMaker(new TileReader(source, size()));
    return new ProofFile(index, maker.inclusion(index, size()), note(), null).bytes();
  }

  private SignedNote note() {
    if (last == null) {
      throw new IllegalStateException("not looked at yet");
    }
    return last;
  }

  private long size() {
    return Checkpoint.parse(note().text()).size();
  }

  /** What decides at an instant, in the order of the ledger. */
  public List<Proven> inForce(Instant at) {
    long atNs = Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L) + at.getNano();
    return granted.stream()
        .filter(proven -> proven.decision().isInForce(atNs))
        .sorted(java.util.Comparator.comparingLong((Proven proven) -> proven.file().effectIndex()))
        .toList();
  }

  /** All that was granted, each with its case. */
  public List<Proven> granted() {
    return granted;
  }

  /**
   * A decision as far as it acts already: one that lets only authorised terminals into an area
   * waits for the waves of the area's allow-list. Null where it waits for all of them.
   */
  public @Nullable Decision staged(Decision decision) {
    return services == null ? decision : ServiceDecisions.staged(decision, services);
  }

  /**
   * What limited and paused lines, authorisations and allow-lists mean, as the ledger was when it
   * could be believed last.
   */
  public List<Decision> ofServices() {
    return services == null ? List.of() : ServiceDecisions.of(services, servicesWitnessed);
  }

  /** All that was granted, what is yet to come too: the network obeys each at its time. */
  public List<Decision> decisions() {
    List<Decision> all = new ArrayList<>();
    for (Proven proven : granted) {
      Decision now = staged(proven.decision());
      if (now != null) {
        all.add(now);
      }
    }
    all.addAll(ofServices());
    return List.copyOf(all);
  }
}
