package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;

/** In which state which act may happen: each with each, against the table as it is written down. */
class A07_StatesTest {
  private static final String ID = "C-2026-0001";

  /** Makes an act upon the case. */
  private interface Act extends BiFunction<TestBoard, CaseSteps, CaseEntry.Step> {}

  private static final Map<String, Act> ACTS = new LinkedHashMap<>();

  static {
    ACTS.put(
        "incomplete", (b, s) -> new CaseEntry.Incomplete(b.header("intake"), ID, b.on(ID), "x"));
    ACTS.put("completed", (b, s) -> new CaseEntry.Completed(b.header("intake"), ID, b.on(ID), "x"));
    ACTS.put(
        "assessed", (b, s) -> s.assessment(b.measure(Effect.RESTRICT, Duration.ofDays(9), null)));
    ACTS.put("previewed", (b, s) -> s.preview(b.impact()));
    ACTS.put("submitted", (b, s) -> s.submission());
    ACTS.put("approved", (b, s) -> s.approval("ops-2"));
    ACTS.put("refused", (b, s) -> s.refusal("ops-2"));
    ACTS.put("recused", (b, s) -> s.recusal("ops-2"));
    ACTS.put("ratified", (b, s) -> new CaseEntry.Ratified(b.header("ops-1"), ID, b.on(ID), "x"));
    ACTS.put(
        "withdrawn",
        (b, s) -> new CaseEntry.Withdrawn(b.header("intake"), ID, b.on(ID), s.receipt(), "x"));
    ACTS.put("noticed", (b, s) -> s.notice());
    ACTS.put("scheduled", (b, s) -> new CaseEntry.Scheduled(b.header("executor"), ID, b.on(ID)));
    ACTS.put("executed", (b, s) -> s.execution(b.impact(), 0, 0));
    ACTS.put("sentBack", (b, s) -> s.sendingBack(b.impact(), 1, 0));
    ACTS.put(
        "ended",
        (b, s) -> new CaseEntry.Ended(b.header("executor"), ID, b.on(ID), EndReason.EXPIRED, null));
    ACTS.put("objected", (b, s) -> new CaseEntry.Objected(b.header("overseer"), ID, b.on(ID), "x"));
    ACTS.put(
        "reconsidered",
        (b, s) -> new CaseEntry.Reconsidered(b.header("overseer"), ID, b.on(ID), "x"));
    ACTS.put(
        "confirmed",
        (b, s) -> new CaseEntry.BreakGlassConfirmed(b.header("glass-2"), ID, b.on(ID)));
    ACTS.put("reverted", (b, s) -> new CaseEntry.AutoReverted(b.header("executor"), ID, b.on(ID)));
    ACTS.put("restored", (b, s) -> new CaseEntry.Restored(b.header("ops-1"), ID, b.on(ID), "x"));
    ACTS.put("expired", (b, s) -> new CaseEntry.Expired(b.header("executor"), ID, b.on(ID)));
  }

  /** What is not refused for the state; another reason, such as the time, is another matter. */
  private static final Map<CaseState, Set<String>> TABLE = new EnumMap<>(CaseState.class);

  static {
    TABLE.put(CaseState.RECEIVED, Set.of("incomplete", "assessed", "withdrawn"));
    TABLE.put(CaseState.INCOMPLETE, Set.of("completed", "withdrawn", "expired"));
    TABLE.put(CaseState.ASSESSED, Set.of("assessed", "previewed", "submitted", "withdrawn"));
    TABLE.put(
        CaseState.IN_APPROVAL,
        Set.of("approved", "refused", "recused", "withdrawn", "objected", "expired"));
    TABLE.put(CaseState.APPROVED, Set.of("noticed", "withdrawn", "objected", "expired"));
    TABLE.put(CaseState.NOTICED, Set.of("scheduled", "withdrawn", "objected", "expired"));
    TABLE.put(
        CaseState.SCHEDULED, Set.of("executed", "sentBack", "withdrawn", "objected", "expired"));
    TABLE.put(CaseState.EFFECTIVE, Set.of("ended", "reconsidered"));
    TABLE.put(CaseState.REFUSED, Set.of("reconsidered"));
    TABLE.put(CaseState.EXPIRED, Set.of("reconsidered"));
    TABLE.put(CaseState.WITHDRAWN, Set.of());
    TABLE.put(CaseState.ENDED, Set.of());
    TABLE.put(CaseState.BREAK_GLASS, Set.of("confirmed", "expired"));
    TABLE.put(CaseState.RATIFIED, Set.of("ended"));
    TABLE.put(CaseState.AUTO_REVERTED, Set.of("refused", "recused", "ratified", "reconsidered"));
  }

  private static CaseEntry.Step act(String name, TestBoard board, CaseSteps steps) {
    return Objects.requireNonNull(ACTS.get(name), name).apply(board, steps);
  }

  /** A case in a state. */
  private static CaseSteps in(CaseState state, TestBoard board) {
    CaseSteps steps = new CaseSteps(board, ID);
    switch (state) {
      case BREAK_GLASS, RATIFIED, AUTO_REVERTED -> breakGlass(state, board);
      default -> {
        steps.received();
        ordinary(state, board, steps);
      }
    }
    assertThat(steps.state()).isEqualTo(state);
    return steps;
  }

  private static void ordinary(CaseState state, TestBoard board, CaseSteps steps) {
    switch (state) {
      case RECEIVED -> {
        return;
      }
      case INCOMPLETE -> {
        board.mustApply(act("incomplete", board, steps));
        return;
      }
      case WITHDRAWN -> {
        board.mustApply(act("withdrawn", board, steps));
        return;
      }
      default -> steps.assessed(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    }
    steps.previewed(board.impact());
    if (state == CaseState.ASSESSED) {
      return;
    }
    steps.submitted();
    switch (state) {
      case IN_APPROVAL -> {
        return;
      }
      case REFUSED -> {
        board.mustApply(steps.refusal("ops-1"));
        board.mustApply(steps.refusal("legal-1"));
        return;
      }
      case EXPIRED -> {
        board.pass(Duration.ofDays(4));
        board.mustApply(act("expired", board, steps));
        return;
      }
      default -> steps.approvedBy("ops-1", "legal-1", "relief-1");
    }
    if (state == CaseState.APPROVED) {
      return;
    }
    steps.noticed();
    if (state == CaseState.NOTICED) {
      return;
    }
    steps.scheduled();
    board.pass(Duration.ofDays(9));
    if (state == CaseState.SCHEDULED) {
      return;
    }
    steps.executed(board.impact());
    if (state == CaseState.ENDED) {
      board.pass(Duration.ofDays(30));
      board.mustApply(act("ended", board, steps));
    }
  }

  private static void breakGlass(CaseState state, TestBoard board) {
    Measure measure = TestAreas.litAtOnce(board.now());
    board.mustApply(TestAreas.call(board.header("glass-1"), ID, measure, "an attack"));
    if (state == CaseState.BREAK_GLASS) {
      return;
    }
    board.mustApply(new CaseEntry.BreakGlassConfirmed(board.header("glass-2"), ID, board.on(ID)));
    if (state == CaseState.RATIFIED) {
      for (String by : List.of("legal-1", "legal-2")) {
        board.mustApply(new CaseEntry.Ratified(board.header(by), ID, board.on(ID), "x"));
      }
      return;
    }
    board.pass(Duration.ofHours(4));
    board.mustApply(new CaseEntry.AutoReverted(board.header("executor"), ID, board.on(ID)));
  }

  @Test
  void a01_eachActWithEachState() {
    assertThat(TABLE.keySet()).isEqualTo(EnumSet.allOf(CaseState.class));
    for (CaseState state : CaseState.values()) {
      for (Map.Entry<String, Act> act : ACTS.entrySet()) {
        TestBoard board = TestBoard.founded();
        CaseSteps steps = in(state, board);
        CaseFile before = board.file(ID);
        Outcome outcome = board.apply(act.getValue().apply(board, steps));
        boolean refused =
            outcome instanceof Outcome.Refused no
                && Set.of(Refusal.WRONG_STATE, Refusal.WRONG_MATTER, Refusal.NO_PREVIEW)
                    .contains(no.refusal());
        assertThat(!refused)
            .as(act.getKey() + " in " + state + ": " + outcome)
            .isEqualTo(TABLE.getOrDefault(state, Set.of()).contains(act.getKey()));
        if (outcome instanceof Outcome.Refused) {
          assertThat(board.file(ID)).as("nothing has changed").isEqualTo(before);
        }
      }
    }
  }

  @Test
  void a02_onlyTheRequestersReceiptTakesACaseBack() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = in(CaseState.APPROVED, board);
    for (@Nullable String receipt :
        new @Nullable String[] {null, "R-12345", steps.receipt() + " "}) {
      assertThat(
              board.refusalOf(
                  new CaseEntry.Withdrawn(board.header("intake"), ID, board.on(ID), receipt, "x")))
          .isEqualTo(Refusal.WRONG_RECEIPT);
    }
    board.mustApply(act("withdrawn", board, steps));
  }

  @Test
  void a03_breakGlassIsNotTakenBackByPaper() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = in(CaseState.BREAK_GLASS, board);
    assertThat(board.refusalOf(act("withdrawn", board, steps))).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a04_whatAnotherCaseTookThePlaceOfEnds() {
    TestBoard board = TestBoard.founded();
    CaseSteps first = in(CaseState.EFFECTIVE, board);
    CaseEntry.Ended early =
        new CaseEntry.Ended(
            board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, "C-2026-0002");
    assertThat(board.refusalOf(early)).isEqualTo(Refusal.NOT_SUPERSEDED);
    CaseSteps second = new CaseSteps(board, "C-2026-0002");
    second.received();
    second.assessed(
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(1), null), ID));
    second.previewed(board.impact());
    second.submitted();
    second.approvedBy("ops-1", "legal-1");
    second.untilItsTime();
    second.executed(board.impact());
    CaseEntry.Ended nameless =
        new CaseEntry.Ended(board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, null);
    assertThat(board.refusalOf(nameless)).isEqualTo(Refusal.NOT_SUPERSEDED);
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, "C-2026-0002"));
    assertThat(first.state()).isEqualTo(CaseState.ENDED);
    assertThat(board.state().inForce(board.now())).containsExactly(board.file("C-2026-0002"));
  }

  @Test
  void a05_whatHoldsOnIsNotOverByTime() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    steps.assessed(TestBoard.holding(board.measure(Effect.RESTRICT, Duration.ofDays(9), null)));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.pass(Duration.ofDays(40));
    assertThat(board.refusalOf(act("ended", board, steps))).isEqualTo(Refusal.TOO_EARLY);
    assertThat(board.state().inForce(board.now())).hasSize(1);
  }

  @Test
  void a06_whatContradictsItselfIsNotAssessed() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = in(CaseState.RECEIVED, board);
    Measure good = board.measure(Effect.RESTRICT, Duration.ofDays(9), null);
    List<Measure> wrong =
        List.of(
            TestBoard.effect(good, Effect.LICENSE),
            TestBoard.effect(good, Effect.EXEMPT),
            TestBoard.withGrace(good),
            TestBoard.where(good, new Where.Area("vellmark", "not a hash")),
            TestBoard.where(good, new Where.Countries(List.of())),
            TestBoard.holding(TestBoard.endless(good)));
    for (Measure measure : wrong) {
      assertThat(board.refusalOf(steps.assessment(measure)))
          .as(measure.toString())
          .isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
    }
    assertThat(board.refusalOf(steps.assessment(TestBoard.superseding(good, "C-2026-0099"))))
        .isEqualTo(Refusal.SUPERSEDES_NOTHING);
    assertThat(board.refusalOf(steps.assessment(TestBoard.superseding(good, ID))))
        .isEqualTo(Refusal.SUPERSEDES_NOTHING);
  }

  @Test
  void a07_idsAndReceiptsAreGivenOnce() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = in(CaseState.RECEIVED, board);
    CaseEntry.Received received = steps.receivedBy("intake", CaseEntry.Channel.FORM);
    assertThat(board.refusalOf(received)).isEqualTo(Refusal.CASE_EXISTS);
    CaseEntry.Received same =
        new CaseEntry.Received(
            received.header(),
            "C-2026-0002",
            received.receipt(),
            received.channel(),
            received.effect(),
            received.area(),
            received.summary(),
            null,
            null,
            null);
    assertThat(board.refusalOf(same)).isEqualTo(Refusal.RECEIPT_TAKEN);
    assertThat(
            board.refusalOf(
                new CaseSteps(board, "case 7").receivedBy("intake", CaseEntry.Channel.FORM)))
        .isEqualTo(Refusal.MALFORMED_ID);
    assertThat(
            board.refusalOf(
                new CaseEntry.Submitted(board.header("analyst"), "C-2026-0077", board.on(ID))))
        .isEqualTo(Refusal.NO_SUCH_CASE);
  }

  @Test
  void a08_theDeskTakesFormsOnlyAndSpokenRequestsAreAPersons() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = new CaseSteps(board, ID);
    assertThat(board.refusalOf(steps.receivedBy("desk", CaseEntry.Channel.SPOKEN)))
        .isEqualTo(Refusal.ROLE_MISSING);
    board.mustApply(steps.receivedBy("desk", CaseEntry.Channel.FORM));
  }
}
