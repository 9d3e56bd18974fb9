package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Authorisation.Grant;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.merkle.Hash;

/** What an allow-list's wave and a terminal's right rest on, to the second. */
class B03_ListsAndRightsTest {
  private static final Hash RUN = Hash.leaf(new byte[] {7});
  private static final String LIST = "AL-0001";
  private static final Where AREA = new Where.Area("vellmark", "ab".repeat(32));

  private TestBoard board;
  private int cases;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
    cases = 0;
  }

  /** A case about consumers in force from now on, without an end. */
  private String decided(Effect effect, Where where) {
    return decided(effect, where, List.of(ServiceClass.CONSUMER));
  }

  private String decided(Effect effect, Where where, List<ServiceClass> classes) {
    String id = Identifiers.nextCase(2026, cases++);
    CaseSteps steps = new CaseSteps(board, id);
    steps.received();
    Measure of = board.measure(effect, Duration.ofHours(1), "at once");
    steps.assessed(
        new Measure(
            of.effect(),
            where,
            classes,
            of.from(),
            null,
            of.grace(),
            of.legalBasis(),
            of.onExpiry(),
            of.yieldsTo(),
            of.review(),
            of.urgency(),
            of.supersedes()));
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

  /** A list whose waves, a class each, begin so many days from now. */
  private void announced(int... days) {
    List<ServiceClass> classes = List.of(ServiceClass.CONSUMER, ServiceClass.GOVERNMENT);
    List<AllowListEntry.WavePlan> waves = new ArrayList<>();
    for (int day : days) {
      waves.add(
          new AllowListEntry.WavePlan(
              board.now().plus(Duration.ofDays(day)), List.of(classes.get(waves.size()))));
    }
    board.mustApply(new AllowListEntry.Announced(board.header("intake"), LIST, "vellmark", waves));
  }

  private void rehearsed(int wave) {
    board.mustApply(new AllowListEntry.Rehearsed(board.header("analyst"), LIST, wave, 9, 2, RUN));
  }

  private AllowListEntry.Enforced enforced(int wave, String caseId) {
    return new AllowListEntry.Enforced(board.header("executor"), LIST, wave, RUN, caseId);
  }

  @Test
  void a01_aWaveComesSevenDaysAfterItsListWasAnnouncedAtTheEarliest() {
    String only = decided(Effect.AUTHORISED_ONLY, AREA);
    announced(1);
    board.pass(Duration.ofDays(7).minusSeconds(1));
    rehearsed(0);
    assertThat(board.refusalOf(enforced(0, only))).isEqualTo(Refusal.TOO_EARLY);
    board.pass(Duration.ofSeconds(1));
    board.mustApply(enforced(0, only));
  }

  @Test
  void a02_theDryRunOfOneWaveIsNoneOfTheNext() {
    String only = decided(Effect.AUTHORISED_ONLY, AREA);
    announced(7, 7);
    board.pass(Duration.ofDays(7));
    rehearsed(0);
    String all =
        decided(
            Effect.AUTHORISED_ONLY, AREA, List.of(ServiceClass.CONSUMER, ServiceClass.GOVERNMENT));
    board.mustApply(enforced(0, only));
    assertThat(board.refusalOf(enforced(1, all))).isEqualTo(Refusal.ALLOW_LIST_STEP);
    rehearsed(1);
    assertThat(board.refusalOf(enforced(1, only)))
        .as("consumers only")
        .isEqualTo(Refusal.NOT_DECIDED);
    board.mustApply(enforced(1, all));
  }

  @Test
  void a03_aCaseThatIsAboutNoAreaLetsNoWaveIn() {
    String everywhere = decided(Effect.AUTHORISED_ONLY, new Where.Everywhere());
    announced(7);
    board.pass(Duration.ofDays(7));
    rehearsed(0);
    assertThat(board.refusalOf(enforced(0, everywhere))).isEqualTo(Refusal.NOT_DECIDED);
  }

  @Test
  void a04_aDryRunHoldsForADay() {
    String only = decided(Effect.AUTHORISED_ONLY, AREA);
    announced(7);
    board.pass(Duration.ofDays(7));
    rehearsed(0);
    board.pass(Duration.ofDays(1));
    assertThat(board.state().fork().apply(board.state().size(), board.sign(enforced(0, only))))
        .as("to the second")
        .isNotInstanceOf(Outcome.Refused.class);
    board.pass(Duration.ofSeconds(1));
    assertThat(board.refusalOf(enforced(0, only))).isEqualTo(Refusal.ALLOW_LIST_STEP);
    board.pass(Duration.ofSeconds(-1));
    board.mustApply(enforced(0, only));
  }

  @Test
  void a05_aListWithNobodyOnItLightsNobody() {
    String only = decided(Effect.AUTHORISED_ONLY, AREA);
    announced(7);
    board.pass(Duration.ofDays(7));
    rehearsed(0);
    board.mustApply(enforced(0, only));
    assertThat(ServiceDecisions.of(board.state().services(), true)).isEmpty();
  }

  private AuthorisationEntry.Granted granted(
      String id, Duration ahead, @Nullable Duration length, String caseId) {
    return new AuthorisationEntry.Granted(
        board.header("intake"),
        id,
        "t-1",
        Grant.ALLOW,
        board.now().plus(ahead),
        length == null ? null : board.now().plus(ahead).plus(length),
        "a list",
        caseId);
  }

  @Test
  void b01_whatIsDecidedWithoutAnEndMayBeGrantedWithoutOne() {
    String lit = decided(Effect.ENABLE, AREA);
    board.mustApply(granted("AUT-0001", Duration.ZERO, null, lit));
    board.mustApply(granted("AUT-0002", Duration.ZERO, Duration.ofDays(3_000), lit));
    assertThat(ServiceDecisions.of(board.state().services(), true)).hasSize(2);
  }

  @Test
  void b02_aRightThatWasTakenBackBeforeItBeganDecidesNothing() {
    String lit = decided(Effect.ENABLE, AREA);
    board.mustApply(granted("AUT-0001", Duration.ofDays(5), null, lit));
    assertThat(ServiceDecisions.of(board.state().services(), true)).hasSize(1);
    String taken = decided(Effect.RESTRICT, new Where.Terminals(List.of("t-1")));
    board.mustApply(
        new AuthorisationEntry.Revoked(board.header("intake"), "AUT-0001", taken, "returned"));
    assertThat(ServiceDecisions.of(board.state().services(), true)).isEmpty();
  }
}
