package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Impact;

/** What must happen by when, to the second. */
class A03_TimeLimitsTest {
  private static final String ID = "C-2026-0001";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  private CaseEntry.Expired expiry() {
    return new CaseEntry.Expired(board.header("executor"), ID, board.on(ID));
  }

  private CaseSteps approved(Duration ahead, @Nullable String urgency) {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    steps.assessed(board.measure(Effect.RESTRICT, ahead, urgency));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    return steps;
  }

  @Test
  void a01_aPreviewIsADayOldAtMostWhenItIsApproved() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    board.pass(Duration.ofHours(24));
    steps.approvedBy("ops-1");
    board.pass(SECOND);
    assertThat(board.refusalOf(steps.approval("legal-1"))).isEqualTo(Refusal.PREVIEW_OLD);
  }

  @Test
  void a02_aPreviewIsNeitherOfTheFutureNorOldWhenItIsAttached() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    steps.assessed(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    Impact now = board.impact();
    assertThat(board.refusalOf(steps.preview(new Impact(now.preview(), board.now().plus(SECOND)))))
        .isEqualTo(Refusal.TOO_EARLY);
    Impact old = new Impact(now.preview(), board.now().minus(Duration.ofHours(24)).minus(SECOND));
    assertThat(board.refusalOf(steps.preview(old))).isEqualTo(Refusal.PREVIEW_OLD);
  }

  @Test
  void a03_approversHaveThreeDaysThenTheCaseExpires() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    board.pass(Duration.ofDays(3));
    assertThat(board.refusalOf(expiry())).isEqualTo(Refusal.TOO_EARLY);
    board.pass(SECOND);
    assertThat(board.refusalOf(steps.refusal("ops-1"))).isEqualTo(Refusal.TOO_LATE);
    board.mustApply(expiry());
    assertThat(steps.state()).isEqualTo(CaseState.EXPIRED);
  }

  @Test
  void a04_anApprovedCaseIsAnnouncedWithinThreeDays() {
    CaseSteps steps = approved(Duration.ofDays(30), null);
    board.pass(Duration.ofDays(3).plus(SECOND));
    assertThat(board.refusalOf(steps.notice())).isEqualTo(Refusal.TOO_LATE);
    board.mustApply(expiry());
  }

  @Test
  void a05_aRestrictionIsAnnouncedSevenDaysAhead() {
    CaseSteps steps = approved(Duration.ofDays(8), null);
    board.pass(Duration.ofDays(1));
    steps.noticed();
  }

  @Test
  void a06_oneSecondLessIsTooShort() {
    CaseSteps steps = approved(Duration.ofDays(8), null);
    board.pass(Duration.ofDays(1).plus(SECOND));
    assertThat(board.refusalOf(steps.notice())).isEqualTo(Refusal.NOTICE_TOO_SHORT);
  }

  @Test
  void a07_unlessAnUrgencyWasStatedWhichApproversSigned() {
    CaseSteps steps = approved(Duration.ofHours(2), "an attack is under way");
    steps.noticed();
    assertThat(steps.state()).isEqualTo(CaseState.NOTICED);
  }

  @Test
  void a08_whatIsAnnouncedAfterItsTimeIsTooLate() {
    CaseSteps steps = approved(Duration.ofHours(2), "an attack is under way");
    board.pass(Duration.ofHours(26).plus(SECOND));
    assertThat(board.refusalOf(steps.notice())).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void a09_itIsCarriedOutFromAnHourBeforeUntilADayAfterItsTime() {
    CaseSteps steps = approved(Duration.ofDays(9), null);
    steps.noticed();
    steps.scheduled();
    board.pass(Duration.ofDays(9).minus(Duration.ofHours(1)).minus(SECOND));
    assertThat(board.refusalOf(steps.execution(board.impact(), 0, 0))).isEqualTo(Refusal.TOO_EARLY);
    board.pass(SECOND);
    steps.executed(board.impact());
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.pass(Duration.ofHours(1).minus(SECOND));
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.pass(SECOND);
    assertThat(board.state().inForce(board.now())).hasSize(1);
  }

  @Test
  void a10_aDayAfterItsTimeItIsTooLate() {
    CaseSteps steps = approved(Duration.ofDays(9), null);
    steps.noticed();
    steps.scheduled();
    board.pass(Duration.ofDays(10).plus(SECOND));
    assertThat(board.refusalOf(steps.execution(board.impact(), 0, 0))).isEqualTo(Refusal.TOO_LATE);
    board.mustApply(expiry());
    assertThat(steps.state()).isEqualTo(CaseState.EXPIRED);
  }

  @Test
  void a11_thePreviewIsComputedAgainAndMayGrowByFivePerCent() {
    CaseSteps steps = approved(Duration.ofDays(9), null);
    Impact first = board.impact();
    steps.untilItsTime();
    assertThat(board.refusalOf(steps.execution(first, 0, 0))).isEqualTo(Refusal.PREVIEW_OLD);
    assertThat(board.refusalOf(steps.execution(null, 0, 0))).isEqualTo(Refusal.NO_PREVIEW);
    assertThat(board.refusalOf(steps.execution(board.impact(), 1, 0)))
        .isEqualTo(Refusal.IMPACT_GREW);
    assertThat(board.refusalOf(steps.execution(board.impact(), 0, 6)))
        .isEqualTo(Refusal.IMPACT_GREW);
    board.mustApply(steps.execution(board.impact(), 0, 5));
  }

  @Test
  void a12_whatHasGrownGoesBackAndOnlyThat() {
    CaseSteps steps = approved(Duration.ofDays(9), null);
    steps.untilItsTime();
    assertThat(board.refusalOf(steps.sendingBack(board.impact(), 0, 5)))
        .isEqualTo(Refusal.IMPACT_SAME);
    board.mustApply(steps.sendingBack(board.impact(), 1, 0));
    assertThat(steps.state()).isEqualTo(CaseState.ASSESSED);
    assertThat(board.refusalOf(steps.submission())).isEqualTo(Refusal.NO_PREVIEW);
  }

  @Test
  void a13_arequesterHasAMonthToComplete() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    board.mustApply(
        new CaseEntry.Incomplete(board.header("intake"), ID, board.on(ID), "no legal basis"));
    board.pass(Duration.ofDays(30).plus(SECOND));
    CaseEntry.Completed late =
        new CaseEntry.Completed(board.header("intake"), ID, board.on(ID), "here");
    assertThat(board.refusalOf(late)).isEqualTo(Refusal.TOO_LATE);
    board.mustApply(expiry());
  }

  @Test
  void a14_whatWasSignedADayBeforeIsStillTakenAndLaterNot() {
    CaseSteps steps = new CaseSteps(board, ID);
    CaseEntry.Received early = steps.receivedBy("intake", Channel.LETTER);
    CaseEntry.Received other =
        new CaseSteps(board, "C-2026-0002").receivedBy("intake", Channel.LETTER);
    board.pass(Duration.ofHours(24));
    board.mustApply(new CaseSteps(board, "C-2026-0003").receivedBy("desk", Channel.FORM));
    board.mustApply(early);
    board.pass(SECOND);
    board.mustApply(new CaseSteps(board, "C-2026-0004").receivedBy("desk", Channel.FORM));
    assertThat(board.refusalOf(other)).isEqualTo(Refusal.TOO_OLD);
  }

  @Test
  void a15_signingEarlierWinsNoTime() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    CaseEntry.Approved signedEarly = steps.approval("ops-1");
    board.pass(Duration.ofHours(24).plus(SECOND));
    board.mustApply(new CaseSteps(board, "C-2026-0002").receivedBy("desk", Channel.FORM));
    // Signed in time for the preview, but handed in when the preview was too old.
    assertThat(board.refusalOf(signedEarly)).isIn(Refusal.TOO_OLD, Refusal.PREVIEW_OLD);
  }
}
