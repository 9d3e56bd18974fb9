package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.traffic.LinkTrace.Row;

/** What holds between, before and after the rows of a trace. */
class F08_LinkTraceTest {
  private static final long S = 1_000_000_000L;
  private static final double NONE = Double.NaN;

  private static Row row(long timeNs, double delayS) {
    return new Row(timeNs, delayS, delayS / 2, 10e6, 50e6, 0.01);
  }

  private static LinkTrace trace(boolean repeats, Row... rows) {
    return new LinkTrace("a.csv", false, repeats, List.of(rows));
  }

  @Test
  void a01_delaysChangeEvenly_ratesAndLossInSteps() {
    LinkTrace trace =
        trace(false, row(S, 0.02), new Row(3 * S, 0.04, 0.03, 1e6, 2e6, 0.5), row(4 * S, 0.04));
    Row between = trace.at(2 * S);
    assertThat(between.upS()).isCloseTo(0.03, within(1e-15));
    assertThat(between.downS()).isCloseTo(0.02, within(1e-15));
    assertThat(between.upBps()).isEqualTo(10e6);
    assertThat(between.loss()).isEqualTo(0.01);
    assertThat(trace.at(3 * S).loss()).isEqualTo(0.5);
    assertThat(trace.nextRowNs(0)).isEqualTo(S);
    assertThat(trace.nextRowNs(S)).isEqualTo(3 * S);
  }

  @Test
  void a02_theFirstRowHoldsBefore_andTheLastAfter() {
    LinkTrace trace = trace(false, row(S, 0.02), row(3 * S, 0.04));
    assertThat(trace.at(-7 * S).upS()).isEqualTo(0.02);
    assertThat(trace.at(99 * S).upS()).isEqualTo(0.04);
    assertThat(trace.nextRowNs(3 * S)).isEqualTo(Long.MAX_VALUE);
    assertThat(trace(true, row(5, 0.02)).repeats()).as("one row has no end").isFalse();
  }

  @Test
  void a03_itBeginsAnewWhereItEnds() {
    LinkTrace trace = trace(true, row(S, 0.02), row(3 * S, 0.04));
    assertThat(trace.at(3 * S - 1).upS()).isCloseTo(0.04, within(1e-9));
    assertThat(trace.at(3 * S).upS()).isEqualTo(0.02);
    assertThat(trace.at(1_000_000 * S).upS()).as("another round").isCloseTo(0.03, within(1e-15));
    assertThat(trace.nextRowNs(1_000_000 * S)).isEqualTo(1_000_001 * S);
    assertThat(trace.nextRowNs(1_000_001 * S)).isEqualTo(1_000_003 * S);
  }

  @Test
  void a04_twoRowsOfOneTimeAreAJump() {
    LinkTrace trace = trace(true, row(0, 0.02), row(S, 0.02), row(S, 0.08), row(2 * S, 0.08));
    assertThat(trace.at(S - 1).upS()).isEqualTo(0.02);
    assertThat(trace.at(S).upS()).isEqualTo(0.08);
    assertThat(trace.nextRowNs(S)).isEqualTo(2 * S);
    LinkTrace atItsEnd = trace(false, row(0, 0.02), row(S, 0.02), row(S, 0.08));
    assertThat(atItsEnd.at(S - 1).upS()).isEqualTo(0.02);
    assertThat(atItsEnd.at(S).upS()).isEqualTo(0.08);
  }

  @Test
  void a05_whereNothingArrives_delaysStandUntilThen() {
    Row gap = new Row(S, NONE, NONE, 10e6, 50e6, 0);
    LinkTrace trace = trace(false, row(0, 0.02), gap, row(2 * S, 0.09));
    assertThat(trace.at(S / 2).upS()).isEqualTo(0.02);
    assertThat(trace.isGapAt(S - 1)).isFalse();
    assertThat(trace.isGapAt(S)).isTrue();
    assertThat(trace.isGapAt(2 * S)).isFalse();
    LinkTrace losses =
        trace(
            false, new Row(0, NONE, NONE, NONE, NONE, 0.2), new Row(S, NONE, NONE, NONE, NONE, 1));
    assertThat(losses.hasDelays()).isFalse();
    assertThat(losses.isGapAt(0)).isFalse();
    assertThat(losses.isGapAt(S)).as("all is lost").isTrue();
  }

  @Test
  void a06_secondsBecomeTimesOfDay() {
    LinkTrace trace = new LinkTrace("a.csv", true, true, List.of(row(0, 0.02), row(S, 0.04)));
    LinkTrace placed = trace.startingAt(100 * S);
    assertThat(placed.nextRowNs(100 * S)).isEqualTo(101 * S);
    assertThat(placed.startingAt(7)).as("already placed").isSameAs(placed);
    assertThat(placed.size()).isEqualTo(2);
  }
}
