package org.orbweaver.core.orbit;

import static java.lang.Math.fma;

/**
 * Sine and cosine of whole arrays, by polynomials in straight loops that the compiler turns into
 * vector instructions. The same bits whatever their width. Errors stay below 4e-16 (absolute) for
 * angles up to {@link #LARGEST_RAD}; NaN for NaN.
 *
 * <p>An angle is first brought to within a quarter turn of zero by taking out half turns (Cody and
 * Waite, Software Manual for the Elementary Functions, 1980, with π in two parts and fused
 * multiply-add), which change signs only. The polynomials are our minimax fits of {@code (sin r / r
 * - 1) / r²} and {@code (cos r - 1 + r²/2) / r⁴} in r² over that range, so that the leading terms
 * are exact; each is evaluated as two halves in r⁴ side by side.
 */
final class SinCos {
  /** Beyond this an angle has no digits left that would be worth a position. */
  static final double LARGEST_RAD = 1e9;

  /** Added to a number and taken away again, it leaves the nearest whole one. */
  private static final double ROUNDER = 0x1.8p52;

  private static final double HALF_TURNS_PER_RAD = 1 / Math.PI;
  private static final double PI_REST = 1.2246467991473532e-16;

  private static final double S0 = -0.16666666666666666;
  private static final double S1 = 0.008333333333333115;
  private static final double S2 = -0.00019841269841185913;
  private static final double S3 = 2.7557319207779272e-06;
  private static final double S4 = -2.5052106605964795e-08;
  private static final double S5 = 1.605892780355283e-10;
  private static final double S6 = -7.642712087442004e-13;
  private static final double S7 = 2.718487648357497e-15;
  private static final double C0 = 0.04166666666666583;
  private static final double C1 = -0.0013888888888829998;
  private static final double C2 = 2.4801587285772075e-05;
  private static final double C3 = -2.755731706721353e-07;
  private static final double C4 = 2.087659251930143e-09;
  private static final double C5 = -1.1463633573557033e-11;
  private static final double C6 = 4.616111991942013e-14;

  private SinCos() {}

  /** Sines of all angles. */
  static void sin(double[] rad, double[] sin) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double n = halfTurns(rad[k]);
      sin[k] = sign(n) * sinReduced(reduced(rad[k], n));
    }
  }

  /** Cosines of all angles. */
  static void cos(double[] rad, double[] cos) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double n = halfTurns(rad[k]);
      cos[k] = sign(n) * cosReduced(reduced(rad[k], n));
    }
  }

  /** Sines and cosines of all angles. */
  static void sinCos(double[] rad, double[] sin, double[] cos) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double n = halfTurns(rad[k]);
      double r = reduced(rad[k], n);
      double sign = sign(n);
      sin[k] = sign * sinReduced(r);
      cos[k] = sign * cosReduced(r);
    }
  }

  /** Sine of an angle within a quarter turn of zero. */
  static double sinReduced(double r) {
    double u = r * r;
    double v = u * u;
    double even = fma(fma(fma(S6, v, S4), v, S2), v, S0);
    double odd = fma(fma(fma(S7, v, S5), v, S3), v, S1);
    return fma(r * u, fma(odd, u, even), r);
  }

  /** Cosine of an angle within a quarter turn of zero. */
  static double cosReduced(double r) {
    double u = r * r;
    double v = u * u;
    double even = fma(fma(fma(C6, v, C4), v, C2), v, C0);
    double odd = fma(fma(C5, v, C3), v, C1);
    return fma(v, fma(odd, u, even), fma(-0.5, u, 1));
  }

  /** Sine of a correction within 0.1 of zero, by its series. */
  static double sinSmall(double r) {
    double u = r * r;
    return fma(r * u, fma(u, fma(u, -1.0 / 5_040, 1.0 / 120), -1.0 / 6), r);
  }

  /** Cosine of a correction within 0.1 of zero, by its series. */
  static double cosSmall(double r) {
    double u = r * r;
    return fma(u, fma(u, fma(u, -1.0 / 720, 1.0 / 24), -0.5), 1);
  }

  private static double halfTurns(double rad) {
    return fma(rad, HALF_TURNS_PER_RAD, ROUNDER) - ROUNDER;
  }

  private static double reduced(double rad, double halfTurns) {
    return fma(halfTurns, -PI_REST, fma(halfTurns, -Math.PI, rad));
  }

  /** Minus one for an odd number of half turns. */
  private static double sign(double halfTurns) {
    double turns = fma(halfTurns, 0.5, ROUNDER) - ROUNDER;
    double odd = fma(turns, -2.0, halfTurns);
    return fma(-2 * odd, odd, 1);
  }
}
