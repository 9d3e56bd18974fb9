package org.orbweaver.app.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a link asks for, told from what came to be sent. */
final class A01_DemandTest {
  private static final long LOOK_NS = 200_000_000;
  private static final double ALL = Double.POSITIVE_INFINITY;

  private final Demand demand = new Demand();
  private long offered;
  private long busyNs;

  /** One look later: so many bytes have come, and for such a part of the time it was sending. */
  private double look(long bytes, double busy, double waiting) {
    offered += bytes;
    busyNs += (long) (busy * LOOK_NS);
    return demand.look(LOOK_NS, offered, busyNs, (long) (waiting * LOOK_NS));
  }

  @Test
  void a01_whoSendsNothingAsksForNothing_andChatterIsNothing() {
    assertThat(look(0, 0, 0)).isZero();
    assertThat(look(300, 0.001, 0)).isZero();
  }

  @Test
  void a02_whoSendsALittleAsksForAQuarterMore_inFewSteps() {
    look(250_000, 0.3, 0);
    // 10 Mbit/s, and steps of a twelfth.
    double first = look(250_000, 0.3, 0);
    assertThat(first).isBetween(12.5e6, 13.7e6);
    assertThat(look(251_000, 0.3, 0)).as("hardly more is no change").isEqualTo(first);
  }

  @Test
  void a03_whoSendsAllTheTimeAsksForAll_andSoDoesWhoseQueueWouldFillIt() {
    assertThat(look(100_000, 0.95, 0)).isEqualTo(ALL);
    Demand other = new Demand();
    assertThat(other.look(LOOK_NS, 100_000, LOOK_NS / 2, LOOK_NS / 2)).isEqualTo(ALL);
    assertThat(other.look(LOOK_NS, 100_000, LOOK_NS / 2, LOOK_NS)).as("held").isEqualTo(ALL);
  }

  @Test
  void a04_aPauseOfOneLookIsNone_andAfterTwoItAsksForNothing() {
    assertThat(look(100_000, 1, 0)).isEqualTo(ALL);
    assertThat(look(0, 0, 0)).isEqualTo(ALL);
    assertThat(look(0, 0, 0)).isZero();
  }
}
