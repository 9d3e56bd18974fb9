package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;

/** Who acts in a ledger, from the genesis on; keys and rules, and how they change. */
class A06_PeopleTest {
  private static final String ID = "C-2026-0001";
  private static final SignerKey FRESH = TestLedger.key("fresh", KeyType.ED25519, 90);

  // The genesis

  private static Refusal refusalOfGenesis(Settings settings, Changer changer) {
    TestBoard board = new TestBoard();
    List<Person> people = new ArrayList<>(board.people());
    changer.change(people);
    return board.refusalOf(board.genesis(settings, people));
  }

  private interface Changer {
    void change(List<Person> people);
  }

  private static Person copy(
      Person of, String id, @Nullable Pool pool, List<Role> roles, VerifierKey key) {
    return new Person(id, of.organisation(), pool, roles, of.interests(), key);
  }

  private static void replace(List<Person> people, String id, Person by) {
    people.replaceAll(person -> person.id().equals(id) ? by : person);
  }

  private static Person of(List<Person> people, String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void a01_nothingIsBeforeTheGenesisAndThereIsOne() {
    TestBoard board = new TestBoard();
    assertThat(
            board.refusalOf(
                new CaseSteps(board, ID).receivedBy("intake", CaseEntry.Channel.LETTER)))
        .isEqualTo(Refusal.GENESIS_MISSING);
    board.mustApply(board.genesis(Settings.DEFAULT, board.people()));
    assertThat(board.refusalOf(board.genesis(Settings.DEFAULT, board.people())))
        .isEqualTo(Refusal.GENESIS_AGAIN);
  }

  @Test
  void a02_everybodyInItSignsItAndNobodyElse() {
    TestBoard board = new TestBoard();
    Envelope whole = board.genesis(Settings.DEFAULT, board.people());
    Envelope one = Envelope.sign(whole.payloadType(), whole.payload(), board.key("admin"));
    assertThat(board.refusalOf(one)).isEqualTo(Refusal.WRONG_SIGNATURES);
    assertThat(board.refusalOf(whole.signedAlsoBy(FRESH))).isEqualTo(Refusal.WRONG_SIGNATURES);
  }

  @Test
  void a03_rulesUnderWhichOneDecidesAreNone() {
    Settings is = Settings.DEFAULT;
    QuorumRule one = new QuorumRule(1, 1, 1, 0);
    QuorumRule unseen = new QuorumRule(3, 0, 2, 0);
    List<Settings> weak =
        List.of(
            TestBoard.rules(one, is.enable(), is.governance(), is.restore(), 2),
            TestBoard.rules(is.restrict(), one, is.governance(), is.restore(), 2),
            TestBoard.rules(is.restrict(), is.enable(), one, is.restore(), 2),
            TestBoard.rules(is.restrict(), is.enable(), unseen, is.restore(), 2),
            TestBoard.rules(
                is.restrict(), is.enable(), is.governance(), new QuorumRule(0, 0, 0, 0), 2),
            TestBoard.rules(is.restrict(), is.enable(), is.governance(), is.restore(), 0));
    for (Settings settings : weak) {
      assertThat(refusalOfGenesis(settings, people -> {})).isEqualTo(Refusal.RULES_TOO_WEAK);
    }
  }

  @Test
  void a04_peopleWhoCannotDecideAreNoBoard() {
    for (Role role : List.of(Role.ROLE_ADMINISTRATOR, Role.EXECUTOR, Role.OVERSEER)) {
      assertThat(refusalOfGenesis(Settings.DEFAULT, people -> people.removeIf(p -> p.is(role))))
          .as(role.name())
          .isEqualTo(Refusal.CANNOT_DECIDE);
    }
    assertThat(
            refusalOfGenesis(
                Settings.DEFAULT,
                people -> people.removeIf(p -> p.pool() != null && p.pool() != Pool.OPERATIONS)))
        .isEqualTo(Refusal.CANNOT_DECIDE);
  }

  @Test
  void a05_rolesThatExcludeEachOtherAreNotHeldTogether() {
    List<List<Role>> wrong =
        List.of(
            List.of(Role.ROLE_ADMINISTRATOR, Role.APPROVER),
            List.of(Role.ROLE_ADMINISTRATOR, Role.OVERSEER),
            List.of(Role.FUNDING_STEWARD, Role.APPROVER),
            List.of(Role.FUNDING_STEWARD, Role.BREAK_GLASS),
            List.of(Role.EXECUTOR, Role.APPROVER),
            List.of(Role.EXECUTOR, Role.OVERSEER),
            List.of(Role.APPROVER, Role.APPROVER),
            List.of());
    for (List<Role> roles : wrong) {
      assertThat(
              refusalOfGenesis(
                  Settings.DEFAULT,
                  people -> {
                    Person was = of(people, "ops-1");
                    replace(people, "ops-1", copy(was, "ops-1", Pool.LEGAL, roles, was.key()));
                  }))
          .as(roles.toString())
          .isEqualTo(Refusal.ROLES_EXCLUDE_EACH_OTHER);
    }
  }

  @Test
  void a06_anApproverHasAPoolAndNobodyElse() {
    assertThat(
            refusalOfGenesis(
                Settings.DEFAULT,
                people -> {
                  Person was = of(people, "ops-1");
                  replace(people, "ops-1", copy(was, "ops-1", null, was.roles(), was.key()));
                }))
        .isEqualTo(Refusal.POOL_MISMATCH);
    assertThat(
            refusalOfGenesis(
                Settings.DEFAULT,
                people -> {
                  Person was = of(people, "admin");
                  replace(people, "admin", copy(was, "admin", Pool.LEGAL, was.roles(), was.key()));
                }))
        .isEqualTo(Refusal.POOL_MISMATCH);
  }

  @Test
  void a07_idsAndKeysAreOnesOwn() {
    assertThat(
            refusalOfGenesis(
                Settings.DEFAULT,
                people -> {
                  Person was = of(people, "ops-2");
                  replace(people, "ops-2", copy(was, "OPS 2", was.pool(), was.roles(), was.key()));
                }))
        .isEqualTo(Refusal.MALFORMED_ID);
    assertThat(
            refusalOfGenesis(
                Settings.DEFAULT,
                people -> {
                  Person was = of(people, "glass-1");
                  Person twin = copy(was, "ops-2", null, was.roles(), was.key());
                  replace(people, "glass-1", twin);
                }))
        .isEqualTo(Refusal.ID_TAKEN);
  }

  @Test
  void a08_aGenesisOfAnotherLedgerIsNone() {
    TestBoard board = new TestBoard();
    Envelope genesis = board.genesis(Settings.DEFAULT, board.people());
    Outcome outcome = new GovernanceState("another.example").apply(0, genesis);
    assertThat(outcome).extracting("refusal").isEqualTo(Refusal.WRONG_ORIGIN);
  }

  // Keys

  @Test
  void b01_aKeyIsRotatedByBothKeysTogether() {
    TestBoard board = TestBoard.founded();
    Hash last = board.member("ops-1").last();
    PersonEntry.KeyRotated entry =
        new PersonEntry.KeyRotated(board.header("ops-1"), last, FRESH.verifier());
    assertThat(board.refusalOf(entry)).isEqualTo(Refusal.WRONG_SIGNATURES);
    board.mustApply(board.sign(entry).signedAlsoBy(FRESH));
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.WRONG_SIGNATURES);
    board.setKey("ops-1", FRESH);
    steps.approvedBy("ops-1");
  }

  @Test
  void b02_anOldRotationIsNotRepeatedAndAKeyNeverComesBack() {
    TestBoard board = TestBoard.founded();
    SignerKey first = board.key("ops-1");
    Hash last = board.member("ops-1").last();
    board.mustApply(
        board
            .sign(new PersonEntry.KeyRotated(board.header("ops-1"), last, FRESH.verifier()))
            .signedAlsoBy(FRESH));
    board.setKey("ops-1", FRESH);
    PersonEntry.KeyRotated stale =
        new PersonEntry.KeyRotated(board.header("ops-1"), last, first.verifier());
    assertThat(board.refusalOf(board.sign(stale).signedAlsoBy(first)))
        .isEqualTo(Refusal.CASE_CHANGED);
    PersonEntry.KeyRotated back =
        new PersonEntry.KeyRotated(
            board.header("ops-1"), board.member("ops-1").last(), first.verifier());
    assertThat(board.refusalOf(board.sign(back).signedAlsoBy(first))).isEqualTo(Refusal.KEY_TAKEN);
  }

  @Test
  void b03_aRevokedKeySignsNothingMoreNotEvenARotation() {
    TestBoard board = TestBoard.founded();
    board.mustApply(
        new PersonEntry.KeyRevoked(board.header("ops-1"), board.member("ops-1").last(), "stolen"));
    PersonEntry.KeyRotated theft =
        new PersonEntry.KeyRotated(
            board.header("ops-1"), board.member("ops-1").last(), FRESH.verifier());
    assertThat(board.refusalOf(board.sign(theft).signedAlsoBy(FRESH)))
        .isEqualTo(Refusal.KEY_REVOKED);
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.KEY_REVOKED);
  }

  @Test
  void b04_theLogsKeyAndAWitnesssAreNobodys() {
    TestBoard board = TestBoard.founded();
    PersonEntry.KeyRotated entry =
        new PersonEntry.KeyRotated(
            board.header("ops-1"), board.member("ops-1").last(), TestLedger.LOG.verifier());
    assertThat(board.refusalOf(board.sign(entry).signedAlsoBy(TestLedger.LOG)))
        .isEqualTo(Refusal.KEY_TAKEN);
  }

  @Test
  void b05_anInterestIsDeclaredOnce() {
    TestBoard board = TestBoard.founded();
    board.mustApply(
        new PersonEntry.InterestDeclared(
            board.header("ops-1"), board.member("ops-1").last(), "neighbour"));
    assertThat(
            board.refusalOf(
                new PersonEntry.InterestDeclared(
                    board.header("ops-1"), board.member("ops-1").last(), "neighbour")))
        .isEqualTo(Refusal.NOTHING_TO_DISCLOSE);
  }

  // Changes by decision

  private static void propose(TestBoard board, Change... changes) {
    board.mustApply(new CaseEntry.Proposed(board.header("admin"), ID, List.of(changes), "why"));
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), ID, board.on(ID)));
  }

  private static CaseEntry.Approved yes(TestBoard board, String by) {
    return new CaseEntry.Approved(board.header(by), ID, board.on(ID), null, "yes");
  }

  private static CaseEntry.Executed execution(TestBoard board) {
    return new CaseEntry.Executed(board.header("executor"), ID, board.on(ID), null, 0, 0);
  }

  private static void decide(TestBoard board, Change... changes) {
    propose(board, changes);
    for (String by : List.of("ops-2", "legal-1", "overseer")) {
      board.mustApply(yes(board, by));
    }
    board.mustApply(execution(board));
  }

  private static String proof(String id) {
    return KeyProof.make(TestBoard.ORIGIN, id, FRESH);
  }

  @Test
  void c01_aChangeTakesThreeOfWhomOneOversees() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Remove("relief-1"));
    for (String by : List.of("ops-1", "legal-1", "legal-2")) {
      board.mustApply(yes(board, by));
    }
    assertThat(board.refusalOf(execution(board))).isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(yes(board, "overseer"));
    board.mustApply(execution(board));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.member("relief-1").active()).isFalse();
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE);
    assertThat(board.refusalOf(steps.approval("relief-1"))).isEqualTo(Refusal.UNKNOWN_PERSON);
  }

  @Test
  void c02_whoProposesDoesNotApproveNorWhomItIsAbout() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Roles("ops-1", Pool.LEGAL, List.of(Role.APPROVER), List.of()));
    assertThat(board.refusalOf(yes(board, "admin"))).isEqualTo(Refusal.ROLE_MISSING);
    assertThat(board.refusalOf(yes(board, "ops-1"))).isEqualTo(Refusal.CONFLICT_OF_INTEREST);
  }

  @Test
  void c03_aLostKeyIsReplacedAndTheOldOneIsDead() {
    TestBoard board = TestBoard.founded();
    decide(board, new Change.Key("ops-1", FRESH.verifier(), proof("ops-1")));
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE);
    assertThat(board.refusalOf(steps.approval("ops-1"))).isEqualTo(Refusal.WRONG_SIGNATURES);
    board.setKey("ops-1", FRESH);
    steps.approvedBy("ops-1");
  }

  @Test
  void c04_aRevokedKeyIsReplacedByTheSamePath() {
    TestBoard board = TestBoard.founded();
    board.mustApply(
        new PersonEntry.KeyRevoked(board.header("ops-1"), board.member("ops-1").last(), "stolen"));
    decide(board, new Change.Key("ops-1", FRESH.verifier(), proof("ops-1")));
    board.setKey("ops-1", FRESH);
    CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE).approvedBy("ops-1");
  }

  @Test
  void c05_aKeyThatNobodyProvesToHoldIsNotTaken() {
    TestBoard board = TestBoard.founded();
    Change.Key stolen = new Change.Key("ops-1", FRESH.verifier(), proof("ops-2"));
    assertThat(proposal(board, stolen)).isEqualTo(Refusal.KEY_UNPROVEN);
    Change.Key broken = new Change.Key("ops-1", FRESH.verifier(), "?");
    assertThat(proposal(board, broken)).isEqualTo(Refusal.KEY_UNPROVEN);
  }

  private static Refusal proposal(TestBoard board, Change... changes) {
    return board.refusalOf(
        new CaseEntry.Proposed(board.header("admin"), ID, List.of(changes), "why"));
  }

  @Test
  void c06_somebodyJoinsAndAnIdIsNeverGivenAgain() {
    TestBoard board = TestBoard.founded();
    Person person =
        new Person(
            "legal-3", "counsel", Pool.LEGAL, List.of(Role.APPROVER), List.of(), FRESH.verifier());
    decide(board, new Change.Add(person, proof("legal-3")));
    board.setKey("legal-3", FRESH);
    CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE).approvedBy("legal-3");
    SignerKey other = TestLedger.key("other", KeyType.ED25519, 91);
    Person again =
        new Person(
            "legal-3", "counsel", Pool.LEGAL, List.of(Role.APPROVER), List.of(), other.verifier());
    CaseEntry.Proposed second =
        new CaseEntry.Proposed(
            board.header("admin"),
            "C-2026-0003",
            List.of(new Change.Add(again, KeyProof.make(TestBoard.ORIGIN, "legal-3", other))),
            "again");
    assertThat(board.refusalOf(second)).isEqualTo(Refusal.ID_TAKEN);
  }

  @Test
  void c07_whatWouldLeaveNobodyToDecideIsNotEvenProposed() {
    TestBoard board = TestBoard.founded();
    assertThat(proposal(board, new Change.Remove("overseer"))).isEqualTo(Refusal.CANNOT_DECIDE);
    assertThat(proposal(board, new Change.Remove("executor"))).isEqualTo(Refusal.CANNOT_DECIDE);
    assertThat(proposal(board, new Change.Remove("nobody"))).isEqualTo(Refusal.UNKNOWN_PERSON);
    assertThat(proposal(board)).isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
    Settings is = Settings.DEFAULT;
    Change.Rules weak =
        new Change.Rules(
            TestBoard.rules(
                new QuorumRule(1, 1, 1, 0), is.enable(), is.governance(), is.restore(), 2));
    assertThat(proposal(board, weak)).isEqualTo(Refusal.RULES_TOO_WEAK);
  }

  @Test
  void c08_rulesChangeByDecisionAndHoldFromThenOn() {
    TestBoard board = TestBoard.founded();
    Settings is = Settings.DEFAULT;
    decide(
        board,
        new Change.Rules(
            TestBoard.rules(
                new QuorumRule(4, 2, 2, 0), is.enable(), is.governance(), is.restore(), 2)));
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0002", Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    steps.approvedBy("legal-2");
    assertThat(steps.state()).isEqualTo(CaseState.APPROVED);
  }

  @Test
  void c09_witnessesChangeByDecision() {
    TestBoard board = TestBoard.founded();
    decide(board, new Change.Witnesses("log x\nquorum none\n"));
    Board now = board.state().board();
    assertThat(now == null ? null : now.witnessPolicy()).isEqualTo("log x\nquorum none\n");
  }

  @Test
  void c10_aProposalIsTakenBackByWhoMadeIt() {
    TestBoard board = TestBoard.founded();
    propose(board, new Change.Remove("relief-1"));
    board.mustApply(
        new CaseEntry.Withdrawn(board.header("admin"), ID, board.on(ID), null, "mistaken"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.WITHDRAWN);
  }

  @Test
  void c11_aChangeHasNoMeasureNoPreviewAndNoNotice() {
    TestBoard board = TestBoard.founded();
    board.mustApply(
        new CaseEntry.Proposed(
            board.header("admin"), ID, List.of(new Change.Remove("relief-1")), "why"));
    CaseSteps steps = new CaseSteps(board, ID);
    assertThat(board.refusalOf(steps.preview(board.impact()))).isEqualTo(Refusal.WRONG_MATTER);
    assertThat(
            board.refusalOf(
                steps.assessment(
                    board.measure(Effect.RESTRICT, java.time.Duration.ofDays(9), null))))
        .isEqualTo(Refusal.WRONG_MATTER);
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), ID, board.on(ID)));
    assertThat(
            board.refusalOf(
                new CaseEntry.Approved(
                    board.header("ops-1"), ID, board.on(ID), Hash.leaf(new byte[0]), "yes")))
        .isEqualTo(Refusal.PREVIEW_MISMATCH);
    for (String by : List.of("ops-1", "legal-1", "overseer")) {
      board.mustApply(yes(board, by));
    }
    assertThat(board.refusalOf(steps.notice())).isEqualTo(Refusal.WRONG_MATTER);
    assertThat(
            board.refusalOf(
                new CaseEntry.Executed(
                    board.header("executor"), ID, board.on(ID), board.impact(), 0, 0)))
        .isEqualTo(Refusal.WRONG_MATTER);
  }

  @Test
  void c12_rolesChangeWithAndWithoutAPool() {
    TestBoard board = TestBoard.founded();
    Change.Roles poolless = new Change.Roles("ops-1", null, List.of(Role.APPROVER), List.of());
    assertThat(proposal(board, poolless)).isEqualTo(Refusal.POOL_MISMATCH);
    decide(board, new Change.Roles("ops-1", null, List.of(Role.IMPACT_ANALYST), List.of()));
    assertThat(board.member("ops-1").may(Role.APPROVER)).isFalse();
    assertThat(board.member("ops-1").may(Role.IMPACT_ANALYST)).isTrue();
  }

  @Test
  void c13_aLimitOfGrowthThatIsNoneIsTooWeak() {
    assertThat(refusalOfGenesis(TestBoard.rulesOfGrowth(1_001), people -> {}))
        .isEqualTo(Refusal.RULES_TOO_WEAK);
    TestBoard board = new TestBoard();
    board.mustApply(board.genesis(TestBoard.rulesOfGrowth(1_000), board.people()));
  }

  @Test
  void c14_aWitnesssKindOfKeyIsNobodys() {
    TestBoard board = TestBoard.founded();
    SignerKey witness = TestLedger.key("ops-1", KeyType.COSIGNATURE, 92);
    Change.Key key = new Change.Key("ops-1", witness.verifier(), proof("ops-1"));
    assertThat(proposal(board, key)).isEqualTo(Refusal.KEY_TAKEN);
  }

  @Test
  void c15_whereRevokedKeysHaveLeftTooFewAnyChangeMayBeProposed() {
    TestBoard board = TestBoard.founded();
    board.mustApply(
        new PersonEntry.KeyRevoked(
            board.header("executor"), board.member("executor").last(), "lost"));
    propose(board, new Change.Remove("intake-2"));
    assertThat(board.file(ID).state()).isEqualTo(CaseState.IN_APPROVAL);
  }
}
