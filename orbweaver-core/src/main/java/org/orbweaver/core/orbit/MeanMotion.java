package org.orbweaver.core.orbit;

/**
 * Between the two mean motions of SGP4 and the semi-major axis. Element sets carry Kozai's; the
 * theory runs on Brouwer's, from which the semi-major axis follows by Kepler's third law (Hoots and
 * Roehrich 1980, section 6; Vallado et al. 2006, initl).
 */
public final class MeanMotion {
  private MeanMotion() {}

  /** Brouwer's mean motion, rad/s, from Kozai's. */
  public static double brouwerRadPerS(
      double kozaiRadPerS, double eccentricity, double inclinationRad) {
    double d1 = oblateness(eccentricity, inclinationRad);
    double a0 = firstSemiMajorAxis(kozaiRadPerS * 60, d1);
    return kozaiRadPerS / (1 + d1 / (a0 * a0));
  }

  /** The theory's a0, Earth radii, from Kozai's mean motion per minute and {@link #oblateness}. */
  static double firstSemiMajorAxis(double kozaiRadPerMin, double d1) {
    double a1 = Math.pow(Wgs72.XKE / kozaiRadPerMin, 2.0 / 3.0);
    double delta1 = d1 / (a1 * a1);
    return a1 * (1 - delta1 * (1.0 / 3.0 + delta1 * (1 + 134.0 / 81.0 * delta1)));
  }

  /** The theory's delta times the square of the semi-major axis in Earth radii. */
  static double oblateness(double eccentricity, double inclinationRad) {
    double cosI = Math.cos(inclinationRad);
    double omeosq = 1 - eccentricity * eccentricity;
    return 0.75 * Wgs72.J2 * (3 * cosI * cosI - 1) / (Math.sqrt(omeosq) * omeosq);
  }

  /** Semi-major axis, metres, that belongs to Brouwer's mean motion. */
  public static double semiMajorAxisM(double brouwerRadPerS) {
    return Math.cbrt(Wgs72.MU_M3_PER_S2 / (brouwerRadPerS * brouwerRadPerS));
  }

  /**
   * Kozai's mean motion, rad/s, of an orbit whose Brouwer semi-major axis is given: what to write
   * into an element set so that SGP4 flies at that height.
   */
  public static double kozaiRadPerS(
      double semiMajorAxisM, double eccentricity, double inclinationRad) {
    double brouwer = Math.sqrt(Wgs72.MU_M3_PER_S2 / semiMajorAxisM) / semiMajorAxisM;
    double kozai = brouwer;
    // The correction is of the order of J2, so each round gains three digits.
    for (int round = 0; round < 8; round++) {
      kozai *= brouwer / brouwerRadPerS(kozai, eccentricity, inclinationRad);
    }
    return kozai;
  }
}
