package org.orbweaver.core.orbit;

import static org.orbweaver.core.orbit.Wgs72.J2;
import static org.orbweaver.core.orbit.Wgs72.XKE;

import org.jspecify.annotations.Nullable;

/**
 * SGP4's near-Earth theory as one straight loop over an {@link Sgp4Table} (Hoots and Roehrich 1980;
 * Vallado et al. 2006, sgp4). Allocates nothing.
 */
final class Sgp4Kernel {
  private static final double TWO_PI = 2 * Math.PI;
  private static final double MINUTES_PER_NS = 1.0 / 60e9;

  private Sgp4Kernel() {}

  /**
   * Positions, metres, and where arrays are given velocities, m/s, of satellites {@code from} to
   * below {@code to}, each under its own index. The frame is TEME turned by the angle whose cosine
   * and sine are given (velocities as seen from TEME). NaN where the satellite has decayed, or its
   * elements have left the theory.
   */
  static void propagate(
      Sgp4Table s,
      int from,
      int to,
      long taiNs,
      double cosTurn,
      double sinTurn,
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
      double edge = 1 + s.eta[i] * Math.cos(xmdf);
      double shift = s.omgcof[i] * t + s.xmcof[i] * (edge * edge * edge - s.delmo[i]);
      double mp = xmdf + shift;
      double argp = argpdf - shift;
      double tempa = 1 - s.cc1[i] * t - t2 * (s.d2[i] + t * (s.d3[i] + t * s.d4[i]));
      double tempe = s.bstarCc4[i] * t + s.bstarCc5[i] * (Math.sin(mp) - s.sinmao[i]);
      double templ = t2 * (s.t2cof[i] + t * (s.t3cof[i] + t * (s.t4cof[i] + t * s.t5cof[i])));
      double am = s.ao[i] * tempa * tempa;
      double em = s.ecco[i] - tempe;
      boolean valid = tempa > 0 && em < 1 && em >= -0.001;
      em = Math.max(em, 1e-6);

      // Long-period effects of the third harmonic.
      double axn = em * Math.cos(argp);
      double perP = 1 / (am * (1 - em * em));
      double ayn = em * Math.sin(argp) + perP * s.aycof[i];
      double u = xmdf + argpdf + s.no[i] * templ + perP * s.xlcof[i] * axn;
      u -= TWO_PI * Math.rint(u / TWO_PI);

      // Kepler's equation in equinoctial form.
      double eo = u;
      double sinE = 0;
      double cosE = 1;
      double step = 1;
      for (int round = 0; Math.abs(step) >= 1e-12 && round < 10; round++) {
        sinE = Math.sin(eo);
        cosE = Math.cos(eo);
        step = (u - ayn * cosE + axn * sinE - eo) / (1 - cosE * axn - sinE * ayn);
        step = Math.clamp(step, -0.95, 0.95);
        eo += step;
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
      valid &= pl >= 0 && mrt >= 1;

      double su = Math.atan2(sinU, cosU) - 0.25 * temp2 * (7 * cosI * cosI - 1) * sin2u;
      double xnode = node + 1.5 * temp2 * cosI * sin2u;
      double xinc = 1.5 * temp2 * cosI * sinI * cos2u;
      double sinSu = Math.sin(su);
      double cosSu = Math.cos(su);
      double sinNode = Math.sin(xnode);
      double cosNode = Math.cos(xnode);
      double sinDi = Math.sin(xinc);
      double cosDi = Math.cos(xinc);
      double sinInc = sinI * cosDi + cosI * sinDi;
      double cosInc = cosI * cosDi - sinI * sinDi;

      double rM = valid ? mrt * Wgs72.EARTH_RADIUS_M : Double.NaN;
      double along = cosNode * cosSu - sinNode * cosInc * sinSu;
      double across = sinNode * cosSu + cosNode * cosInc * sinSu;
      xM[i] = rM * (cosTurn * along + sinTurn * across);
      yM[i] = rM * (cosTurn * across - sinTurn * along);
      zM[i] = rM * sinInc * sinSu;

      if (vxMps != null && vyMps != null && vzMps != null) {
        double nm = XKE / (am * Math.sqrt(am));
        double rdot = Math.sqrt(am) * esinE / rl - nm * temp1 * x1mth2 * sin2u / XKE;
        double rvdot = Math.sqrt(pl) / rl + nm * temp1 * (x1mth2 * cos2u + 1.5 * con41) / XKE;
        double toMps = valid ? Wgs72.EARTH_RADIUS_M * XKE / 60 : Double.NaN;
        double vAlong = -cosNode * sinSu - sinNode * cosInc * cosSu;
        double vAcross = -sinNode * sinSu + cosNode * cosInc * cosSu;
        double vx = rdot * along + rvdot * vAlong;
        double vy = rdot * across + rvdot * vAcross;
        vxMps[i] = toMps * (cosTurn * vx + sinTurn * vy);
        vyMps[i] = toMps * (cosTurn * vy - sinTurn * vx);
        vzMps[i] = toMps * (rdot * sinInc * sinSu + rvdot * sinInc * cosSu);
      }
    }
  }
}
