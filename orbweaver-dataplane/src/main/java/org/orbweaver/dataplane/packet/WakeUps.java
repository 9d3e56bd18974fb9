package org.orbweaver.dataplane.packet;

/**
 * How long after its time a sleeping thread wakes at least, learnt from how it has woken: sleeps
 * are asked for by so much shorter. An estimate of the tenth percentile, so that nine times in ten
 * the thread is not too early. When a packet came while the thread slept cannot be learnt so: to
 * estimate that too handed packets over up to 17 microseconds early.
 */
final class WakeUps {
  private static final double QUANTILE = 0.1;
  private static final double STEP_NS = 200;
  private static final double LONGEST_NS = 40_000;

  private double lateNs;

  /** A sleep without a packet ended so much after the time asked for. */
  void woke(long afterNs) {
    lateNs =
        Math.clamp(
            lateNs + STEP_NS * (afterNs > lateNs ? QUANTILE : QUANTILE - 1), 0.0, LONGEST_NS);
  }

  long lateNs() {
    return (long) lateNs;
  }
}
