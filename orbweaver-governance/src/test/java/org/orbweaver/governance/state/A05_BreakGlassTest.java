package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Outline;
import org.orbweaver.governance.entry.Where;

/** Two people act at once, for four hours, and answer for it. */
class A05_BreakGlassTest {
  private static final String ID = "C-2026-0001";
  private static final Duration HOURS = Duration.ofHours(4);

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  private Measure measure(Effect effect, Duration length, List<ServiceClass> classes) {
    return new Measure(
        effect,
        TestAreas.where("vellmark"),
        classes,
        board.now(),
        board.now().plus(length),
        Duration.ZERO,
        "invented act, section 4",
        Expiry.REVERT,
        List.of(),
        null,
        null,
        List.of());
  }

  private CaseEntry.BreakGlassCalled call(String by, String id, Measure measure) {
    return TestAreas.call(board.header(by), id, measure, "an attack");
  }

  private CaseEntry.BreakGlassConfirmed confirmation(String by) {
    return new CaseEntry.BreakGlassConfirmed(board.header(by), ID, board.on(ID));
  }

  private CaseEntry.AutoReverted reversion() {
    return new CaseEntry.AutoReverted(board.header("executor"), ID, board.on(ID));
  }

  private CaseEntry.Ratified ratification(String by) {
    return new CaseEntry.Ratified(board.header(by), ID, board.on(ID), "it was right");
  }

  private void darkened() {
    board.mustApply(
        call("glass-1", ID, measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER))));
    board.mustApply(confirmation("glass-2"));
  }

  private CaseState state() {
    return board.file(ID).state();
  }

  @Test
  void a01_itIsInEffectFromTheSecondWordOnAndRevertsByItself() {
    board.mustApply(
        call("glass-1", ID, measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER))));
    assertThat(state()).isEqualTo(CaseState.BREAK_GLASS);
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(confirmation("glass-2"));
    assertThat(state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.state().inForce(board.now())).hasSize(1);
    assertThat(board.refusalOf(reversion())).isEqualTo(Refusal.TOO_EARLY);
    board.pass(HOURS);
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(reversion());
    assertThat(state()).isEqualTo(CaseState.AUTO_REVERTED);
  }

  @Test
  void a02_oneIsNotTwo() {
    board.mustApply(
        call("glass-1", ID, measure(Effect.ENABLE, HOURS, List.of(ServiceClass.CONSUMER))));
    assertThat(board.refusalOf(confirmation("glass-1"))).isEqualTo(Refusal.SAME_PERSON);
    assertThat(board.refusalOf(confirmation("ops-1"))).isEqualTo(Refusal.ROLE_MISSING);
  }

  @Test
  void a03_essentialLinesAreNeverRestrictedButMayBeLit() {
    List<ServiceClass> essential = List.of(ServiceClass.CONSUMER, ServiceClass.HOSPITAL);
    assertThat(board.refusalOf(call("glass-1", ID, measure(Effect.RESTRICT, HOURS, essential))))
        .isEqualTo(Refusal.ESSENTIAL_LINES);
    board.mustApply(call("glass-1", ID, measure(Effect.ENABLE, HOURS, essential)));
  }

  @Test
  void a04_fourHoursAtMost() {
    Measure longer = measure(Effect.ENABLE, HOURS.plusSeconds(1), List.of(ServiceClass.CONSUMER));
    assertThat(board.refusalOf(call("glass-1", ID, longer))).isEqualTo(Refusal.TOO_LONG);
    assertThat(board.refusalOf(call("glass-1", ID, TestBoard.endless(longer))))
        .isEqualTo(Refusal.TOO_LONG);
  }

  @Test
  void a05_aCallThatNobodyConfirmsExpires() {
    board.mustApply(
        call("glass-1", ID, measure(Effect.ENABLE, HOURS, List.of(ServiceClass.CONSUMER))));
    board.pass(HOURS.plusSeconds(1));
    assertThat(board.refusalOf(confirmation("glass-2"))).isEqualTo(Refusal.TOO_LATE);
    board.mustApply(new CaseEntry.Expired(board.header("executor"), ID, board.on(ID)));
    assertThat(state()).isEqualTo(CaseState.EXPIRED);
    assertThat(
            board.refusalOf(
                new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "x")))
        .isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a06_anAreaHasNoSecondTimeBeforeTheFirstIsRatified() {
    darkened();
    Measure again = measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER));
    assertThat(board.refusalOf(call("ops-2", "C-2026-0002", again)))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    board.pass(HOURS);
    board.mustApply(reversion());
    again = measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER));
    assertThat(board.refusalOf(call("ops-2", "C-2026-0002", again)))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    assertThat(state()).isEqualTo(CaseState.AUTO_REVERTED);
    board.mustApply(call("ops-2", "C-2026-0002", again));
  }

  @Test
  void a07_twoCallsForOneAreaAreNotBothConfirmed() {
    Measure measure = measure(Effect.ENABLE, HOURS, List.of(ServiceClass.CONSUMER));
    board.mustApply(call("glass-1", ID, measure));
    board.mustApply(call("glass-2", "C-2026-0002", measure));
    board.mustApply(confirmation("glass-2"));
    CaseEntry.BreakGlassConfirmed other =
        new CaseEntry.BreakGlassConfirmed(
            board.header("glass-1"), "C-2026-0002", board.on("C-2026-0002"));
    assertThat(board.refusalOf(other)).isEqualTo(Refusal.AREA_NOT_RATIFIED);
  }

  @Test
  void a08_thoseWhoActedDoNotRatify() {
    board.mustApply(
        call("ops-2", ID, measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER))));
    board.mustApply(confirmation("glass-2"));
    assertThat(board.refusalOf(ratification("ops-2"))).isEqualTo(Refusal.OWN_CASE);
    assertThat(board.refusalOf(ratification("glass-1"))).isEqualTo(Refusal.ROLE_MISSING);
  }

  @Test
  void a09_ratifiedItStillEndsInTime() {
    darkened();
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    assertThat(state()).isEqualTo(CaseState.RATIFIED);
    assertThat(board.state().inForce(board.now())).hasSize(1);
    board.pass(HOURS);
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(
        new CaseEntry.Ended(board.header("executor"), ID, board.on(ID), EndReason.EXPIRED, null));
  }

  @Test
  void a10_oneRestoresTheLastApprovedState() {
    darkened();
    board.mustApply(
        new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "a false alarm"));
    assertThat(state()).isEqualTo(CaseState.ENDED);
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(ratification("ops-1"));
  }

  @Test
  void a11_whatIsNotRatifiedButRefusedEndsAtOnce() {
    darkened();
    for (String id : List.of("ops-1", "legal-1")) {
      board.mustApply(
          new CaseEntry.Refused(board.header(id), ID, board.on(ID), "there was no attack"));
    }
    assertThat(board.state().inForce(board.now())).isEmpty();
    board.mustApply(reversion());
  }

  @Test
  void a12_itIsNotApprovedAndAnOrdinaryCaseIsNotRatified() {
    darkened();
    assertThat(
            board.refusalOf(
                new CaseEntry.Approved(board.header("ops-1"), ID, board.on(ID), null, "x")))
        .isEqualTo(Refusal.WRONG_STATE);
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0002", Effect.RESTRICT);
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
    CaseEntry.Ratified ratified =
        new CaseEntry.Ratified(board.header("ops-1"), "C-2026-0002", board.on("C-2026-0002"), "x");
    assertThat(board.refusalOf(ratified)).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a13_anAreaAndNothingElse() {
    Measure measure = measure(Effect.ENABLE, HOURS, List.of(ServiceClass.CONSUMER));
    for (Measure other :
        List.of(
            TestBoard.where(measure, new Where.Everywhere()),
            TestBoard.effect(measure, Effect.PROHIBIT),
            TestBoard.holding(measure),
            TestBoard.withGrace(measure))) {
      assertThat(board.refusalOf(call("glass-1", ID, other))).isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
    }
  }

  private Measure in(ServiceArea area) {
    Measure measure = measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER));
    return TestBoard.where(measure, TestAreas.where(area));
  }

  private CaseEntry.BreakGlassCalled callIn(ServiceArea area, String id) {
    return new CaseEntry.BreakGlassCalled(
        board.header("ops-2"), id, in(area), Outline.of(area), "an attack");
  }

  @Test
  void a15_anAreaThatOverlapsCountsAsTheSame() {
    darkened();
    assertThat(board.refusalOf(callIn(TestAreas.area("ostholm"), "C-2026-0002")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    assertThat(board.refusalOf(callIn(TestAreas.box("speck", 41, 11, 42, 12), "C-2026-0002")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    assertThat(board.refusalOf(callIn(TestAreas.box("all", -90, -180, 90, 180), "C-2026-0002")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    // Redrawn elsewhere it is still the area that was darkened.
    assertThat(board.refusalOf(callIn(TestAreas.box("vellmark", 0, 0, 1, 1), "C-2026-0002")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    board.mustApply(callIn(TestAreas.area("lange-bucht"), "C-2026-0002"));
  }

  @Test
  void a16_ratifiedItLeavesWhatOverlapsItFree() {
    darkened();
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    board.mustApply(callIn(TestAreas.area("ostholm"), "C-2026-0002"));
    board.mustApply(
        new CaseEntry.BreakGlassConfirmed(
            board.header("glass-1"), "C-2026-0002", board.on("C-2026-0002")));
    assertThat(board.refusalOf(callIn(TestAreas.area("vellmark"), "C-2026-0003")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    board.mustApply(callIn(TestAreas.area("lange-bucht"), "C-2026-0003"));
  }

  @Test
  void a17_ofTwoCallsForAreasThatOverlapOneIsConfirmed() {
    board.mustApply(callIn(TestAreas.area("vellmark"), ID));
    board.mustApply(callIn(TestAreas.area("ostholm"), "C-2026-0002"));
    board.mustApply(confirmation("glass-1"));
    CaseEntry.BreakGlassConfirmed other =
        new CaseEntry.BreakGlassConfirmed(
            board.header("glass-1"), "C-2026-0002", board.on("C-2026-0002"));
    assertThat(board.refusalOf(other)).isEqualTo(Refusal.AREA_NOT_RATIFIED);
  }

  @Test
  void a18_theOutlineIsTheOneOfTheHash() {
    ServiceArea area = TestAreas.area("vellmark");
    Outline right = Outline.of(area);
    List<List<List<String>>> other = Outline.of(TestAreas.area("ostholm")).polygons();
    for (Outline wrong :
        List.of(
            new Outline(null, "", right.border(), other),
            new Outline("parent", "", right.border(), right.polygons()),
            new Outline(null, "ab", right.border(), right.polygons()),
            new Outline(null, "", "0 0 0 0 KEEP", right.polygons()),
            new Outline(null, "", right.border(), List.of()),
            new Outline(null, "", right.border(), List.of(List.of())),
            outlineOf("0,0", "1,0"),
            outlineOf("0,0", "1,0", "1,91"),
            outlineOf("0,0", "1,0", "1,1.0"),
            outlineOf("0,0", "1,0", "01,1"),
            outlineOf("0,0", "1,0", "1,1e0"),
            outlineOf("0,0", "2,0", "0,2", "2,2"))) {
      assertThat(
              board.refusalOf(
                  new CaseEntry.BreakGlassCalled(
                      board.header("glass-1"), ID, in(area), wrong, "an attack")))
          .as("%s", wrong)
          .isEqualTo(Refusal.WRONG_OUTLINE);
    }
  }

  private static Outline outlineOf(String... corners) {
    String border = Outline.of(TestAreas.area("vellmark")).border();
    return new Outline(null, "", border, List.of(List.of(List.of(corners))));
  }

  @Test
  void a19_whatIsCutOutOfAnAreaIsInItsOutline() {
    ServiceArea whole = TestAreas.area("vellmark");
    AreaRing hole = TestAreas.box("x", 41, 11, 42, 12).shape().polygons().getFirst().outer();
    AreaRing border = whole.shape().polygons().getFirst().outer();
    AreaShape shape = new AreaShape(List.of(new AreaShape.Polygon(border, List.of(hole))));
    ServiceArea ring = new ServiceArea("ring", "vellmark", shape, null, whole.border());
    assertThat(Outline.of(ring).shape()).isEqualTo(shape);
    board.mustApply(callIn(ring, ID));
    board.mustApply(confirmation("glass-1"));
    assertThat(board.refusalOf(callIn(TestAreas.box("b", 40, 10, 42, 12), "C-2026-0002")))
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    board.mustApply(callIn(TestAreas.box("c", 41, 11, 42, 12), "C-2026-0002"));
  }

  @Test
  void a20_anOrdinaryCaseIsNotConfirmed() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    assertThat(board.refusalOf(confirmation("glass-1"))).isEqualTo(Refusal.WRONG_STATE);
    assertThat(steps.state()).isEqualTo(CaseState.IN_APPROVAL);
  }

  @Test
  void a21_itSupersedesNothing() {
    CaseSteps lit = CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE);
    lit.approvedBy("ops-1", "legal-1");
    lit.untilItsTime();
    lit.executed(board.impact());
    Measure measure = measure(Effect.ENABLE, HOURS, List.of(ServiceClass.CONSUMER));
    assertThat(board.refusalOf(call("glass-1", ID, TestBoard.superseding(measure, "C-2026-0002"))))
        .isEqualTo(Refusal.MEASURE_IMPOSSIBLE);
    board.mustApply(call("glass-1", ID, measure));
  }

  private Measure instead() {
    return TestBoard.superseding(
        board.measure(Effect.RESTRICT, Duration.ZERO, "the attack goes on"), ID);
  }

  @Test
  void a22_anOrdinaryDecisionTakesItsPlace() {
    darkened();
    CaseSteps steps = new CaseSteps(board, "C-2026-0002");
    steps.received();
    steps.assessed(instead());
    steps.previewed(board.impact());
    steps.submitted();
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.noticed();
    steps.scheduled();
    steps.executed(board.impact());
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), ID, board.on(ID), EndReason.SUPERSEDED, "C-2026-0002"));
    assertThat(state()).isEqualTo(CaseState.ENDED);
    assertThat(board.state().inForce(board.now())).containsExactly(board.file("C-2026-0002"));
  }

  @Test
  void a23_beforeItIsInEffectThereIsNothingToSupersedeAndRatifiedThereIs() {
    board.mustApply(
        call("glass-1", ID, measure(Effect.RESTRICT, HOURS, List.of(ServiceClass.CONSUMER))));
    CaseSteps steps = new CaseSteps(board, "C-2026-0002");
    steps.received();
    assertThat(board.refusalOf(steps.assessment(instead()))).isEqualTo(Refusal.SUPERSEDES_NOTHING);
    board.mustApply(confirmation("glass-2"));
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    assertThat(state()).isEqualTo(CaseState.RATIFIED);
    steps.assessed(instead());
  }

  @Test
  void a24_itIsRatifiedAndNeitherReconsideredNorReopened() {
    darkened();
    assertThat(
            board.refusalOf(
                new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "x")))
        .isEqualTo(Refusal.WRONG_STATE);
    board.mustApply(ratification("ops-1"));
    board.mustApply(
        new CaseEntry.InterestDisclosed(
            board.header("overseer"), ID, board.on(ID), "ops-1", "a contract"));
    assertThat(state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.file(ID).reopened()).isFalse();
    board.mustApply(ratification("legal-1"));
    board.mustApply(ratification("relief-1"));
    assertThat(state()).as("whoever has an interest does not count").isEqualTo(CaseState.EFFECTIVE);
    board.mustApply(ratification("legal-2"));
    assertThat(state()).isEqualTo(CaseState.RATIFIED);
  }

  @Test
  void a25_onceRatifiedNobodyVotesOnWhatIsOver() {
    darkened();
    board.mustApply(new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "enough"));
    for (String id : List.of("ops-1", "legal-1", "relief-1")) {
      board.mustApply(ratification(id));
    }
    assertThat(board.refusalOf(ratification("legal-2"))).isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void a26_itIsConfirmedBeforeItsEndAndLastsFourHoursFromThenAtMost() {
    Duration hour = Duration.ofHours(1);
    List<ServiceClass> consumer = List.of(ServiceClass.CONSUMER);
    board.pass(hour);
    Measure later = measure(Effect.ENABLE, HOURS, consumer);
    board.pass(hour.negated());
    board.mustApply(call("glass-1", ID, later));
    board.mustApply(confirmation("glass-2"));
    assertThat(board.file(ID).inForceUntil()).isEqualTo(board.now().plus(HOURS));

    board = TestBoard.founded();
    board.mustApply(call("glass-1", ID, measure(Effect.ENABLE, hour, consumer)));
    board.pass(hour);
    assertThat(board.refusalOf(confirmation("glass-2"))).isEqualTo(Refusal.TOO_LATE);
  }

  @Test
  void a14_itsEndIsNotPutDownAsAnOrdinaryOne() {
    darkened();
    board.pass(HOURS);
    for (EndReason reason : List.of(EndReason.EXPIRED, EndReason.REVERTED)) {
      assertThat(
              board.refusalOf(
                  new CaseEntry.Ended(board.header("executor"), ID, board.on(ID), reason, null)))
          .isEqualTo(Refusal.WRONG_STATE);
    }
  }
}
