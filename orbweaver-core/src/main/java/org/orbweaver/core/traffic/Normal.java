package org.orbweaver.core.traffic;

import org.orbweaver.core.random.SplitMix64;

/** The standard normal distribution: its sums, and draws that depend on nothing but their place. */
final class Normal {
  private Normal() {}

  /**
   * The part of all draws below z, within 1e-7: Abramowitz and Stegun, Handbook of Mathematical
   * Functions, 1964, 26.2.17.
   */
  static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double tail =
        Math.exp(-z * z / 2)
            / Math.sqrt(2 * Math.PI)
            * t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return z >= 0 ? 1 - tail : tail;
  }

  /** A draw, the same for the same key (Box and Muller, 1958). */
  static double draw(long key) {
    double u = SplitMix64.unit(SplitMix64.at(key, 0));
    double v = SplitMix64.unit(SplitMix64.at(key ^ SplitMix64.GOLDEN, 0));
    return Math.sqrt(-2 * Math.log1p(-u)) * Math.cos(2 * Math.PI * v);
  }

  /** One key of two numbers. */
  static long key(long a, long b) {
    return SplitMix64.at(SplitMix64.at(a, 0), b);
  }
}
