package org.orbweaver.core.orbit;

import static org.orbweaver.core.orbit.Wgs72.EARTH_RADIUS_M;
import static org.orbweaver.core.orbit.Wgs72.J2;
import static org.orbweaver.core.orbit.Wgs72.XKE;

import org.jspecify.annotations.Nullable;

/**
 * SGP4's near-Earth theory over an {@link Sgp4Table} (Hoots and Roehrich 1980; Vallado et al. 2006,
 * sgp4), in stages: each is one short straight loop over a block of satellites, without calls or
 * branches, which the compiler turns into vector instructions of whatever width the machine has.
 * The bits are those of the Java language, the same on all. Allocates nothing.
 *
 * <p>The stages are this short because the compiler gives up on loops of more than some 60 nodes
 * (about four for an array, one for an operation), and does not say so: after a change, look at the
 * benchmark. For the same reason no loop that writes takes a minimum or maximum along the way.
 *
 * <p>The equations are the theory's; three are evaluated in other ways. Kepler's equation has a
 * solver of higher order ({@link Sgp4Kepler}). The argument of latitude stays a sine and a cosine
 * that small rotations correct, instead of passing through an arc tangent. The turn of the Earth is
 * taken from the node.
 */
final class Sgp4Kernel {
  private Sgp4Kernel() {}

  /**
   * Positions, metres, and where arrays are given velocities, m/s, of all satellites of a table,
   * each under its own index. The axes are those of TEME turned about z by an angle: the sidereal
   * time gives Earth-fixed positions, zero TEME. Velocities are always those that TEME sees. NaN
   * where the satellite has decayed, or its elements have left the theory.
   *
   * @param first block of the table
   * @param end one past the last block
   * @param taiNs the instant, see {@link org.orbweaver.core.time.LeapSeconds#taiNs}
   */
  static void propagate(
      Sgp4Table table,
      int first,
      int end,
      long taiNs,
      double turnRad,
      double[] xM,
      double[] yM,
      double[] zM,
      double @Nullable [] vxMps,
      double @Nullable [] vyMps,
      double @Nullable [] vzMps) {
    Sgp4Block b = Sgp4Block.take();
    for (int block = first; block < end; block++) {
      int from = block * Sgp4Rows.SIZE;
      int size = Math.min(Sgp4Rows.SIZE, table.size() - from);
      Sgp4Rows rows = table.block(block);
      position(rows, taiNs, turnRad, b);
      System.arraycopy(b.xM, 0, xM, from, size);
      System.arraycopy(b.yM, 0, yM, from, size);
      System.arraycopy(b.zM, 0, zM, from, size);
      if (vxMps != null && vyMps != null && vzMps != null) {
        velocity(rows, b);
        System.arraycopy(b.vxMps, 0, vxMps, from, size);
        System.arraycopy(b.vyMps, 0, vyMps, from, size);
        System.arraycopy(b.vzMps, 0, vzMps, from, size);
      }
    }
    b.giveBack();
  }

  private static void position(Sgp4Rows rows, long taiNs, double turnRad, Sgp4Block b) {
    Sgp4Secular.run(rows, taiNs, b);
    if (!(least(b.margin) > 0)) {
      rejectOutside(b);
    }
    Sgp4Periodics.longPeriod(rows, b);
    Sgp4Kepler.run(b);
    Sgp4Periodics.shortPeriod(rows, turnRad, b);
    Sgp4Periodics.place(rows, b);
    if (!(least(b.margin) >= 0)) {
      blankOutside(b);
    }
  }

  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      least = Math.min(least, values[k]);
    }
    return least;
  }

  /** A semi-major axis that is NaN makes everything after it NaN. */
  private static void rejectOutside(Sgp4Block b) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      if (!(b.margin[k] > 0)) {
        b.am[k] = Double.NaN;
      }
    }
  }

  private static void blankOutside(Sgp4Block b) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      if (!(b.margin[k] >= 0)) {
        b.xM[k] = Double.NaN;
        b.yM[k] = Double.NaN;
        b.zM[k] = Double.NaN;
      }
    }
  }

  private static void velocity(Sgp4Rows rows, Sgp4Block b) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double am = b.am[k];
      double rl = am * b.nearness[k];
      double temp1 = 0.5 * J2 * b.perPl[k];
      double sin2u = 2 * b.cosU[k] * b.sinU[k];
      double cos2u = 1 - 2 * b.sinU[k] * b.sinU[k];
      double cosI = rows.cosio[k];
      double x1mth2 = 1 - cosI * cosI;
      double con41 = 3 * cosI * cosI - 1;
      double nm = XKE / (am * Math.sqrt(am));
      double rdot = Math.sqrt(am) * b.esinE[k] / rl - nm * temp1 * x1mth2 * sin2u / XKE;
      double rvdot = Math.sqrt(b.pl[k]) / rl + nm * temp1 * (x1mth2 * cos2u + 1.5 * con41) / XKE;
      double sinDi = SinCos.sinSmall(b.xinc[k]);
      double cosDi = SinCos.cosSmall(b.xinc[k]);
      double sinInc = rows.sinio[k] * cosDi + cosI * sinDi;
      double cosInc = cosI * cosDi - rows.sinio[k] * sinDi;
      double along = rdot * b.cosSu[k] - rvdot * b.sinSu[k];
      double across = rdot * b.sinSu[k] + rvdot * b.cosSu[k];
      double toMps = b.margin[k] >= 0 ? EARTH_RADIUS_M * XKE / 60 : Double.NaN;
      b.vxMps[k] = toMps * (b.cos[k] * along - b.sin[k] * cosInc * across);
      b.vyMps[k] = toMps * (b.sin[k] * along + b.cos[k] * cosInc * across);
      b.vzMps[k] = toMps * sinInc * across;
    }
  }
}
