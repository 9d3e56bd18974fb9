package org.orbweaver.core.orbit;

import static org.orbweaver.core.orbit.Wgs72.J2;
import static org.orbweaver.core.orbit.Wgs72.XKE;

import org.jspecify.annotations.Nullable;

/**
 * SGP4's near-Earth theory as one straight loop over an {@link Sgp4Table} (Hoots and Roehrich 1980;
 * Vallado et al. 2006, sgp4). Allocates nothing.
 *
 * <p>The trigonometry differs from the papers' in form only: three angles need a sine and a cosine,
 * and every other angle is one of those, or the sum of two, turned by a correction that is nearly
 * always small enough for a few terms of its series. That took more than a third off the time of
 * the literal form.
 */
final class Sgp4Kernel {
  private static final double MINUTES_PER_NS = 1.0 / 60e9;
  private static final double SMALL_RAD = 0.25;

  /** Earth radii; no orbit of less than 225 minutes gets there unless its drag terms ran away. */
  private static final double FARTHEST = 100;

  private static final double KEPLER_RAD = 1e-12;
  private static final double KEPLER_LARGEST_STEP_RAD = 0.95;

  private Sgp4Kernel() {}

  /**
   * Positions, metres, and where arrays are given velocities, m/s, of satellites {@code from} to
   * below {@code to}, each under its own index. The axes are those of TEME turned about z by an
   * angle: the sidereal time gives Earth-fixed positions, zero TEME. Velocities are always those
   * that TEME sees. NaN where the satellite has decayed, or its elements have left the theory.
   *
   * @param taiNs the instant, see {@link org.orbweaver.core.time.LeapSeconds#taiNs}
   */
  static void propagate(
      Sgp4Table s,
      int from,
      int to,
      long taiNs,
      double turnRad,
      double[] xM,
      double[] yM,
      double[] zM,
      double @Nullable [] vxMps,
      double @Nullable [] vyMps,
      double @Nullable [] vzMps) {
    for (int i = from; i < to; i++) {
      double t = (taiNs - s.epochTaiNs[i]) * MINUTES_PER_NS;
      double t2 = t * t;

      // Secular effects of gravity and drag.
      double xmdf = s.mo[i] + s.mdot[i] * t;
      double argpdf = s.argpo[i] + s.argpdot[i] * t;
      double node = s.nodeo[i] + s.nodedot[i] * t + s.nodecf[i] * t2;
      double sinM = Math.sin(xmdf);
      double cosM = Math.cos(xmdf);
      double sinW = Math.sin(argpdf);
      double cosW = Math.cos(argpdf);
      double edge = 1 + s.eta[i] * cosM;
      double shift = s.omgcof[i] * t + s.xmcof[i] * (edge * edge * edge - s.delmo[i]);
      double sinShift = smallSin(shift);
      double cosShift = smallCos(shift);
      double sinMp = sinM * cosShift + cosM * sinShift;
      double tempa = 1 - s.cc1[i] * t - t2 * (s.d2[i] + t * (s.d3[i] + t * s.d4[i]));
      double tempe = s.bstarCc4[i] * t + s.bstarCc5[i] * (sinMp - s.sinmao[i]);
      double templ = t2 * (s.t2cof[i] + t * (s.t3cof[i] + t * (s.t4cof[i] + t * s.t5cof[i])));
      double am = s.ao[i] * tempa * tempa;
      double em = s.ecco[i] - tempe;
      boolean valid = tempa > 0 && em < 1 && em >= -0.001;
      em = Math.max(em, 1e-6);

      // Long-period effects of the third harmonic.
      double axn = em * (cosW * cosShift + sinW * sinShift);
      double perP = 1 / (am * (1 - em * em));
      double ayn = em * (sinW * cosShift - cosW * sinShift) + perP * s.aycof[i];
      double ahead = s.no[i] * templ + perP * s.xlcof[i] * axn;

      // Kepler's equation in equinoctial form: how far E lies beyond the mean argument of latitude.
      double sinL = sinM * cosW + cosM * sinW;
      double cosL = cosM * cosW - sinM * sinW;
      double sinAhead = smallSin(ahead);
      double cosAhead = smallCos(ahead);
      double sinE = sinL * cosAhead + cosL * sinAhead;
      double cosE = cosL * cosAhead - sinL * sinAhead;
      double beyond = 0;
      for (int round = 0; round < 10; round++) {
        double step = (axn * sinE - ayn * cosE - beyond) / (1 - cosE * axn - sinE * ayn);
        if (!(Math.abs(step) >= KEPLER_RAD)) {
          break;
        }
        step = Math.clamp(step, -KEPLER_LARGEST_STEP_RAD, KEPLER_LARGEST_STEP_RAD);
        beyond += step;
        double sinStep = smallSin(step);
        double cosStep = smallCos(step);
        double turned = sinE * cosStep + cosE * sinStep;
        cosE = cosE * cosStep - sinE * sinStep;
        sinE = turned;
      }

      // Short-period effects of the second harmonic.
      double ecosE = axn * cosE + ayn * sinE;
      double esinE = axn * sinE - ayn * cosE;
      double el2 = axn * axn + ayn * ayn;
      double pl = am * (1 - el2);
      double rl = am * (1 - ecosE);
      double betal = Math.sqrt(1 - el2);
      double share = esinE / (1 + betal);
      double sinU = am / rl * (sinE - ayn - axn * share);
      double cosU = am / rl * (cosE - axn + ayn * share);
      double sin2u = 2 * cosU * sinU;
      double cos2u = 1 - 2 * sinU * sinU;
      double temp1 = 0.5 * J2 / pl;
      double temp2 = temp1 / pl;
      double cosI = s.cosio[i];
      double sinI = s.sinio[i];
      double con41 = 3 * cosI * cosI - 1;
      double x1mth2 = 1 - cosI * cosI;
      double mrt = rl * (1 - 1.5 * temp2 * betal * con41) + 0.5 * temp1 * x1mth2 * cos2u;
      valid &= pl >= 0 && mrt >= 1 && mrt < FARTHEST;

      double dsu = -0.25 * temp2 * (7 * cosI * cosI - 1) * sin2u;
      double dinc = 1.5 * temp2 * cosI * sinI * cos2u;
      double xnode = node - turnRad + 1.5 * temp2 * cosI * sin2u;
      double sinDsu = smallSin(dsu);
      double cosDsu = smallCos(dsu);
      double sinDinc = smallSin(dinc);
      double cosDinc = smallCos(dinc);
      double sinSu = sinU * cosDsu + cosU * sinDsu;
      double cosSu = cosU * cosDsu - sinU * sinDsu;
      double sinInc = sinI * cosDinc + cosI * sinDinc;
      double cosInc = cosI * cosDinc - sinI * sinDinc;
      double sinNode = Math.sin(xnode);
      double cosNode = Math.cos(xnode);

      double rM = valid ? mrt * Wgs72.EARTH_RADIUS_M : Double.NaN;
      double along = cosNode * cosSu - sinNode * cosInc * sinSu;
      double across = sinNode * cosSu + cosNode * cosInc * sinSu;
      xM[i] = rM * along;
      yM[i] = rM * across;
      zM[i] = rM * sinInc * sinSu;

      if (vxMps != null && vyMps != null && vzMps != null) {
        double nm = XKE / (am * Math.sqrt(am));
        double rdot = Math.sqrt(am) * esinE / rl - nm * temp1 * x1mth2 * sin2u / XKE;
        double rvdot = Math.sqrt(pl) / rl + nm * temp1 * (x1mth2 * cos2u + 1.5 * con41) / XKE;
        double toMps = valid ? Wgs72.EARTH_RADIUS_M * XKE / 60 : Double.NaN;
        double vAlong = -cosNode * sinSu - sinNode * cosInc * cosSu;
        double vAcross = -sinNode * sinSu + cosNode * cosInc * cosSu;
        vxMps[i] = toMps * (rdot * along + rvdot * vAlong);
        vyMps[i] = toMps * (rdot * across + rvdot * vAcross);
        vzMps[i] = toMps * (rdot * sinInc * sinSu + rvdot * sinInc * cosSu);
      }
    }
  }

  /** The sine, by its series where the angle is small: its error is below 1e-14. */
  private static double smallSin(double x) {
    if (!(Math.abs(x) <= SMALL_RAD)) {
      return Math.sin(x);
    }
    double y = x * x;
    return x * (1 + y * (-1.0 / 6 + y * (1.0 / 120 + y * (-1.0 / 5_040 + y * (1.0 / 362_880)))));
  }

  /** The cosine, likewise. */
  private static double smallCos(double x) {
    if (!(Math.abs(x) <= SMALL_RAD)) {
      return Math.cos(x);
    }
    double y = x * x;
    return 1
        + y
            * (-1.0 / 2
                + y * (1.0 / 24 + y * (-1.0 / 720 + y * (1.0 / 40_320 + y * (-1.0 / 3_628_800)))));
  }
}
