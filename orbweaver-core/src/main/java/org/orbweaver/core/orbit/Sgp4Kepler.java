package org.orbweaver.core.orbit;

import static java.lang.Math.fma;

/**
 * Stages of {@link Sgp4Kernel}: Kepler's equation in equinoctial form, by Householder's method of
 * third order from the mean longitude. One round does for an eccentricity of 0.003, two for 0.1.
 */
final class Sgp4Kepler {
  private static final double LARGEST_STEP_RAD = 0.95;
  private static final int MAX_ROUNDS = 10;

  /** Below this value of step⁸ · e² less than 1e-12 rad are left to solve. */
  private static final double SOLVED = 1e-24;

  private Sgp4Kepler() {}

  /** Sine and cosine of the eccentric longitude. */
  static void run(Sgp4Block b) {
    SinCos.sinCos(b.xl, b.sin, b.cos);
    firstStep(b.axn, b.ayn, b.sin, b.cos, b.step);
    turn(b.sin, b.cos, b.step, b.sinE, b.cosE);
    if (!(worstRest(b.step, b.axn, b.ayn) <= SOLVED)) {
      solveFully(b);
    }
  }

  private static void firstStep(
      double[] axn, double[] ayn, double[] sin, double[] cos, double[] step) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double esinE = axn[k] * sin[k] - ayn[k] * cos[k];
      double ecosE = fma(axn[k], cos[k], ayn[k] * sin[k]);
      step[k] = step(-esinE, esinE, ecosE);
    }
  }

  /** Householder's third-order step from a place where the equation is off by {@code f}. */
  private static double step(double f, double esinE, double ecosE) {
    double slope = 1 - ecosE;
    double a = f * esinE;
    double b = slope * slope;
    double step = f * fma(-3.0, a, 6 * b) / fma(f * f, -ecosE, -6 * slope * (b - a));
    return Math.max(-LARGEST_STEP_RAD, Math.min(LARGEST_STEP_RAD, step));
  }

  private static void turn(
      double[] sin, double[] cos, double[] step, double[] sinE, double[] cosE) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double sinStep = SinCos.sinReduced(step[k]);
      double cosStep = SinCos.cosReduced(step[k]);
      sinE[k] = fma(sin[k], cosStep, cos[k] * sinStep);
      cosE[k] = cos[k] * cosStep - sin[k] * sinStep;
    }
  }

  /** The largest measure of what is left to solve; NaN where any is. */
  private static double worstRest(double[] step, double[] axn, double[] ayn) {
    double worst = 0;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      worst = Math.max(worst, rest(step[k], axn[k], ayn[k]));
    }
    return worst;
  }

  private static double rest(double step, double axn, double ayn) {
    double step4 = (step * step) * (step * step);
    return step4 * step4 * fma(axn, axn, ayn * ayn);
  }

  /** Further rounds where the orbit is eccentric enough to need them. */
  private static void solveFully(Sgp4Block b) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double axn = b.axn[k];
      double ayn = b.ayn[k];
      double step = b.step[k];
      double beyond = step;
      for (int round = 1; rest(step, axn, ayn) > SOLVED && round < MAX_ROUNDS; round++) {
        double sinE = b.sinE[k];
        double cosE = b.cosE[k];
        double esinE = axn * sinE - ayn * cosE;
        double ecosE = fma(axn, cosE, ayn * sinE);
        step = step(beyond - esinE, esinE, ecosE);
        beyond += step;
        double sinStep = SinCos.sinReduced(step);
        double cosStep = SinCos.cosReduced(step);
        b.sinE[k] = fma(sinE, cosStep, cosE * sinStep);
        b.cosE[k] = cosE * cosStep - sinE * sinStep;
      }
    }
  }
}
