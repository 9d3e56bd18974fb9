package org.orbweaver.core.traffic;

/** The standard normal distribution: its sums, and draws that depend on nothing but their place. */
final class Normal {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

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

  /** A draw, the same for the same key (Box and Muller, 1958, over SplitMix64). */
  static double draw(long key) {
    double u = (mixed(key) >>> 11) * 0x1p-53;
    double v = (mixed(key ^ GOLDEN) >>> 11) * 0x1p-53;
    return Math.sqrt(-2 * Math.log1p(-u)) * Math.cos(2 * Math.PI * v);
  }

  /** One key of two numbers (SplitMix64: Steele, Lea, Flood, 2014). */
  static long key(long a, long b) {
    return mixed(mixed(a) + b * GOLDEN);
  }

  private static long mixed(long x) {
    long z = x + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
