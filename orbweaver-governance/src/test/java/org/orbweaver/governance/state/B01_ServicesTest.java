package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Authorisation.Grant;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.FundingSettings;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.merkle.Hash;

/**
 * Lines, terminals, authorisations and allow-lists in the ledger: nothing is taken but by right.
 */
class B01_ServicesTest {
  private static final Hash SEALED = Hash.leaf(new byte[] {1});

  private TestBoard board = TestBoard.founded();
  private int cases;

  @BeforeEach
  void begin() {
    board = TestBoard.founded();
    cases = 0;
  }

  private void put(Entry entry) {
    assertThat(EntryCodec.decode(EntryCodec.encode(entry))).isEqualTo(entry);
    board.mustApply(entry);
  }

  private LineEntry.Opened opened(String line, ServiceClass serviceClass, @Nullable String payer) {
    return new LineEntry.Opened(board.header("intake"), line, serviceClass, payer, SEALED);
  }

  private LineEntry.FundingChanged funding(
      String by, String line, FundingState state, @Nullable String caseId) {
    return new LineEntry.FundingChanged(
        board.header(by), line, state, "PAY-0001", null, caseId, "as declared");
  }

  private TerminalEntry.Changed terminal(String id, TerminalState state, @Nullable String line) {
    return new TerminalEntry.Changed(board.header("intake"), id, state, line, "");
  }

  private FundingState state(String line) {
    return Objects.requireNonNull(board.state().services().line(line)).funding().state();
  }

  /** A case that is decided and in force now, for a month. */
  private String decided(Effect effect, Where where, List<ServiceClass> classes) {
    String id = Identifiers.nextCase(2026, cases++);
    CaseSteps steps = new CaseSteps(board, id);
    steps.received();
    steps.assessed(
        new Measure(
            effect,
            where,
            classes,
            board.now().plus(Duration.ofDays(8)),
            board.now().plus(Duration.ofDays(38)),
            Duration.ZERO,
            "invented act",
            Expiry.REVERT,
            List.of(),
            null,
            null,
            List.of()));
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1");
    if (steps.state() == CaseState.IN_APPROVAL) {
      steps.approvedBy("relief-1");
    }
    steps.untilItsTime();
    steps.executed(board.impact());
    return id;
  }

  private static Where terminals(String... ids) {
    return new Where.Terminals(List.of(ids));
  }

  @Test
  void a01_aLineIsOpenedPaidForAndGoesDownTheLadderInItsTime() {
    put(opened("SL-0001", ServiceClass.CONSUMER, "PAY-0001"));
    assertThat(state("SL-0001")).isEqualTo(FundingState.FUNDED);
    put(funding("steward", "SL-0001", FundingState.AT_RISK, null));
    board.pass(Duration.ofDays(59));
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.GRACE, null)))
        .isEqualTo(Refusal.FUNDING_STEP);
    board.pass(Duration.ofDays(1));
    put(funding("executor", "SL-0001", FundingState.GRACE, null));
    put(board.notice("SL-0001", FundingState.LIMITED));
    board.pass(Duration.ofDays(30));
    put(funding("executor", "SL-0001", FundingState.LIMITED, null));
    put(board.notice("SL-0001", FundingState.PAUSED));
    board.pass(Duration.ofDays(30));
    put(funding("executor", "SL-0001", FundingState.PAUSED, null));
    put(funding("steward", "SL-0001", FundingState.FUNDED, null));
    assertThat(state("SL-0001")).isEqualTo(FundingState.FUNDED);
    put(new LineEntry.Closed(board.header("intake"), "SL-0001", "moved away"));
    assertThat(Objects.requireNonNull(board.state().services().line("SL-0001")).closed()).isTrue();
    assertThat(board.refusalOf(funding("steward", "SL-0001", FundingState.AT_RISK, null)))
        .isEqualTo(Refusal.NO_SUCH_LINE);
  }

  @Test
  void a02_whoDeclaresPayersDoesNotLowerAndWhoLowersDoesNotDeclare() {
    put(opened("SL-0001", ServiceClass.CONSUMER, null));
    board.pass(Duration.ofDays(60));
    assertThat(board.refusalOf(funding("steward", "SL-0001", FundingState.GRACE, null)))
        .isEqualTo(Refusal.ROLE_MISSING);
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.FUNDED, null)))
        .isEqualTo(Refusal.ROLE_MISSING);
    assertThat(board.refusalOf(opened("SL-0001", ServiceClass.CONSUMER, null)))
        .isEqualTo(Refusal.ID_TAKEN);
    assertThat(board.refusalOf(opened("no id", ServiceClass.CONSUMER, null)))
        .isEqualTo(Refusal.MALFORMED_ID);
    assertThat(board.refusalOf(funding("steward", "SL-0009", FundingState.FUNDED, null)))
        .isEqualTo(Refusal.NO_SUCH_LINE);
    var nobody =
        new LineEntry.FundingChanged(
            board.header("steward"), "SL-0001", FundingState.FUNDED, null, null, null, "x");
    assertThat(board.refusalOf(nobody)).isEqualTo(Refusal.SERVICE_IMPOSSIBLE);
  }

  @Test
  void a03_aSuccessorIsNamedAndAPayerWhoStillPaysHoldsTheGraceBack() {
    put(opened("SL-0001", ServiceClass.RELIEF, "PAY-0001"));
    put(new LineEntry.SuccessorNamed(board.header("steward"), "SL-0001", "PAY-0002", "agreed"));
    put(
        new LineEntry.FundingChanged(
            board.header("steward"),
            "SL-0001",
            FundingState.AT_RISK,
            "PAY-0001",
            board.now().plus(Duration.ofDays(90)),
            null,
            "leaves in summer"));
    board.pass(Duration.ofDays(60));
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.GRACE, null)))
        .isEqualTo(Refusal.FUNDING_STEP);
    put(
        new LineEntry.FundingChanged(
            board.header("steward"),
            "SL-0001",
            FundingState.FUNDED,
            "PAY-0002",
            board.now(),
            null,
            "the successor pays"));
    var funding = Objects.requireNonNull(board.state().services().line("SL-0001")).funding();
    assertThat(funding.successor()).isNull();
    assertThat(funding.paidUntilNs()).isZero();
  }

  @Test
  void a04_aHospitalIsPausedOnlyByADecisionThatNamesItsTerminals() {
    put(opened("SL-0001", ServiceClass.HOSPITAL, null));
    put(terminal("clinic-1", TerminalState.ASSIGNED, "SL-0001"));
    for (FundingState next : List.of(FundingState.GRACE, FundingState.LIMITED)) {
      put(board.notice("SL-0001", next));
      board.pass(Duration.ofDays(60));
      put(funding("executor", "SL-0001", next, null));
    }
    put(board.notice("SL-0001", FundingState.PAUSED));
    board.pass(Duration.ofDays(999));
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, null)))
        .isEqualTo(Refusal.FUNDING_STEP);
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, "C-2026-0009")))
        .isEqualTo(Refusal.NOT_DECIDED);
    List<ServiceClass> hospital = List.of(ServiceClass.HOSPITAL);
    String other = decided(Effect.RESTRICT, terminals("clinic-2"), hospital);
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, other)))
        .isEqualTo(Refusal.NOT_DECIDED);
    String area = decided(Effect.RESTRICT, new Where.Area("vellmark", "ab".repeat(32)), hospital);
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, area)))
        .isEqualTo(Refusal.NOT_DECIDED);
    String lit = decided(Effect.ENABLE, terminals("clinic-1"), hospital);
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, lit)))
        .isEqualTo(Refusal.NOT_DECIDED);
    String named = decided(Effect.RESTRICT, terminals("clinic-1", "x"), hospital);
    put(funding("executor", "SL-0001", FundingState.PAUSED, named));
    assertThat(state("SL-0001")).isEqualTo(FundingState.PAUSED);
  }

  private void refusedUntold(FundingState state) {
    assertThat(board.refusalOf(funding("executor", "SL-0001", state, null)))
        .isEqualTo(Refusal.HOLDER_NOT_TOLD);
  }

  @Test
  void a06_nothingIsTakenBeforeTheHolderWasToldForSevenDays() {
    put(opened("SL-0001", ServiceClass.CONSUMER, null));
    board.pass(Duration.ofDays(60));
    put(funding("executor", "SL-0001", FundingState.GRACE, null));
    board.pass(Duration.ofDays(300));
    refusedUntold(FundingState.LIMITED);
    put(board.notice("SL-0001", FundingState.LIMITED));
    board.pass(Duration.ofDays(7).minusSeconds(1));
    refusedUntold(FundingState.LIMITED);
    // The first notice counts, whatever follows.
    put(board.notice("SL-0001", FundingState.LIMITED));
    put(
        new LineEntry.SuccessorNamed(
            board.header("steward"), "SL-0001", "PAY-0002", "found somebody"));
    board.pass(Duration.ofSeconds(1));
    put(funding("executor", "SL-0001", FundingState.LIMITED, null));
    // What was told on one rung does not count on the next.
    board.pass(Duration.ofDays(300));
    refusedUntold(FundingState.PAUSED);
    put(board.notice("SL-0001", FundingState.PAUSED));
    board.pass(Duration.ofDays(7));
    put(funding("executor", "SL-0001", FundingState.PAUSED, null));
  }

  @Test
  void a07_aNoticeSaysWhatComes() {
    put(opened("SL-0001", ServiceClass.CONSUMER, "PAY-0001"));
    for (FundingState next : FundingState.values()) {
      assertThat(board.refusalOf(board.notice("SL-0001", next)))
          .as("after funded")
          .isEqualTo(Refusal.FUNDING_STEP);
    }
    put(funding("steward", "SL-0001", FundingState.AT_RISK, null));
    assertThat(board.refusalOf(board.notice("SL-0001", FundingState.LIMITED)))
        .isEqualTo(Refusal.FUNDING_STEP);
    assertThat(board.refusalOf(board.notice("SL-0009", FundingState.GRACE)))
        .isEqualTo(Refusal.NO_SUCH_LINE);
    var byIntake =
        new LineEntry.Noticed(board.header("intake"), "SL-0001", FundingState.GRACE, 0, SEALED);
    assertThat(board.refusalOf(byIntake)).isEqualTo(Refusal.ROLE_MISSING);
    put(board.notice("SL-0001", FundingState.GRACE));
  }

  @Test
  void a08_howLongAheadIsARuleOfTheLedger() {
    FundingSettings hasty = new FundingSettings(1, 1, 1, 0);
    board = new TestBoard();
    board.mustApply(board.genesis(TestBoard.rules(hasty), board.people()));
    put(opened("SL-0001", ServiceClass.CONSUMER, null));
    board.pass(Duration.ofDays(1));
    put(funding("executor", "SL-0001", FundingState.GRACE, null));
    board.pass(Duration.ofDays(1));
    refusedUntold(FundingState.LIMITED);
    put(board.notice("SL-0001", FundingState.LIMITED));
    put(funding("executor", "SL-0001", FundingState.LIMITED, null));
  }

  @Test
  void a05_aLineWithoutTerminalsIsNamedByNoDecision() {
    put(opened("SL-0001", ServiceClass.HOSPITAL, null));
    String named = decided(Effect.RESTRICT, terminals("clinic-1"), List.of(ServiceClass.HOSPITAL));
    assertThat(board.refusalOf(funding("executor", "SL-0001", FundingState.PAUSED, named)))
        .isEqualTo(Refusal.NOT_DECIDED);
  }

  @Test
  void b01_terminalsAreGivenAssignedLostFoundAndRetired() {
    put(opened("SL-0001", ServiceClass.RELIEF, null));
    put(terminal("t-1", TerminalState.MADE, null));
    put(
        new TerminalEntry.Donated(
            board.header("intake"),
            "DON-0001",
            ServiceClass.RELIEF,
            40,
            List.of("t-1", "t-2"),
            SEALED));
    put(terminal("t-1", TerminalState.ASSIGNED, "SL-0001"));
    put(terminal("t-1", TerminalState.LOST, null));
    assertThat(Objects.requireNonNull(board.state().services().terminal("t-1")).line())
        .isEqualTo("SL-0001");
    put(
        new TerminalEntry.LocationReviewed(
            board.header("intake"), "t-1", LocationReview.Outcome.EXPLAINED, SEALED, "lent"));
    put(terminal("t-1", TerminalState.FOUND, null));
    put(terminal("t-1", TerminalState.DONATED, null));
    put(terminal("t-1", TerminalState.RETIRED, null));
    assertThat(board.state().services().terminals()).hasSize(2);
    assertThat(board.state().services().lines()).hasSize(1);
  }

  @Test
  void b02_otherStepsAreRefused() {
    put(opened("SL-0001", ServiceClass.RELIEF, null));
    put(opened("SL-0002", ServiceClass.RELIEF, null));
    put(new LineEntry.Closed(board.header("intake"), "SL-0002", "x"));
    put(terminal("t-1", TerminalState.MADE, null));
    refused(terminal("t-1", TerminalState.MADE, null), Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.FOUND, null), Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.DONATED, null), Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.ASSIGNED, null), Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.LOST, "SL-0001"), Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.ASSIGNED, "SL-0009"), Refusal.NO_SUCH_LINE);
    refused(terminal("t-1", TerminalState.ASSIGNED, "SL-0002"), Refusal.NO_SUCH_LINE);
    refused(terminal("not an id", TerminalState.MADE, null), Refusal.MALFORMED_ID);
    TerminalEntry.Donated given =
        new TerminalEntry.Donated(
            board.header("intake"), "DON-0001", ServiceClass.RELIEF, 1, List.of("t-1"), SEALED);
    put(given);
    refused(given, Refusal.TERMINAL_STEP);
    refused(terminal("t-1", TerminalState.MADE, null), Refusal.TERMINAL_STEP);
    refused(
        new TerminalEntry.Donated(
            board.header("intake"), "no id", ServiceClass.RELIEF, 1, List.of(), SEALED),
        Refusal.MALFORMED_ID);
    refused(
        new TerminalEntry.LocationReviewed(
            board.header("intake"), "t-9", LocationReview.Outcome.MOVED, SEALED, "x"),
        Refusal.NO_SUCH_TERMINAL);
    refused(
        new TerminalEntry.LocationReviewed(
            board.header("intake"), "t-1", LocationReview.Outcome.OPEN, SEALED, "x"),
        Refusal.TERMINAL_STEP);
  }

  private void refused(Entry entry, Refusal refusal) {
    assertThat(board.refusalOf(entry)).isEqualTo(refusal);
  }

  private AuthorisationEntry.Granted granted(String id, Grant grant, long days, String caseId) {
    return new AuthorisationEntry.Granted(
        board.header("intake"),
        id,
        "t-1",
        grant,
        board.now(),
        days == 0 ? null : board.now().plus(Duration.ofDays(days)),
        "a list",
        caseId);
  }

  private AuthorisationEntry.Revoked revoked(String id, String caseId) {
    return new AuthorisationEntry.Revoked(board.header("intake"), id, caseId, "returned");
  }

  @Test
  void c01_anAuthorisationRestsOnACaseThatEnables() {
    Where area = new Where.Area("vellmark", "ab".repeat(32));
    List<ServiceClass> all = List.of(ServiceClass.CONSUMER, ServiceClass.HOSPITAL);
    refused(granted("AUT-0001", Grant.ALLOW, 1, "C-2026-0001"), Refusal.NOT_DECIDED);
    String dark = decided(Effect.RESTRICT, area, all);
    refused(granted("AUT-0001", Grant.ALLOW, 1, dark), Refusal.NOT_DECIDED);
    String others = decided(Effect.ENABLE, terminals("t-2"), all);
    refused(granted("AUT-0001", Grant.ALLOW, 1, others), Refusal.NOT_DECIDED);
    String only = decided(Effect.AUTHORISED_ONLY, area, all);
    put(granted("AUT-0001", Grant.ALLOW, 1, only));
    refused(granted("AUT-0001", Grant.ALLOW, 1, only), Refusal.ID_TAKEN);
    refused(granted("AUT-0002", Grant.ALLOW, 40, only), Refusal.NOT_DECIDED);
    refused(granted("AUT-0002", Grant.ALLOW, 0, only), Refusal.NOT_DECIDED);
    refused(granted("AUT-0002", Grant.EXEMPT, 1, only), Refusal.NOT_DECIDED);

    refused(revoked("AUT-0001", only), Refusal.NOT_DECIDED);
    refused(revoked("AUT-0009", only), Refusal.NO_SUCH_AUTHORISATION);
    String taken = decided(Effect.RESTRICT, terminals("t-1"), all);
    put(revoked("AUT-0001", taken));
    refused(revoked("AUT-0001", taken), Refusal.SERVICE_IMPOSSIBLE);
    assertThat(board.state().services().authorisations())
        .extracting(Authorisation::terminal)
        .containsExactly("t-1");
  }

  @Test
  void c02_anExemptionRestsOnACaseThatExemptsAndEndsWithIt() {
    String exempts = decided(Effect.EXEMPT, terminals("t-1"), List.of(ServiceClass.HOSPITAL));
    put(granted("AUT-0001", Grant.EXEMPT, 5, exempts));
    refused(granted("AUT-0002", Grant.EXEMPT, 31, exempts), Refusal.NOT_DECIDED);
    refused(granted("AUT-0002", Grant.ALLOW, 5, exempts), Refusal.NOT_DECIDED);
    board.pass(Duration.ofDays(31));
    refused(granted("AUT-0002", Grant.EXEMPT, 5, exempts), Refusal.NOT_DECIDED);
  }

  private AllowListEntry.Announced announced(long days, ServiceClass... classes) {
    return new AllowListEntry.Announced(
        board.header("intake"),
        "AL-0001",
        "vellmark",
        List.of(
            new AllowListEntry.WavePlan(
                board.now().plus(Duration.ofDays(days)), List.of(classes))));
  }

  private AllowListEntry.Rehearsed rehearsed(int wave) {
    return new AllowListEntry.Rehearsed(board.header("analyst"), "AL-0001", wave, 9, 2, SEALED);
  }

  private AllowListEntry.Enforced enforced(int wave, Hash run, String caseId) {
    return new AllowListEntry.Enforced(board.header("executor"), "AL-0001", wave, run, caseId);
  }

  @Test
  void d01_anAllowListIsAnnouncedFilledRehearsedAndEnforced() {
    refused(rehearsed(0), Refusal.NO_SUCH_LIST);
    refused(announced(9, ServiceClass.HOSPITAL), Refusal.SERVICE_IMPOSSIBLE);
    put(announced(12, ServiceClass.CONSUMER));
    refused(announced(12, ServiceClass.CONSUMER), Refusal.ID_TAKEN);
    put(new AllowListEntry.Enrolled(board.header("intake"), "AL-0001", List.of("t-1", "t-2")));
    Where area = new Where.Area("vellmark", "ab".repeat(32));
    List<ServiceClass> consumer = List.of(ServiceClass.CONSUMER);
    String only = decided(Effect.AUTHORISED_ONLY, area, consumer);
    String dark = decided(Effect.RESTRICT, area, consumer);
    String elsewhere =
        decided(Effect.AUTHORISED_ONLY, new Where.Area("south", "ab".repeat(32)), consumer);
    String offices = decided(Effect.AUTHORISED_ONLY, area, List.of(ServiceClass.GOVERNMENT));
    refused(enforced(0, SEALED, only), Refusal.ALLOW_LIST_STEP);
    refused(rehearsed(1), Refusal.ALLOW_LIST_STEP);
    String again = decided(Effect.AUTHORISED_ONLY, area, consumer);
    put(rehearsed(0));
    refused(enforced(1, SEALED, again), Refusal.ALLOW_LIST_STEP);
    refused(enforced(0, Hash.leaf(new byte[0]), again), Refusal.ALLOW_LIST_STEP);
    refused(enforced(0, SEALED, dark), Refusal.NOT_DECIDED);
    refused(enforced(0, SEALED, elsewhere), Refusal.NOT_DECIDED);
    refused(enforced(0, SEALED, "C-2026-0099"), Refusal.NOT_DECIDED);
    refused(enforced(0, SEALED, offices), Refusal.NOT_DECIDED);
    board.pass(Duration.ofHours(25));
    refused(enforced(0, SEALED, again), Refusal.ALLOW_LIST_STEP);
    put(rehearsed(0));
    put(enforced(0, SEALED, again));
    refused(enforced(1, SEALED, again), Refusal.ALLOW_LIST_STEP);
    ListFacts facts = board.state().services().allowLists().findFirst().orElseThrow();
    assertThat(facts.list().enforced()).isEqualTo(1);
    assertThat(facts.list().listed()).containsExactly("t-1", "t-2");
  }

  @Test
  void d00_timesBeyondTimeAreRefused() {
    refused(announced(200_000, ServiceClass.CONSUMER), Refusal.NOT_AN_ENTRY);
  }

  @Test
  void d02_noWaveComesBeforeItsTime() {
    put(announced(9, ServiceClass.CONSUMER));
    String only =
        decided(
            Effect.AUTHORISED_ONLY,
            new Where.Area("vellmark", "ab".repeat(32)),
            List.of(ServiceClass.CONSUMER));
    put(rehearsed(0));
    refused(enforced(0, SEALED, only), Refusal.TOO_EARLY);
    board.pass(Duration.ofDays(1));
    put(enforced(0, SEALED, only));
  }

  @Test
  void e01_whatIsTriedOnAForkStaysThereUntilItIsJoined() {
    GovernanceState fork = board.state().fork();
    fork.apply(fork.size(), board.sign(opened("SL-0001", ServiceClass.CONSUMER, null)));
    assertThat(fork.services().line("SL-0001")).isNotNull();
    assertThat(board.state().services().line("SL-0001")).isNull();
    Services before = board.state().services().copy();
    fork.join();
    assertThat(before.line("SL-0001")).isNull();
    assertThat(board.state().services().line("SL-0001")).isNotNull();
  }
}
