package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.merkle.Hash;

/** What cases decide, in the network's words: from when on, and until when indeed. */
class A15_CaseDecisionsTest {
  private static final String ID = "C-2026-0001";
  private static final String NEXT = "C-2026-0002";
  private static final Duration HOUR = Duration.ofHours(1);

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  private CaseSteps approved(String id, Measure measure) {
    CaseSteps steps = new CaseSteps(board, id);
    steps.received();
    steps.assessed(measure);
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1");
    if (steps.state() == CaseState.IN_APPROVAL) {
      steps.approvedBy("relief-1");
    }
    return steps;
  }

  private CaseSteps effective(String id, Measure measure) {
    CaseSteps steps = approved(id, measure);
    steps.untilItsTime();
    steps.executed(board.impact());
    return steps;
  }

  private List<Decision> all() {
    return CaseDecisions.all(board.state(), file -> true, true);
  }

  private Decision decision(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static long ns(Instant time) {
    return Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L) + time.getNano();
  }

  private Instant end(String id) {
    return Instant.EPOCH.plusNanos(decision(id).endNs());
  }

  private Measure restriction() {
    return board.measure(Effect.RESTRICT, Duration.ofDays(9), null);
  }

  private static Measure exemption(Measure of) {
    return new Measure(
        Effect.EXEMPT,
        new Where.Terminals(List.of("clinic-1")),
        List.of(ServiceClass.HOSPITAL),
        of.from(),
        of.until(),
        Duration.ZERO,
        "invented act",
        Expiry.REVERT,
        List.of(),
        null,
        null,
        List.of());
  }

  @Test
  void a01_itEndsAsPlannedWhereNothingHappens() {
    Measure measure = restriction();
    effective(ID, measure);
    assertThat(decision(ID).fromNs()).isEqualTo(ns(measure.from()));
    assertThat(end(ID)).isEqualTo(measure.until());
    assertThat(decision(ID).witnessed()).isTrue();
    assertThat(CaseDecisions.all(board.state(), file -> false, true)).isEmpty();
  }

  @Test
  void a02_anotherTakesItsPlaceFromItsOwnTimeOn_withoutAnEntryThatSaysSo() {
    effective(ID, restriction());
    Measure lights =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(2), null), ID);
    CaseSteps second = approved(NEXT, lights);
    second.noticed();
    second.scheduled();
    board.pass(Duration.between(board.now(), lights.from()).minus(HOUR));
    second.executed(board.impact());
    assertThat(end(ID)).isEqualTo(lights.from());
    assertThat(board.state().inForce(board.now())).containsExactly(board.file(ID));
    assertThat(board.state().inForce(lights.from())).containsExactly(board.file(NEXT));
    board.pass(HOUR);
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, NEXT));
    assertThat(end(ID)).isEqualTo(lights.from());
  }

  @Test
  void a03_whatNeverActedTakesNoPlace() {
    effective(ID, restriction());
    Measure darkens =
        TestBoard.superseding(board.measure(Effect.RESTRICT, Duration.ofDays(9), null), ID);
    CaseSteps second = approved(NEXT, darkens);
    second.noticed();
    second.scheduled();
    board.pass(Duration.between(board.now(), darkens.from()).minus(HOUR));
    second.executed(board.impact());
    board.mustApply(
        new CaseEntry.Reconsidered(board.header("overseer"), NEXT, board.on(NEXT), "anew"));
    board.mustApply(second.refusal("ops-2"));
    board.mustApply(second.refusal("legal-2"));
    assertThat(all()).extracting(Decision::id).containsExactly(ID);
    assertThat(end(ID)).isEqualTo(Objects.requireNonNull(board.file(ID).plannedEnd()));
  }

  @Test
  void a04_whatHoldsOnEndsOnlyWhereAnotherTakesItsPlace() {
    effective(ID, TestBoard.holding(restriction()));
    assertThat(decision(ID).endNs()).isEqualTo(Decision.OPEN);
    Measure lights =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(2), null), ID);
    effective(NEXT, lights);
    assertThat(end(ID)).isEqualTo(lights.from());
  }

  @Test
  void a05_anExemptionThatIsReplacedKeepsAnEnd() {
    effective(ID, exemption(board.measure(Effect.ENABLE, Duration.ofDays(1), null)));
    Measure next = exemption(board.measure(Effect.ENABLE, Duration.ofDays(2), null));
    effective(
        NEXT,
        new Measure(
            next.effect(),
            next.where(),
            next.classes(),
            next.from(),
            next.until(),
            next.grace(),
            next.legalBasis(),
            next.onExpiry(),
            next.yieldsTo(),
            next.review(),
            "the first is in doubt",
            List.of(ID)));
    assertThat(end(ID)).isEqualTo(next.from());
    assertThat(all()).hasSize(2);
  }

  /** Two hours after its time. */
  private void late(Measure measure) {
    CaseSteps steps = approved(ID, measure);
    steps.noticed();
    steps.scheduled();
    board.pass(Duration.between(board.now(), measure.from()).plus(HOUR.multipliedBy(2)));
    steps.executed(board.impact());
  }

  @Test
  void a06_whatIsCarriedOutAfterItsEndDecidesNothing() {
    Measure is = restriction();
    late(TestBoard.until(is, is.from().plus(HOUR)));
    assertThat(all()).isEmpty();
  }

  @Test
  void a07_whatIsCarriedOutAfterItsEndButHoldsOnHolds() {
    Measure is = restriction();
    late(TestBoard.holding(TestBoard.until(is, is.from().plus(HOUR))));
    assertThat(decision(ID).fromNs()).isEqualTo(ns(board.now()));
    assertThat(decision(ID).endNs()).isEqualTo(Decision.OPEN);
  }

  @Test
  void a08_whatIsCarriedOutInItsGraceLastsAsLongAsThat() {
    Measure is = board.measure(Effect.ENABLE, Duration.ofDays(1), null);
    Measure graceful =
        TestBoard.withGrace(TestBoard.until(is, is.from().plus(Duration.ofMinutes(90))));
    late(graceful);
    assertThat(decision(ID).fromNs()).isEqualTo(ns(board.now()));
    assertThat(end(ID)).isEqualTo(graceful.end());
  }

  @Test
  void a09_whatIsNotYetInEffectOrAboutPeopleDecidesNothing() {
    new CaseSteps(board, ID).received();
    approved(NEXT, restriction());
    board.mustApply(
        new CaseEntry.Proposed(
            board.header("admin"),
            "C-2026-0003",
            List.of(new Change.Rules(Settings.DEFAULT)),
            "as they are"));
    assertThat(all()).isEmpty();
  }

  @Test
  void a10_ofTwoThatTakeItsPlaceTheFirstEndsIt() {
    effective(ID, restriction());
    Measure first =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(3), null), ID);
    Measure earlier =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(2), null), ID);
    CaseSteps one = approved(NEXT, first);
    CaseSteps other = approved("C-2026-0003", earlier);
    one.noticed();
    one.scheduled();
    other.untilItsTime();
    other.executed(board.impact());
    board.pass(Duration.between(board.now(), first.from()));
    one.executed(board.impact());
    assertThat(end(ID)).isEqualTo(earlier.from());
  }

  @Test
  void b01_linesAndListsAreAmongThem() {
    Hash sealed = Hash.leaf(new byte[] {1});
    board.mustApply(
        new LineEntry.Opened(
            board.header("intake"), "SL-0001", ServiceClass.HOSPITAL, null, sealed));
    board.mustApply(
        new TerminalEntry.Changed(
            board.header("intake"), "clinic-1", TerminalState.ASSIGNED, "SL-0001", ""));
    for (FundingState next : List.of(FundingState.GRACE, FundingState.LIMITED)) {
      board.mustApply(board.notice("SL-0001", next));
      board.pass(Duration.ofDays(60));
      board.mustApply(
          new LineEntry.FundingChanged(
              board.header("executor"), "SL-0001", next, null, null, null, "time"));
    }
    assertThat(all())
        .singleElement()
        .extracting(Decision::id, Decision::effect)
        .containsExactly("funding:SL-0001", Effect.LIMIT);
  }

  @Test
  void a10_ofTwoThatTakeItsPlaceTheFirstDoes() {
    effective(ID, TestBoard.holding(restriction()));
    Measure sooner =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(2), null), ID);
    Measure later =
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofDays(3), null), ID);
    CaseSteps second = approved(NEXT, sooner);
    CaseSteps third = approved("C-2026-0003", later);
    second.untilItsTime();
    second.executed(board.impact());
    third.untilItsTime();
    third.executed(board.impact());
    assertThat(end(ID)).isEqualTo(sooner.from());
  }
}
