package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;

/** One case from its receipt to its end. */
class A01_OneCaseTest {
  private static final String ID = "C-2026-0001";

  @Test
  void a01_aRestrictionIsAskedForDecidedAnnouncedCarriedOutAndEnds() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    assertThat(steps.state()).isEqualTo(CaseState.RECEIVED);
    steps.assessed(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    assertThat(steps.state()).isEqualTo(CaseState.ASSESSED);
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("ops-1", "legal-1");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("relief-1");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
    steps.noticed();
    assertThat(steps.state()).isEqualTo(CaseState.NOTICED);
    steps.scheduled();
    assertThat(steps.state()).isEqualTo(CaseState.SCHEDULED);
    board.pass(Duration.ofDays(9));
    steps.executed(board.impact());
    assertThat(steps.state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.state().inForce(board.now())).containsExactly(board.file(ID));
    board.pass(Duration.ofDays(30));
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(
        new CaseEntry.Ended(board.header("executor"), ID, board.on(ID), EndReason.EXPIRED, null));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
    assertThat(board.refusalOf(steps.refusal("legal-2"))).isEqualTo(Refusal.WRONG_STATE);
  }
}
