package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;

/** Rules that others hide in the longer stories: each alone, so that none could be left out. */
class A14_EachRuleTest {
  private static final String ID = "C-2026-0001";
  private static final String NEXT = "C-2026-0002";
  private static final SignerKey FRESH = TestLedger.key("clerk-9", KeyType.ED25519, 77);

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  // People and rules

  private Refusal refusalOfAdding(SignerKey key, String proof) {
    Person person =
        new Person(
            "clerk-9", "operator", null, List.of(Role.INTAKE_OFFICER), List.of(), key.verifier());
    return board.refusalOf(proposal(ID, new Change.Add(person, proof)));
  }

  private CaseEntry.Proposed proposal(String id, Change... changes) {
    return new CaseEntry.Proposed(board.header("admin"), id, List.of(changes), "somebody new");
  }

  @Test
  void a01_whoeverJoinsHoldsTheKeyAndNobodyElseDoes() {
    String other = KeyProof.make(TestBoard.ORIGIN, "clerk-8", FRESH);
    assertThat(refusalOfAdding(FRESH, other)).isEqualTo(Refusal.KEY_UNPROVEN);
    String elsewhere = KeyProof.make("elsewhere.example", "clerk-9", FRESH);
    assertThat(refusalOfAdding(FRESH, elsewhere)).isEqualTo(Refusal.KEY_UNPROVEN);
    SignerKey somebodys = board.key("ops-1");
    String proof = KeyProof.make(TestBoard.ORIGIN, "clerk-9", somebodys);
    assertThat(refusalOfAdding(somebodys, proof)).isEqualTo(Refusal.KEY_TAKEN);
  }

  @Test
  void a02_theLeastRulesAreTwoOneOverseerAndOneRefusal() {
    QuorumRule two = new QuorumRule(2, 0, 0, 0);
    Settings least =
        TestBoard.rules(two, two, new QuorumRule(2, 0, 0, 1), new QuorumRule(1, 0, 0, 0), 1);
    TestBoard small = new TestBoard();
    small.mustApply(small.genesis(least, small.people()));
  }

  @Test
  void a03_aGenesisIsBySomebodyInIt() {
    TestBoard stranger = new TestBoard();
    SignerKey admin = stranger.key("admin");
    List<Person> renamed =
        stranger.people().stream()
            .map(person ->
                person.id().equals("admin")
                    ? new Person(
                        "admin-2",
                        person.organisation(),
                        null,
                        person.roles(),
                        List.of(),
                        admin.verifier())
                    : person)
            .toList();
    assertThat(stranger.refusalOf(stranger.genesis(Settings.DEFAULT, renamed)))
        .isEqualTo(Refusal.UNKNOWN_PERSON);
  }

  // Entries

  @Test
  void b01_anEntryForAnotherLedgerIsRefused() {
    Header elsewhere = new Header("elsewhere.example", board.now(), "overseer");
    CaseSteps.inApproval(board, ID, Effect.ENABLE);
    assertThat(board.refusalOf(new CaseEntry.Objected(elsewhere, ID, board.on(ID), "x")))
        .isEqualTo(Refusal.WRONG_ORIGIN);
  }

  @Test
  void b02_whatWasAcceptedIsSaid() {
    CaseEntry.Received received = new CaseSteps(board, ID).receivedBy("intake", Channel.LETTER);
    assertThat(board.apply(received)).isEqualTo(new Outcome.Accepted(received));
  }

  @Test
  void b03_anAttemptIsWhatSomebodySignedAfterTheirLastEntry() {
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope before = board.sign(steps.receivedBy("intake", Channel.LETTER));
    board.mustApply(before);
    assertThat(((Outcome.Refused) board.apply(before)).attempted()).isFalse();
    board.pass(Duration.ofSeconds(1));
    Envelope after = board.sign(steps.receivedBy("intake", Channel.LETTER));
    assertThat(((Outcome.Refused) board.apply(after)).attempted()).isTrue();
    assertThat(((Outcome.Refused) board.apply(board.sign(steps.submission()))).attempted())
        .as("somebody else's first entry")
        .isTrue();
  }

  @Test
  void b04_anEntrySignedBeforeTheLastDoesNotTurnTimeBack() {
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope early = board.sign(steps.receivedBy("intake", Channel.LETTER));
    board.pass(Duration.ofHours(1));
    board.mustApply(new CaseSteps(board, NEXT).receivedBy("intake", Channel.LETTER));
    board.mustApply(early);
    assertThat(board.state().now()).isEqualTo(board.now());
    assertThat(board.file(ID).since()).isEqualTo(board.now());
    // Between the two of the same person: no attempt, because their last is later.
    Envelope between =
        Envelope.sign(
            early.payloadType(),
            new String(early.payload(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("08:00:00Z", "08:30:00Z")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
            board.key("intake"));
    assertThat(((Outcome.Refused) board.apply(between)).attempted()).isFalse();
  }

  @Test
  void b05_allThatAForkLearnedIsJoined() {
    GovernanceState fork = board.state().fork();
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope received = board.sign(steps.receivedBy("intake", Channel.LETTER));
    Hash attempt = Hash.leaf(new byte[] {5});
    Envelope refused =
        board.sign(
            new OfficeEntry.AttemptRefused(
                board.header("desk"), attempt, "ops-1", "x", null, "TOO_LATE"));
    fork.apply(fork.size(), received);
    fork.apply(fork.size(), refused);
    assertThat(board.state().findByReceipt(steps.receipt())).isNull();
    assertThat(board.state().isRecorded(attempt)).isFalse();
    fork.join();
    assertThat(board.state().findByReceipt(steps.receipt())).isNotNull();
    assertThat(board.state().isRecorded(attempt)).isTrue();
    assertThat(board.state().origin()).isEqualTo(TestBoard.ORIGIN);
    Outcome again = board.state().apply(board.state().size(), received);
    assertThat(((Outcome.Refused) again).attempted()).isFalse();
  }

  // Openings

  @Test
  void c01_aCaseHasAnIdOfItsOwnAndAReceiptOfItsOwn() {
    CaseSteps.inApproval(board, ID, Effect.ENABLE);
    for (String id : List.of("C-2026-1", "c-2026-0002", "C-2026-0002 ", "")) {
      assertThat(board.refusalOf(new CaseSteps(board, id).receivedBy("intake", Channel.LETTER)))
          .isEqualTo(Refusal.MALFORMED_ID);
    }
    String proof = KeyProof.make(TestBoard.ORIGIN, "ops-1", FRESH);
    Change key = new Change.Key("ops-1", FRESH.verifier(), proof);
    assertThat(board.refusalOf(proposal(ID, key))).isEqualTo(Refusal.CASE_EXISTS);
    CaseEntry.Received first = new CaseSteps(board, ID).receivedBy("intake", Channel.LETTER);
    CaseEntry.Received other =
        new CaseEntry.Received(
            first.header(),
            NEXT,
            first.receipt(),
            first.channel(),
            first.effect(),
            first.area(),
            first.summary(),
            first.requester(),
            first.organisation(),
            first.sealed());
    assertThat(board.refusalOf(other)).isEqualTo(Refusal.RECEIPT_TAKEN);
    assertThat(board.state().caseCount()).isEqualTo(1);
    board.mustApply(proposal(NEXT, key));
    assertThat(board.state().caseCount()).isEqualTo(2);
  }

  @Test
  void c02_breakGlassNeedsALegalBasisToo() {
    Measure lit = TestAreas.litAtOnce(board.now());
    assertThat(
            board.refusalOf(
                TestAreas.call(board.header("glass-1"), ID, TestBoard.lawless(lit), "x")))
        .isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
  }

  // Measures

  private Measure measure(Effect effect) {
    return board.measure(effect, Duration.ofDays(9), null);
  }

  @Test
  void d01_whatCannotBeDecidedIsNotAssessed() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    for (Measure measure :
        List.of(
            TestBoard.endless(TestBoard.holding(measure(Effect.ENABLE))),
            TestBoard.where(measure(Effect.ENABLE), new Where.Area("vellmark", "ab")),
            TestBoard.where(measure(Effect.ENABLE), new Where.Area("vellmark", "AB".repeat(32))),
            TestBoard.lawless(measure(Effect.ENABLE)))) {
      assertThat(board.refusalOf(steps.assessment(measure))).isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
    }
    steps.assessed(TestBoard.holding(measure(Effect.ENABLE)));
    steps.assessed(TestBoard.endless(measure(Effect.ENABLE)));
  }

  @Test
  void d02_whatEndsARestrictionAndLightsIsNoRestriction() {
    CaseSteps dark = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    dark.approvedBy("ops-1", "legal-1", "relief-1");
    dark.untilItsTime();
    dark.executed(board.impact());
    CaseSteps lit = new CaseSteps(board, NEXT);
    lit.received();
    lit.assessed(TestBoard.superseding(measure(Effect.ENABLE), ID));
    lit.previewed(board.impact());
    lit.submitted();
    lit.approvedBy("ops-1");
    assertThat(lit.state()).isEqualTo(CaseState.IN_APPROVAL);
    lit.approvedBy("legal-1");
    assertThat(lit.state()).isEqualTo(CaseState.APPROVED);
  }

  // Votes, and what opens a case again

  @Test
  void e01_whoRecusesThemselvesHasNotVoted() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    board.mustApply(steps.recusal("ops-1"));
    assertThat(board.file(ID).ballots()).extracting(Ballot::person).containsExactly("legal-1");
  }

  @Test
  void e02_anObjectionLeavesNoVoteAndNoPreview() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1");
    board.mustApply(new CaseEntry.Objected(board.header("overseer"), ID, board.on(ID), "x"));
    assertThat(board.file(ID).ballots()).isEmpty();
    assertThat(board.file(ID).impact()).isNull();
  }

  private CaseEntry.InterestDisclosed disclosure(String of) {
    return new CaseEntry.InterestDisclosed(
        board.header("overseer"), ID, board.on(ID), of, "a contract");
  }

  @Test
  void e03_whatWasSignedBeforeACountingInterestCameToLightNoLongerFits() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1");
    board.mustApply(disclosure("ops-2"));
    Hash on = board.on(ID);
    CaseEntry.Approved other = steps.approval("legal-1");
    board.mustApply(disclosure("ops-1"));
    assertThat(board.on(ID)).isNotEqualTo(on);
    assertThat(board.refusalOf(other)).isEqualTo(Refusal.CASE_CHANGED);
  }

  @Test
  void e04_whatIsRestoredEndsAtOnce() {
    board.mustApply(
        TestAreas.call(board.header("glass-1"), ID, TestAreas.litAtOnce(board.now()), "x"));
    board.mustApply(new CaseEntry.BreakGlassConfirmed(board.header("glass-2"), ID, board.on(ID)));
    board.pass(Duration.ofHours(1));
    board.mustApply(new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "enough"));
    assertThat(board.file(ID).inForceUntil()).isEqualTo(board.now());
    assertThat(board.state().inForce(board.now())).isEmpty();
  }

  // How many restore the last approved state

  /** Light at once, under rules by which two people of two pools and organisations restore. */
  private void litWhereTwoRestore() {
    Settings is = Settings.DEFAULT;
    QuorumRule two = new QuorumRule(2, 2, 2, 0);
    board = new TestBoard();
    board.mustApply(
        board.genesis(
            TestBoard.rules(is.restrict(), is.enable(), is.governance(), two, 2), board.people()));
    board.mustApply(
        TestAreas.call(board.header("glass-1"), ID, TestAreas.litAtOnce(board.now()), "x"));
    board.mustApply(new CaseEntry.BreakGlassConfirmed(board.header("glass-2"), ID, board.on(ID)));
  }

  private CaseEntry.Restored restoring(String by) {
    return new CaseEntry.Restored(board.header(by), ID, board.on(ID), "enough");
  }

  @Test
  void f01_whereTwoRestoreOneDoesNot() {
    litWhereTwoRestore();
    CaseEntry.Restored second = restoring("legal-1");
    board.mustApply(restoring("ops-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.refusalOf(restoring("ops-1"))).isEqualTo(Refusal.VOTED_ALREADY);
    board.mustApply(restoring("ops-2"));
    assertThat(board.file(ID).state()).as("one pool").isEqualTo(CaseState.EFFECTIVE);
    board.mustApply(second);
    assertThat(board.file(ID).state()).isEqualTo(CaseState.ENDED);
    assertThat(board.refusalOf(restoring("relief-1"))).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void f02_thoseOfBreakGlassAreOfNoPool_whichCountsAsOne() {
    litWhereTwoRestore();
    board.mustApply(restoring("glass-1"));
    board.mustApply(restoring("glass-2"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
    board.mustApply(restoring("legal-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.ENDED);
  }

  @Test
  void f03_whoIsRecusedOrHasLeftDoesNotRestore() {
    litWhereTwoRestore();
    board.mustApply(restoring("ops-1"));
    board.mustApply(new CaseEntry.Recused(board.header("ops-1"), ID, board.on(ID), "worked there"));
    assertThat(board.refusalOf(restoring("ops-1"))).isEqualTo(Refusal.RECUSED);
    board.mustApply(restoring("legal-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
    board.mustApply(restoring("relief-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.ENDED);
  }

  @Test
  void f04_whoseKeyWasRevokedDoesNotCount() {
    litWhereTwoRestore();
    board.mustApply(restoring("ops-1"));
    board.mustApply(
        new PersonEntry.KeyRevoked(board.header("ops-1"), board.member("ops-1").last(), "lost"));
    board.mustApply(restoring("legal-1"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
  }

  @Test
  void f05_whoHasAnInterestDoesNotRestore() {
    CaseSteps steps = new CaseSteps(board, ID);
    steps.received();
    Measure measure = board.measure(Effect.RESTRICT, Duration.ofDays(9), null);
    steps.assessed(measure, "counsel");
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "ops-2", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.mustApply(new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "x"));
    assertThat(board.refusalOf(restoring("legal-1"))).isEqualTo(Refusal.CONFLICT_OF_INTEREST);
    board.mustApply(restoring("ops-1"));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
  }

  /** A case that is asked anew, two of whoever restore, and one of them has. */
  private CaseSteps darkWhereTwoRestoreAndOneHas() {
    Settings is = Settings.DEFAULT;
    board = new TestBoard();
    board.mustApply(
        board.genesis(
            TestBoard.rules(
                is.restrict(), is.enable(), is.governance(), new QuorumRule(2, 0, 0, 0), 2),
            board.people()));
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.mustApply(new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "x"));
    board.mustApply(restoring("ops-1"));
    return steps;
  }

  @Test
  void f06_whatWasSaidTooLongAgoDoesNotCount_norWhatWasSaidBeforeItWasAskedAnew() {
    CaseSteps steps = darkWhereTwoRestoreAndOneHas();
    steps.previewed(board.impact());
    steps.approvedBy("ops-2", "legal-2", "relief-1");
    assertThat(board.file(ID).reopened()).isFalse();
    assertThat(board.file(ID).restoring()).isEmpty();
    board.mustApply(new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "y"));
    board.mustApply(restoring("ops-1"));
    board.pass(Settings.DEFAULT.approvalLife().plusSeconds(1));
    board.mustApply(restoring("legal-1"));
    assertThat(steps.state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.file(ID).restoring()).hasSize(1);
    board.mustApply(restoring("ops-1"));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
  }

  @Test
  void f07_whoDeclaresAnInterestLaterNoLongerCounts() {
    CaseSteps steps = darkWhereTwoRestoreAndOneHas();
    board.mustApply(
        new PersonEntry.InterestDeclared(
            board.header("ops-1"), board.member("ops-1").last(), "neighbour"));
    board.mustApply(restoring("legal-1"));
    assertThat(steps.state()).isEqualTo(CaseState.EFFECTIVE);
    board.mustApply(restoring("relief-1"));
    assertThat(steps.state()).isEqualTo(CaseState.ENDED);
  }
}
