package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.merkle.Hash;

/** Who must agree, who may vote, and whose votes count. */
class A02_QuorumTest {
  private static final String ID = "C-2026-0001";

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  @Test
  void a01_aRestrictionTakesThreePeople() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("legal-2");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a02_threeOfOnePoolAndOrganisationAreNotEnough() {
    board = TestBoard.withApprovers("ops-3", "ops-4");
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "ops-2", "ops-3", "ops-4");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("legal-1");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a03_enablingTakesTwo() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.ENABLE);
    steps.approvedBy("ops-1");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("ops-2");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a04_whoVotesTwiceIsRefused() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1");
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.VOTED_ALREADY);
    assertThat(board.refusalOf(steps.refusal("ops-1"))).isEqualTo(Refusal.VOTED_ALREADY);
  }

  @Test
  void a05_whoWorkedOnACaseDoesNotVoteOnIt() {
    board =
        TestBoard.with(
            "both",
            org.orbweaver.governance.entry.Role.INTAKE_OFFICER,
            org.orbweaver.governance.entry.Role.APPROVER);
    CaseSteps steps = new CaseSteps(board, ID);
    board.mustApply(steps.receivedBy("both", Channel.SPOKEN));
    steps.assessed(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(board.refusalOf(steps.approval("both"))).isEqualTo(Refusal.OWN_CASE);
  }

  @Test
  void a06_whoAsksDoesNotVote() {
    CaseSteps steps = new CaseSteps(board, ID);
    CaseEntry.Received asked = steps.receivedBy("intake", Channel.LETTER);
    board.mustApply(
        new CaseEntry.Received(
            asked.header(),
            ID,
            asked.receipt(),
            asked.channel(),
            asked.effect(),
            asked.area(),
            asked.summary(),
            "ops-1",
            null,
            null));
    steps.assessed(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.OWN_CASE);
  }

  @Test
  void a17_whoAsksIsSomebodyHere() {
    CaseEntry.Received asked = new CaseSteps(board, ID).receivedBy("intake", Channel.LETTER);
    assertThat(
            board.refusalOf(
                new CaseEntry.Received(
                    asked.header(),
                    ID,
                    asked.receipt(),
                    asked.channel(),
                    asked.effect(),
                    asked.area(),
                    asked.summary(),
                    "nobody",
                    null,
                    null)))
        .isEqualTo(Refusal.UNKNOWN_PERSON);
  }

  @Test
  void a07_whoseOrganisationGainsDoesNotVote() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    Measure measure = board.measure(Effect.RESTRICT, Duration.ofDays(9), null);
    steps.assessed(measure, "counsel");
    steps.previewed(board.impact());
    steps.submitted();
    assertThat(board.refusalOf(steps.approval("legal-1"))).isEqualTo(Refusal.CONFLICT_OF_INTEREST);
    assertThat(board.refusalOf(steps.refusal("legal-1"))).isEqualTo(Refusal.CONFLICT_OF_INTEREST);
  }

  @Test
  void a08_whoHasDeclaredAnInterestDoesNotVoteAndAVoteBeforeNoLongerCounts() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    Hash last = board.member("ops-1").last();
    board.mustApply(new PersonEntry.InterestDeclared(board.header("ops-1"), last, "neighbour"));
    steps.approvedBy("legal-2");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("relief-1");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
    CaseSteps other = CaseSteps.inApproval(board, "C-2026-0002", Effect.RESTRICT);
    assertThat(board.refusalOf(other.approval("ops-1"))).isEqualTo(Refusal.CONFLICT_OF_INTEREST);
  }

  @Test
  void a09_whoRecusesThemselvesDoesNotCountAndDoesNotComeBack() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    board.mustApply(steps.recusal("ops-1"));
    steps.approvedBy("legal-2");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.RECUSED);
    assertThat(board.refusalOf(steps.recusal("ops-1"))).isEqualTo(Refusal.RECUSED);
    steps.approvedBy("ops-2");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a10_votesOfRevokedKeysDoNotCount() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    board.mustApply(
        new PersonEntry.KeyRevoked(board.header("ops-1"), board.member("ops-1").last(), "stolen"));
    steps.approvedBy("legal-2");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
  }

  @Test
  void a11_votesOfADayCountTogether() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1");
    board.pass(Duration.ofHours(23));
    steps.approvedBy("legal-1", "relief-1");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a12_twoWhoRefuseAreEnough() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    board.mustApply(steps.refusal("legal-2"));
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    board.mustApply(steps.refusal("relief-1"));
    assertThat(steps.state()).isEqualTo(CaseState.REFUSED);
    assertThat(board.refusalOf(steps.approval("ops-2"))).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a13_endingWhatLightsTakesThoseWhoMayDarken() {
    CaseSteps lit = CaseSteps.inApproval(board, ID, Effect.ENABLE);
    lit.approvedBy("ops-1", "legal-1");
    lit.untilItsTime();
    lit.executed(board.impact());

    CaseSteps steps = new CaseSteps(board, "C-2026-0002");
    steps.received();
    steps.assessed(
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(9), null), ID));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("relief-1");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void a14_approversSignThePreviewThatTheCaseHas() {
    CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    Hash other = Hash.leaf(new byte[] {1});
    assertThat(
            board.refusalOf(
                new CaseEntry.Approved(board.header("ops-1"), ID, board.on(ID), other, "yes")))
        .isEqualTo(Refusal.PREVIEW_MISMATCH);
    assertThat(
            board.refusalOf(
                new CaseEntry.Approved(board.header("ops-1"), ID, board.on(ID), null, "yes")))
        .isEqualTo(Refusal.PREVIEW_MISMATCH);
  }

  private Person person(String id) {
    return board.member(id).person();
  }

  @Test
  void a16_eachNumberOfARuleMustBeMetAndNobodyCountsTwice() {
    List<Person> three = List.of(person("ops-1"), person("legal-1"), person("relief-1"));
    List<Person> four = List.of(three.get(0), three.get(1), three.get(2), person("overseer"));
    assertThat(Quorum.isMet(new QuorumRule(3, 3, 3, 0), three)).isTrue();
    assertThat(Quorum.isMet(new QuorumRule(4, 3, 3, 0), three)).isFalse();
    assertThat(Quorum.isMet(new QuorumRule(3, 4, 3, 0), three)).isFalse();
    assertThat(Quorum.isMet(new QuorumRule(3, 3, 4, 0), three)).isFalse();
    assertThat(Quorum.isMet(new QuorumRule(3, 3, 3, 1), three)).isFalse();
    assertThat(Quorum.isMet(new QuorumRule(4, 3, 4, 1), four)).isTrue();
    assertThat(Quorum.isMet(new QuorumRule(4, 4, 4, 1), four)).isFalse();
    Person one = person("ops-1");
    assertThat(Quorum.isMet(new QuorumRule(2, 1, 1, 0), List.of(one, one))).isFalse();
  }

  @Test
  void a15_noProgramAndNobodyWithoutTheRoleVotes() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    for (String id :
        List.of("intake-2", "glass-1", "steward", "admin", "overseer", "executor", "desk")) {
      assertThat(board.refusalOf(steps.approval(id))).as(id).isEqualTo(Refusal.ROLE_MISSING);
    }
  }
}
