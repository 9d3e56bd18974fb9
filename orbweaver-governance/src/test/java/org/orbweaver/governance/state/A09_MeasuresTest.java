package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Measure;

/**
 * What a measure may say of lines, exemptions and other cases, and how long what rests on it is.
 */
class A09_MeasuresTest {
  private static final String ID = "C-2026-0001";
  private static final String OTHER = "C-2026-0002";

  private TestBoard board;
  private CaseSteps steps;

  @BeforeEach
  void receive() {
    board = TestBoard.founded();
    steps = new CaseSteps(board, ID);
    steps.received();
  }

  private Measure measure(
      Effect effect, List<ServiceClass> classes, List<String> yieldsTo, List<String> supersedes) {
    Measure of = board.measure(effect, Duration.ofDays(9), null);
    return new Measure(
        of.effect(),
        of.where(),
        classes,
        of.from(),
        of.until(),
        of.grace(),
        of.legalBasis(),
        of.onExpiry(),
        yieldsTo,
        of.review(),
        of.urgency(),
        supersedes);
  }

  @Test
  void a01_noListHasSomethingTwice() {
    List<ServiceClass> consumer = List.of(ServiceClass.CONSUMER);
    List<ServiceClass> twice = List.of(ServiceClass.CONSUMER, ServiceClass.CONSUMER);
    for (Measure wrong :
        List.of(
            measure(Effect.RESTRICT, twice, List.of(), List.of()),
            measure(Effect.PROHIBIT, consumer, List.of("relief", "relief"), List.of()),
            measure(Effect.RESTRICT, consumer, List.of(), List.of(OTHER, OTHER)))) {
      assertThat(board.apply(steps.assessment(wrong)))
          .extracting("refusal", "detail")
          .containsExactly(Refusal.MEASURE_IMPOSSIBLE, "a list has something twice");
    }
    steps.assessed(measure(Effect.PROHIBIT, consumer, List.of("relief", "embassy"), List.of()));
  }

  @Test
  void a02_onlyADecisionAboutServiceIsSuperseded() {
    Measure measure =
        TestBoard.superseding(board.measure(Effect.RESTRICT, Duration.ofDays(9), null), OTHER);
    assertThat(board.refusalOf(steps.assessment(measure))).isEqualTo(Refusal.SUPERSEDES_NOTHING);
    board.mustApply(
        new CaseEntry.Proposed(
            board.header("admin"), OTHER, List.of(new Change.Remove("intake-2")), "why"));
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), OTHER, board.on(OTHER)));
    CaseSteps change = new CaseSteps(board, OTHER);
    change.approvedBy("ops-1", "legal-1", "overseer");
    change.executed(null);
    assertThat(change.state()).isEqualTo(CaseState.EFFECTIVE);
    assertThat(board.refusalOf(steps.assessment(measure))).isEqualTo(Refusal.SUPERSEDES_NOTHING);
  }

  @Test
  void a04_somethingAllowsIt() {
    Measure wrong = TestBoard.lawless(board.measure(Effect.RESTRICT, Duration.ofDays(9), null));
    assertThat(board.apply(steps.assessment(wrong)))
        .extracting("refusal", "detail")
        .containsExactly(Refusal.MEASURE_IMPOSSIBLE, "it has no legal basis");
  }

  @Test
  void a03_whatRestsOnADecisionEndsWithIt() {
    assertThat(Decided.endsWithin(null, null)).isTrue();
    assertThat(Decided.endsWithin(board.now(), null)).isTrue();
    assertThat(Decided.endsWithin(null, board.now())).isFalse();
    assertThat(Decided.endsWithin(board.now(), board.now())).isTrue();
    assertThat(Decided.endsWithin(board.now().plusNanos(1), board.now())).isFalse();
  }
}
