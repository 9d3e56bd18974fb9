package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Measure;

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
  void a14_anEndlessRestrictionThatIsReopenedHasAnEnd() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    steps.assessed(TestBoard.endless(board.measure(Effect.RESTRICT, Duration.ofDays(9), null)));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    assertThat(board.refusalOf(end(EndReason.EXPIRED))).isEqualTo(Refusal.TOO_EARLY);
    assertThat(board.file(ID).inForceUntil()).isNull();
    board.mustApply(reconsideration());
    assertThat(board.file(ID).inForceUntil()).isEqualTo(board.now().plus(Duration.ofDays(3)));
  }

  @Test
  void a18_anInterestInWhatIsOverOrWasRefusedChangesNothing() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.ENABLE);
    board.mustApply(steps.refusal("relief-1"));
    board.mustApply(interest("overseer", "relief-1"));
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("ops-1", "legal-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.pass(Duration.ofDays(30));
    board.mustApply(end(EndReason.EXPIRED));
    board.mustApply(interest("overseer", "ops-1"));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
    assertThat(board.file(ID).reopened()).isFalse();
  }

  @Test
  void a15_whatIsInEffectDoesNotExpireNorDoesWhatHasNoDeadline() {
    effective(Effect.RESTRICT);
    board.mustApply(reconsideration());
    board.pass(Duration.ofDays(4));
    assertThat(board.refusalOf(new CaseEntry.Expired(board.header("executor"), ID, board.on(ID))))
        .isEqualTo(Refusal.WRONG_STATE);
    String other = "C-2026-0002";
    new CaseSteps(board, other).received();
    assertThat(
            board.refusalOf(
                new CaseEntry.Expired(board.header("executor"), other, board.on(other))))
        .isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a16_atItsEndItIsNotRevertedAndNoOtherCaseIsNamed() {
    effective(Effect.ENABLE);
    board.pass(Duration.ofDays(30));
    assertThat(board.refusalOf(end(EndReason.REVERTED))).isEqualTo(Refusal.TOO_EARLY);
    assertThat(
            board.refusalOf(
                new CaseEntry.Ended(
                    board.header("executor"), ID, board.on(ID), EndReason.EXPIRED, "C-2026-0002")))
        .isEqualTo(Refusal.NOT_SUPERSEDED);
    board.mustApply(end(EndReason.EXPIRED));
  }

  private CaseEntry.Ended supersededBy(@Nullable String other) {
    return new CaseEntry.Ended(
        board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, other);
  }

  @Test
  void a17_onlyACaseInForceThatWasToSupersedeItDoes() {
    effective(Effect.ENABLE);
    String change = "C-2026-0002";
    board.mustApply(
        new CaseEntry.Proposed(
            board.header("admin"), change, List.of(new Change.Remove("intake-2")), "why"));
    CaseSteps changing = new CaseSteps(board, change);
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), change, board.on(change)));
    changing.approvedBy("ops-1", "legal-1", "overseer");
    changing.executed(null);
    CaseSteps.inApproval(board, "C-2026-0003", Effect.ENABLE);
    CaseSteps another = new CaseSteps(board, "C-2026-0004");
    into(another, board.measure(Effect.ENABLE, Duration.ZERO, null));
    for (@Nullable String other :
        Arrays.asList(null, "C-2026-0009", change, "C-2026-0003", "C-2026-0004")) {
      assertThat(board.refusalOf(supersededBy(other)))
          .as("%s", other)
          .isEqualTo(Refusal.NOT_SUPERSEDED);
    }
    into(
        new CaseSteps(board, "C-2026-0005"),
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ZERO, "now"), ID));
    board.mustApply(supersededBy("C-2026-0005"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.ENDED);
  }

  private void into(CaseSteps steps, Measure measure) {
    steps.received();
    steps.assessed(measure);
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1");
    if (!measure.supersedes().isEmpty()) {
      board.mustApply(steps.approval("relief-1"));
    }
    steps.noticed();
    steps.scheduled();
    steps.executed(board.impact());
  }

  @Test
  void a13_reopeningTwiceIsOnce() {
    effective(Effect.ENABLE);
    board.mustApply(reconsideration());
    assertThat(board.refusalOf(reconsideration())).isEqualTo(Refusal.WRONG_STATE);
  }
}
