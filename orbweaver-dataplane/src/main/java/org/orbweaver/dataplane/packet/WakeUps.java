package org.orbweaver.dataplane.packet;

/**
 * How long after its time a sleeping thread wakes, learnt from how it has woken: a running estimate
 * of one quantile of its lateness. A sleep that a packet ended after its time counts too, or there
 * would be nothing to learn from where packets come just when others are due.
 */
final class WakeUps {
  private static final double STEP_NS = 200;
  private static final double LONGEST_NS = 100_000;

  private final double quantile;
  private double lateNs;

  /**
   * @param quantile 0 to 1
   */
  WakeUps(double quantile) {
    this.quantile = quantile;
  }

  /** A sleep ended so much after the time asked for. */
  void woke(long afterNs) {
    lateNs =
        Math.clamp(
            lateNs + STEP_NS * (afterNs > lateNs ? quantile : quantile - 1), 0.0, LONGEST_NS);
  }

  long lateNs() {
    return (long) lateNs;
  }
}
