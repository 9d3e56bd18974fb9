package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.Settings;

/** Votes on changes of people that no longer count, and changes that are decided again. */
class A10_ChangesAgainTest {
  private static final String ID = "C-2026-0001";

  private static void propose(TestBoard board, Change... changes) {
    board.mustApply(new CaseEntry.Proposed(board.header("admin"), ID, List.of(changes), "why"));
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), ID, board.on(ID)));
  }

  private static CaseEntry.Approved yes(TestBoard board, String by) {
    return new CaseEntry.Approved(board.header(by), ID, board.on(ID), null, "yes");
  }

  @Test
  void a01_aVoteOfARevokedKeyDoesNotCountForAChangeEither() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Remove("relief-1"));
    board.mustApply(yes(board, "ops-2"));
    board.mustApply(yes(board, "legal-1"));
    board.mustApply(
        new PersonEntry.KeyRevoked(board.header("ops-2"), board.member("ops-2").last(), "stolen"));
    board.mustApply(yes(board, "overseer"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.IN_APPROVAL);
    board.mustApply(yes(board, "legal-2"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.APPROVED);
  }

  private static CaseEntry.Refused no(TestBoard board, String by) {
    return new CaseEntry.Refused(board.header(by), ID, board.on(ID), "no");
  }

  private static CaseEntry.Reconsidered reconsideration(TestBoard board) {
    return new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "new facts");
  }

  /** A change in effect, of which it comes out that an approver had an interest in it. */
  private static TestBoard reopened() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Remove("relief-1"));
    for (String by : List.of("ops-2", "legal-1", "overseer")) {
      board.mustApply(yes(board, by));
    }
    new CaseSteps(board, ID).executed(null);
    assertThat(board.refusalOf(reconsideration(board))).isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(
        new CaseEntry.InterestDisclosed(
            board.header("overseer"), ID, board.on(ID), "ops-2", "a quarrel"));
    assertThat(board.file(ID).reopened()).isTrue();
    return board;
  }

  @Test
  void a02_aChangeThatIsReopenedIsVotedOnAgain() {
    TestBoard board = reopened();
    assertThat(board.refusalOf(yes(board, "ops-2"))).isEqualTo(Refusal.RECUSED);
    for (String by : List.of("legal-1", "legal-2", "overseer")) {
      board.mustApply(yes(board, by));
    }
    assertThat(board.file(ID).reopened()).isFalse();
    assertThat(board.file(ID).plannedEnd()).isNull();
  }

  @Test
  void a03_aVoteThatIsOlderThanItMayBeDoesNotCount() {
    TestBoard board = reopened();
    board.mustApply(yes(board, "legal-1"));
    board.pass(Settings.DEFAULT.approvalLife().plusSeconds(1));
    board.mustApply(yes(board, "legal-2"));
    board.mustApply(yes(board, "overseer"));
    assertThat(board.file(ID).reopened()).isTrue();
    board.mustApply(yes(board, "ops-1"));
    assertThat(board.file(ID).reopened()).isFalse();
  }

  @Test
  void a04_whoRefuseAReopenedChangeDoNotUndoIt() {
    TestBoard board = reopened();
    assertThat(
            board.refusalOf(
                new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "undo it")))
        .isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(no(board, "ops-1"));
    board.mustApply(no(board, "legal-2"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.member("relief-1").active()).isFalse();
  }

  @Test
  void a05_aRefusedChangeIsReconsideredAsItWas() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Remove("relief-1"));
    board.mustApply(no(board, "ops-1"));
    board.mustApply(no(board, "legal-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.REFUSED);
    board.mustApply(reconsideration(board));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.ASSESSED);
    assertThat(board.file(ID).changes()).containsExactly(new Change.Remove("relief-1"));
  }
}
