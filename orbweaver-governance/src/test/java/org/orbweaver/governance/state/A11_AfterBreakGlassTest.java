package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Settings;

/** Four hours later, whether anybody found it right or not: what the area is open to. */
class A11_AfterBreakGlassTest {
  private static final String ID = "C-2026-0001";
  private static final String NEXT = "C-2026-0002";
  private static final Duration HOURS = Duration.ofHours(4);
  private static final Duration VOTE = Settings.DEFAULT.approvalLife();

  private TestBoard board;

  @BeforeEach
  void darkenedAndReverted() {
    board = TestBoard.founded();
    board.mustApply(call("glass-1", ID));
    board.mustApply(new CaseEntry.BreakGlassConfirmed(board.header("glass-2"), ID, board.on(ID)));
    board.pass(HOURS);
    board.mustApply(new CaseEntry.AutoReverted(board.header("executor"), ID, board.on(ID)));
  }

  private CaseEntry.BreakGlassCalled call(String by, String id) {
    Measure measure =
        new Measure(
            Effect.RESTRICT,
            TestAreas.where("vellmark"),
            List.of(ServiceClass.CONSUMER),
            board.now(),
            board.now().plus(HOURS),
            Duration.ZERO,
            "invented act, section 4",
            Expiry.REVERT,
            List.of(),
            null,
            null,
            List.of());
    return TestAreas.call(board.header(by), id, measure, "an attack");
  }

  private CaseEntry.Ratified ratification(String by) {
    return new CaseEntry.Ratified(board.header(by), ID, board.on(ID), "it was right");
  }

  private CaseEntry.Refused refusal(String by) {
    return new CaseEntry.Refused(board.header(by), ID, board.on(ID), "there was no attack");
  }

  private CaseEntry.Reconsidered reconsideration(String id) {
    return new CaseEntry.Reconsidered(board.header("overseer"), id, board.on(id), "ask again");
  }

  private void ordinaryCase(String id, Effect effect, String... approvers) {
    CaseSteps steps = new CaseSteps(board, id);
    steps.received();
    Measure measure = board.measure(effect, Duration.ofHours(1), "the attack goes on");
    steps.assessed(TestBoard.where(measure, TestAreas.where("vellmark")));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy(approvers);
    steps.untilItsTime();
    steps.executed(board.impact());
    assertThat(board.state().inForce(board.now())).containsExactly(board.file(id));
  }

  @Test
  void a01_neverRatifiedItKeepsNoOrdinaryCaseFromTheArea() {
    ordinaryCase(NEXT, Effect.RESTRICT, "ops-1", "legal-1", "relief-1");
    board.pass(Duration.ofDays(30));
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), NEXT, board.on(NEXT), EndReason.EXPIRED, null));
    ordinaryCase("C-2026-0003", Effect.ENABLE, "ops-1", "legal-1");
    assertThat(board.refusalOf(call("ops-2", "C-2026-0004"))).isEqualTo(Refusal.AREA_NOT_RATIFIED);
  }

  @Test
  void a02_itIsRatifiedHoweverLateAndThenTheAreaIsOpenToTheTwoAgain() {
    board.pass(Duration.ofDays(400));
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      assertThat(board.refusalOf(call("ops-2", NEXT))).isEqualTo(Refusal.AREA_NOT_RATIFIED);
      board.mustApply(ratification(id));
    }
    board.mustApply(call("ops-2", NEXT));
  }

  @Test
  void a03_aVoteThatNoLongerCountsIsGivenAgain() {
    board.mustApply(ratification("ops-1"));
    board.pass(VOTE);
    assertThat(board.refusalOf(ratification("ops-1"))).isEqualTo(Refusal.VOTED_ALREADY);
    board.mustApply(ratification("legal-1"));
    board.pass(Duration.ofSeconds(1));
    board.mustApply(ratification("relief-1"));
    assertThat(board.file(ID).ratified()).as("two votes count").isFalse();
    assertThat(board.refusalOf(ratification("legal-1"))).isEqualTo(Refusal.VOTED_ALREADY);
    board.mustApply(ratification("ops-1"));
    assertThat(board.file(ID).ratified()).isTrue();
    assertThat(board.file(ID).ballots()).hasSize(3);
  }

  @Test
  void a04_anOverseerHasThoseAskedAgainWhoDidNotRatify() {
    for (String id : List.of("ops-1", "ops-2", "legal-1")) {
      board.mustApply(refusal(id));
    }
    assertThat(board.refusalOf(ratification("ops-1"))).isEqualTo(Refusal.VOTED_ALREADY);
    CaseEntry.Ratified old = ratification("relief-1");
    board.mustApply(reconsideration(ID));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.AUTO_REVERTED);
    assertThat(board.refusalOf(old)).as("signed before").isEqualTo(Refusal.CASE_CHANGED);
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      assertThat(board.file(ID).ratified()).isFalse();
      board.mustApply(ratification(id));
    }
    assertThat(board.file(ID).ratified()).isTrue();
    assertThat(board.refusalOf(reconsideration(ID))).isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(call("ops-2", NEXT));
  }

  @Test
  void a05_askedAgainItIsStillNotInForce() {
    board.mustApply(reconsideration(ID));
    assertThat(board.state().inForce(board.now())).isEmpty();
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    assertThat(board.state().inForce(board.now())).isEmpty();
    assertThat(board.file(ID).state()).isEqualTo(CaseState.AUTO_REVERTED);
  }

  @Test
  void a06_anOrdinaryCaseThatHasEndedIsNotReconsidered() {
    ordinaryCase(NEXT, Effect.ENABLE, "ops-1", "legal-1");
    board.pass(Duration.ofDays(30));
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), NEXT, board.on(NEXT), EndReason.EXPIRED, null));
    assertThat(board.refusalOf(reconsideration(NEXT))).isEqualTo(Refusal.WRONG_STATE);
  }
}
