package org.orbweaver.core.policy;

/** Signs of expressions that are too large for a long. */
final class ExactSign {
  private ExactSign() {}

  /** The sign of a b - c d, exactly. */
  static int ofDifference(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }
}
