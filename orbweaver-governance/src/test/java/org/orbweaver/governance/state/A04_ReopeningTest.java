package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;

/** What makes a case be decided again, and what holds meanwhile. */
class A04_ReopeningTest {
  private static final String ID = "C-2026-0001";

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  private CaseEntry.InterestDisclosed interest(String by, String of) {
    return new CaseEntry.InterestDisclosed(board.header(by), ID, board.on(ID), of, "a contract");
  }

  private CaseEntry.Objected objection() {
    return new CaseEntry.Objected(board.header("overseer"), ID, board.on(ID), "children's ward");
  }

  private CaseEntry.Reconsidered reconsideration() {
    return new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "new facts");
  }

  private CaseSteps approved(Effect effect) {
    CaseSteps steps = CaseSteps.inApproval(board, ID, effect);
    steps.approvedBy("ops-1", "legal-1");
    if (effect == Effect.RESTRICT) {
      steps.approvedBy("relief-1");
    }
    return steps;
  }

  private CaseSteps effective(Effect effect) {
    CaseSteps steps = approved(effect);
    steps.untilItsTime();
    steps.executed(board.impact());
    return steps;
  }

  private CaseEntry.Ended end(EndReason reason) {
    return new CaseEntry.Ended(board.header("executor"), ID, board.on(ID), reason, null);
  }

  @Test
  void a01_anInterestOfWhoApprovedSendsTheCaseBack() {
    CaseSteps steps = approved(Effect.RESTRICT);
    board.mustApply(interest("ops-1", "ops-1"));
    assertThat(steps.state()).isEqualTo(CaseState.ASSESSED);
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.RECUSED);
  }

  @Test
  void a02_anInterestOfWhoDidNotVoteChangesNothingButThatTheyDoNot() {
    CaseSteps steps = approved(Effect.RESTRICT);
    CaseEntry.Noticed notice = steps.notice();
    board.mustApply(interest("overseer", "ops-2"));
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
    board.mustApply(notice);
  }

  @Test
  void a03_othersDiscloseOnlyAsOverseersAndOnlyOnce() {
    approved(Effect.RESTRICT);
    assertThat(board.refusalOf(interest("legal-1", "ops-1"))).isEqualTo(Refusal.ROLE_MISSING);
    assertThat(board.refusalOf(interest("overseer", "nobody"))).isEqualTo(Refusal.UNKNOWN_PERSON);
    board.mustApply(interest("overseer", "ops-1"));
    assertThat(board.refusalOf(interest("overseer", "ops-1")))
        .isEqualTo(Refusal.NOTHING_TO_DISCLOSE);
  }

  @Test
  void a04_aReopenedRestrictionEndsUnlessItIsApprovedAgain() {
    CaseSteps steps = effective(Effect.RESTRICT);
    board.mustApply(interest("ops-1", "ops-1"));
    assertThat(steps.state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.state().inForce(board.now())).hasSize(1);
    assertThat(board.refusalOf(end(EndReason.REVERTED))).isEqualTo(Refusal.TOO_EARLY);
    board.pass(Duration.ofDays(3));
    assertThat(board.state().inForce(board.now())).isEmpty();
    assertThat(board.refusalOf(steps.approval("ops-2"))).isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(end(EndReason.REVERTED));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
  }

  @Test
  void a05_approvedAgainItGoesOn() {
    CaseSteps steps = effective(Effect.RESTRICT);
    board.mustApply(interest("ops-1", "ops-1"));
    steps.previewed(board.impact());
    steps.approvedBy("ops-2", "legal-1", "relief-1");
    assertThat(board.file(ID).reopened()).isFalse();
    board.pass(Duration.ofDays(10));
    assertThat(board.state().inForce(board.now())).hasSize(1);
  }

  @Test
  void a06_refusedAgainItEndsAtOnce() {
    CaseSteps steps = effective(Effect.RESTRICT);
    board.mustApply(reconsideration());
    board.mustApply(steps.refusal("ops-2"));
    board.mustApply(steps.refusal("legal-1"));
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(end(EndReason.REVERTED));
  }

  @Test
  void a07_whatLightsGoesOnWhileItIsDecidedAgainAndTwoCannotDarkenIt() {
    CaseSteps steps = effective(Effect.ENABLE);
    board.mustApply(reconsideration());
    board.mustApply(steps.refusal("ops-2"));
    board.mustApply(steps.refusal("legal-2"));
    board.pass(Duration.ofDays(20));
    assertThat(board.state().inForce(board.now())).hasSize(1);
    assertThat(board.refusalOf(end(EndReason.REVERTED))).isEqualTo(Refusal.TOO_EARLY);
    CaseEntry.Restored restored =
        new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "dark again");
    assertThat(board.refusalOf(restored)).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a08_oneRestoresWhatAReopenedRestrictionDarkened() {
    CaseSteps steps = effective(Effect.RESTRICT);
    board.mustApply(reconsideration());
    board.mustApply(
        new CaseEntry.Restored(board.header("ops-2"), ID, board.on(ID), "approval in doubt"));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
    assertThat(board.state().inForce(board.now())).isEmpty();
  }

  @Test
  void a09_anObjectionSendsBackWhatIsNotYetInEffect() {
    CaseSteps steps = approved(Effect.RESTRICT);
    steps.noticed();
    board.mustApply(objection());
    assertThat(steps.state()).isEqualTo(CaseState.ASSESSED);
    assertThat(board.refusalOf(objection())).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a10_whatWasRefusedOrExpiredIsReconsidered() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.ENABLE);
    board.mustApply(steps.refusal("ops-1"));
    board.mustApply(steps.refusal("ops-2"));
    board.mustApply(reconsideration());
    assertThat(steps.state()).isEqualTo(CaseState.ASSESSED);
    assertThat(board.refusalOf(reconsideration())).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a11_whatExpiredBeforeItWasAssessedBeginsAnew() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    board.mustApply(new CaseEntry.Incomplete(board.header("intake"), ID, board.on(ID), "what"));
    board.pass(Duration.ofDays(31));
    board.mustApply(new CaseEntry.Expired(board.header("executor"), ID, board.on(ID)));
    board.mustApply(reconsideration());
    assertThat(steps.state()).isEqualTo(CaseState.RECEIVED);
  }

  @Test
  void a12_anOldApprovalIsNoneOfTheChangedCase() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    CaseEntry.Approved old = steps.approval("ops-2");
    board.mustApply(objection());
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(board.refusalOf(old)).isEqualTo(Refusal.CASE_CHANGED);
  }

  @Test
  void a13_reopeningTwiceIsOnce() {
    effective(Effect.ENABLE);
    board.mustApply(reconsideration());
    assertThat(board.refusalOf(reconsideration())).isEqualTo(Refusal.WRONG_STATE);
  }
}
