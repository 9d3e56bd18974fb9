package org.orbweaver.core.schedule;

/**
 * Lots of the standard Gumbel distribution by number: adding one to each candidate's log odds and
 * taking the largest draws a candidate by its odds (Gumbel, Statistical Theory of Extreme Values,
 * 1954; the "Gumbel-max trick"). No state: the same number gives the same lot, on any machine and
 * thread. Between the knots of a table the distribution's quantile is taken to be straight; in the
 * first and the last steps, where it is not, it is worked out.
 */
final class Lots {
  private static final int STEP_BITS = 12;
  private static final int STEPS = 1 << STEP_BITS;
  private static final int STEEP = 16;
  private static final double UNIT = 0x1p-53;
  private static final double[] KNOTS = new double[STEPS + 1];

  static {
    for (int k = 1; k < STEPS; k++) {
      KNOTS[k] = quantile((double) k / STEPS);
    }
  }

  private Lots() {}

  /** The lot of a well-mixed number. */
  static double gumbel(long number) {
    double turn = ((number >>> 11) + 0.5) * UNIT;
    double at = turn * STEPS;
    int step = (int) at;
    if (step < STEEP || step >= STEPS - STEEP) {
      return quantile(turn);
    }
    return KNOTS[step] + (at - step) * (KNOTS[step + 1] - KNOTS[step]);
  }

  private static double quantile(double probability) {
    return -StrictMath.log(-StrictMath.log(probability));
  }
}
