package org.orbweaver.core.orbit;

import java.util.Arrays;

/**
 * Everything of SGP4 that does not depend on time, for a block of near-Earth satellites. Layout:
 * one array a coefficient, by place in the block, always of full length; lengths in Earth radii,
 * angles in radians, time in minutes. Names are those of Vallado et al. 2006 (AIAA 2006-6753).
 * Coefficients that the theory drops for perigees below 220 km are zero there, so that one straight
 * loop serves all; a place that holds no satellite, or one that cannot be propagated, has NaN for
 * its semi-major axis, and so for its position.
 *
 * <p>Filled once by {@link Sgp4Init}, then only read.
 */
final class Sgp4Rows {
  /** Places in a block. A constant, which is what makes the compiler's loops good. */
  static final int SIZE = 256;

  /**
   * Epoch on the scale of {@link org.orbweaver.core.time.LeapSeconds#taiNs}: whole seconds, and the
   * nanoseconds beyond them, both exact.
   */
  final double[] epochTaiS = column();

  final double[] epochSubNs = column();

  /** Brouwer mean motion, and its semi-major axis. */
  final double[] no = column();

  final double[] ao = column();
  final double[] ecco = column();
  final double[] argpo = column();
  final double[] nodeo = column();
  final double[] mo = column();
  final double[] sinio = column();
  final double[] cosio = column();

  /** Secular rates of gravity. */
  final double[] mdot = column();

  final double[] argpdot = column();
  final double[] nodedot = column();

  /** Secular effects of drag. */
  final double[] nodecf = column();

  final double[] omgcof = column();
  final double[] xmcof = column();
  final double[] eta = column();
  final double[] delmo = column();
  final double[] sinmao = column();
  final double[] cc1 = column();
  final double[] d2 = column();
  final double[] d3 = column();
  final double[] d4 = column();
  final double[] bstarCc4 = column();
  final double[] bstarCc5 = column();
  final double[] t2cof = column();
  final double[] t3cof = column();
  final double[] t4cof = column();
  final double[] t5cof = column();

  /** Long-period terms. */
  final double[] xlcof = column();

  final double[] aycof = column();

  Sgp4Rows() {
    Arrays.fill(ao, Double.NaN);
  }

  private static double[] column() {
    return new double[SIZE];
  }
}
