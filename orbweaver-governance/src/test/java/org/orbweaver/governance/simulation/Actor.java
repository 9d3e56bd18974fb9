package org.orbweaver.governance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.CaseState;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.LineFacts;
import org.orbweaver.governance.state.TestAreas;
import org.orbweaver.governance.state.TestBoard;

/** What people try next: mostly what a case needs, often by the wrong one or at the wrong time. */
final class Actor {
  private static final List<String> APPROVERS =
      List.of("ops-1", "ops-2", "legal-1", "legal-2", "relief-1");
  private static final List<String> ALL =
      List.of(
          "intake",
          "intake-2",
          "analyst",
          "ops-1",
          "ops-2",
          "legal-1",
          "legal-2",
          "relief-1",
          "glass-1",
          "glass-2",
          "steward",
          "admin",
          "overseer",
          "executor",
          "desk");
  private static final List<String> AREAS = TestAreas.names();
  private static final Set<CaseState> OVER =
      EnumSet.of(
          CaseState.REFUSED,
          CaseState.EXPIRED,
          CaseState.WITHDRAWN,
          CaseState.AUTO_REVERTED,
          CaseState.ENDED);
  private static final List<String> ORGANISATIONS = List.of("neighbour", "counsel", "relief-org");

  private final Random random;
  private final TestBoard board;

  /** How often anything but what a case needs is tried: the more, the less. */
  private final int care;

  private int opened;

  Actor(Random random, TestBoard board, int care) {
    this.random = random;
    this.board = board;
    this.care = care;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Whose step it is, or now and then anybody. */
  private Header by(String... right) {
    String id = random.nextInt(9 * care) == 0 ? one(ALL) : right[random.nextInt(right.length)];
    Instant signed = board.now().minusSeconds(random.nextInt(120));
    return new Header(TestBoard.ORIGIN, signed, id);
  }

  private Header byApprover() {
    return by(APPROVERS.toArray(String[]::new));
  }

  /** Something to try. */
  Entry next(GovernanceState state) {
    if (random.nextInt(8 * care) == 0) {
      return funding(state);
    }
    List<CaseFile> files = state.cases().toList();
    boolean over = care > 1 && !files.isEmpty() && OVER.contains(files.getLast().state());
    if (files.isEmpty() || random.nextInt(over ? 3 : 16 * care) == 0) {
      return opening();
    }
    // The latest cases most, so that some get to their end.
    CaseFile file = files.get(Math.max(0, files.size() - 1 - random.nextInt(2)));
    return random.nextInt(8 * care) == 0 ? anything(state, file) : natural(file);
  }

  /** Somebody's line, whose payer comes and goes. */
  private Entry funding(GovernanceState state) {
    String line = random.nextInt(4) == 0 ? "SL-0002" : "SL-0001";
    LineFacts facts = state.services().line(line);
    if (facts == null) {
      return new LineEntry.Opened(
          by("intake"),
          line,
          line.equals("SL-0001") ? ServiceClass.CONSUMER : ServiceClass.HOSPITAL,
          random.nextInt(4) == 0 ? "PAY-0001" : null,
          Hash.leaf(new byte[0]));
    }
    int next = Math.min(facts.funding().state().ordinal() + 1, FundingState.values().length - 1);
    FundingState down = FundingState.values()[next];
    return switch (random.nextInt(8)) {
      case 0 -> funded(by("steward"), line, FundingState.FUNDED);
      case 1 -> funded(by("executor"), line, one(List.of(FundingState.values())));
      case 2, 3, 4 ->
          new LineEntry.Noticed(
              by("steward", "executor"), line, down, 7, Hash.leaf(new byte[] {3}));
      default -> funded(by(down == FundingState.AT_RISK ? "steward" : "executor"), line, down);
    };
  }

  private static LineEntry.FundingChanged funded(Header header, String line, FundingState to) {
    return new LineEntry.FundingChanged(header, line, to, "PAY-0001", null, null, "as it is");
  }

  private Entry opening() {
    String id = "C-2026-%04d".formatted(random.nextInt(12) == 0 ? 1 : ++opened);
    if (random.nextInt(4) == 0) {
      return TestAreas.call(by("glass-1", "glass-2", "ops-2"), id, emergency(), "an attack");
    }
    return new CaseEntry.Received(
        by("intake", "intake-2", "desk"),
        id,
        Receipt.hash("receipt of " + id),
        one(List.of(Channel.FORM, Channel.LETTER, Channel.SPOKEN)),
        Effect.RESTRICT,
        "vellmark",
        "asked for",
        random.nextInt(5) == 0 ? one(APPROVERS) : null,
        random.nextInt(3) == 0 ? one(ORGANISATIONS) : null,
        null);
  }

  private Measure emergency() {
    Instant from = board.now().minusSeconds(random.nextInt(60));
    return new Measure(
        random.nextInt(4) == 0 ? Effect.ENABLE : Effect.RESTRICT,
        TestAreas.where(one(AREAS)),
        random.nextInt(6) == 0
            ? List.of(ServiceClass.CONSUMER, ServiceClass.HOSPITAL)
            : List.of(ServiceClass.CONSUMER),
        from,
        from.plus(Duration.ofMinutes(30 + random.nextInt(240))),
        Duration.ZERO,
        "invented act, section 4",
        Expiry.REVERT,
        List.of(),
        null,
        null,
        List.of());
  }

  private Measure measure() {
    Instant from = board.now().plus(Duration.ofHours(24L * (1 + random.nextInt(12))));
    return new Measure(
        random.nextInt(2) == 0 ? Effect.ENABLE : Effect.RESTRICT,
        new Where.Area(one(AREAS), "ab".repeat(32)),
        List.of(ServiceClass.CONSUMER),
        from,
        from.plus(Duration.ofDays(1 + random.nextInt(20))),
        Duration.ZERO,
        "invented act, section 1",
        Expiry.REVERT,
        List.of(),
        null,
        random.nextInt(3) == 0 ? "lives are at risk" : null,
        superseded());
  }

  /** A case in effect that a new one is to take the place of, now and then. */
  private List<String> superseded() {
    List<String> effective =
        board
            .state()
            .cases()
            .filter(file -> file.measure() != null && file.state() == CaseState.EFFECTIVE)
            .map(CaseFile::id)
            .toList();
    return effective.isEmpty() || random.nextInt(3) > 0 ? List.of() : List.of(one(effective));
  }

  /** What the case needs. */
  private Entry natural(CaseFile file) {
    String id = file.id();
    Hash on = file.on();
    return switch (file.state()) {
      case RECEIVED ->
          random.nextInt(6) == 0
              ? new CaseEntry.Incomplete(by("intake"), id, on, "an address")
              : assessment(file);
      case INCOMPLETE -> new CaseEntry.Completed(by("intake", "intake-2"), id, on, "the address");
      case ASSESSED ->
          file.impact() == null || random.nextInt(8) == 0
              ? new CaseEntry.Previewed(by("analyst"), id, on, impact())
              : new CaseEntry.Submitted(by("analyst", "intake"), id, on);
      case IN_APPROVAL -> vote(file);
      case APPROVED ->
          new CaseEntry.Noticed(
              by("executor", "intake"), id, on, List.of("customers"), Hash.leaf(new byte[0]));
      case NOTICED -> new CaseEntry.Scheduled(by("executor"), id, on);
      case SCHEDULED -> execution(file);
      case BREAK_GLASS ->
          new CaseEntry.BreakGlassConfirmed(by("glass-1", "glass-2", "ops-2"), id, on);
      case EFFECTIVE, RATIFIED, AUTO_REVERTED, ENDED -> after(file);
      case REFUSED, EXPIRED, WITHDRAWN ->
          new CaseEntry.Reconsidered(by("overseer"), id, on, "once more");
    };
  }

  private Entry assessment(CaseFile file) {
    List<String> parties = new ArrayList<>();
    if (random.nextInt(4) == 0) {
      parties.add(one(ORGANISATIONS));
    }
    return new CaseEntry.Assessed(
        by("intake", "intake-2"), file.id(), file.on(), measure(), parties, "verified");
  }

  private Impact impact() {
    return new Impact(
        Hash.leaf(new byte[] {(byte) random.nextInt(), (byte) random.nextInt()}),
        board.now().minus(Duration.ofHours(random.nextInt(6) == 0 ? 25 : random.nextInt(3))));
  }

  private Entry vote(CaseFile file) {
    @Nullable Hash preview = file.impact() == null ? null : file.impact().preview();
    return switch (random.nextInt(12)) {
      case 0 -> new CaseEntry.Refused(byApprover(), file.id(), file.on(), "no legal basis");
      case 1 -> new CaseEntry.Recused(byApprover(), file.id(), file.on(), "worked there");
      case 2 ->
          new CaseEntry.Approved(
              byApprover(), file.id(), file.on(), Hash.leaf(new byte[] {1}), "another preview");
      default -> new CaseEntry.Approved(byApprover(), file.id(), file.on(), preview, "as assessed");
    };
  }

  private Entry execution(CaseFile file) {
    int kind = random.nextInt(5);
    long essential = kind == 0 ? 1 : 0;
    long percent = kind == 1 ? 6 : 0;
    Impact fresh = new Impact(Hash.leaf(new byte[] {9}), board.now().minusSeconds(200));
    return kind < 2 && random.nextInt(4) > 0
        ? new CaseEntry.SentBack(by("executor"), file.id(), file.on(), fresh, essential, percent)
        : new CaseEntry.Executed(by("executor"), file.id(), file.on(), fresh, essential, percent);
  }

  private Entry after(CaseFile file) {
    String id = file.id();
    Hash on = file.on();
    if (file.isBreakGlass()) {
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> new CaseEntry.AutoReverted(by("executor"), id, on);
        case 3, 4, 5 -> new CaseEntry.Restored(by("glass-1", "ops-1"), id, on, "it was enough");
        case 6 -> new CaseEntry.Reconsidered(by("overseer"), id, on, "ask again");
        case 7 -> new CaseEntry.Refused(byApprover(), id, on, "it was wrong");
        default -> new CaseEntry.Ratified(byApprover(), id, on, "it was right");
      };
    }
    return switch (random.nextInt(6)) {
      case 0 -> new CaseEntry.Reconsidered(by("overseer"), id, on, "look again");
      case 1 -> vote(file);
      case 2 -> new CaseEntry.Restored(byApprover(), id, on, "in doubt");
      case 3 -> new CaseEntry.Previewed(by("analyst"), id, on, impact());
      default ->
          new CaseEntry.Ended(
              by("executor"),
              id,
              on,
              one(List.of(EndReason.EXPIRED, EndReason.REVERTED, EndReason.SUPERSEDED)),
              null);
    };
  }

  /** What somebody may take into their head. */
  private Entry anything(GovernanceState state, CaseFile file) {
    String id = file.id();
    Hash on = random.nextInt(3) == 0 ? Hash.leaf(new byte[] {2}) : file.on();
    Header anybody = by(one(ALL));
    return switch (random.nextInt(12)) {
      case 0 -> new CaseEntry.Objected(by("overseer"), id, on, "lives");
      case 1 -> new CaseEntry.InterestDisclosed(by("overseer"), id, on, one(APPROVERS), "a share");
      case 2 ->
          new CaseEntry.Withdrawn(by("intake", "desk"), id, on, "receipt of " + id, "no longer");
      case 3 -> new CaseEntry.Withdrawn(anybody, id, on, "a guess", "no longer");
      case 4 -> new CaseEntry.Expired(by("executor"), id, on);
      case 5 -> execution(file);
      case 6 -> new CaseEntry.Submitted(anybody, id, on);
      case 7 -> new CaseEntry.Scheduled(anybody, id, on);
      case 8 -> vote(file);
      case 9 -> new CaseEntry.Ratified(anybody, id, on, "of course");
      case 10 ->
          new PersonEntry.InterestDeclared(
              anybody,
              Objects.requireNonNull(Objects.requireNonNull(state.board()).active(anybody.by()))
                  .last(),
              one(ORGANISATIONS));
      default -> new CaseEntry.BreakGlassConfirmed(anybody, id, on);
    };
  }
}
