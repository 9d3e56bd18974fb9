package org.orbweaver.core.orbit;

import static org.orbweaver.core.orbit.Wgs72.J2;

/**
 * SGP4's near-Earth theory as the papers print it, one satellite at a time and with the library's
 * sines: the obvious twin of {@link Sgp4Kernel}.
 */
final class LiteralSgp4 {
  private LiteralSgp4() {}

  /** Position in TEME, metres; NaN outside the theory. */
  static double[] position(Sgp4Rows s, int i, double t) {
    double xmdf = s.mo[i] + s.mdot[i] * t;
    double argpdf = s.argpo[i] + s.argpdot[i] * t;
    double node = s.nodeo[i] + s.nodedot[i] * t + s.nodecf[i] * t * t;
    double delm = s.xmcof[i] * (Math.pow(1 + s.eta[i] * Math.cos(xmdf), 3) - s.delmo[i]);
    double delomg = s.omgcof[i] * t;
    double mp = xmdf + delomg + delm;
    double argp = argpdf - delomg - delm;
    double tempa =
        1 - s.cc1[i] * t - s.d2[i] * t * t - s.d3[i] * Math.pow(t, 3) - s.d4[i] * Math.pow(t, 4);
    double tempe = s.bstarCc4[i] * t + s.bstarCc5[i] * (Math.sin(mp) - s.sinmao[i]);
    double templ =
        s.t2cof[i] * t * t
            + s.t3cof[i] * Math.pow(t, 3)
            + s.t4cof[i] * Math.pow(t, 4)
            + s.t5cof[i] * Math.pow(t, 5);
    double am = s.ao[i] * tempa * tempa;
    double em = s.ecco[i] - tempe;
    if (!(tempa > 0 && em < 1 && em > -0.001)) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    em = Math.max(em, 1e-6);
    double axnl = em * Math.cos(argp);
    double temp = 1 / (am * (1 - em * em));
    double aynl = em * Math.sin(argp) + temp * s.aycof[i];
    double xl = mp + argp + s.no[i] * templ + temp * s.xlcof[i] * axnl;

    double u = xl % (2 * Math.PI);
    double eo = u;
    for (int round = 0; round < 50; round++) {
      double step =
          (u - aynl * Math.cos(eo) + axnl * Math.sin(eo) - eo)
              / (1 - Math.cos(eo) * axnl - Math.sin(eo) * aynl);
      eo += Math.clamp(step, -0.95, 0.95);
    }
    double ecose = axnl * Math.cos(eo) + aynl * Math.sin(eo);
    double esine = axnl * Math.sin(eo) - aynl * Math.cos(eo);
    double el2 = axnl * axnl + aynl * aynl;
    double pl = am * (1 - el2);
    double rl = am * (1 - ecose);
    double betal = Math.sqrt(1 - el2);
    double sinu = am / rl * (Math.sin(eo) - aynl - axnl * esine / (1 + betal));
    double cosu = am / rl * (Math.cos(eo) - axnl + aynl * esine / (1 + betal));
    double su = Math.atan2(sinu, cosu);
    double sin2u = 2 * sinu * cosu;
    double cos2u = 1 - 2 * sinu * sinu;
    double temp1 = 0.5 * J2 / pl;
    double temp2 = temp1 / pl;
    double cosi = s.cosio[i];
    double mrt =
        rl * (1 - 1.5 * temp2 * betal * (3 * cosi * cosi - 1))
            + 0.5 * temp1 * (1 - cosi * cosi) * cos2u;
    if (!(pl >= 0 && mrt >= 1)) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    su -= 0.25 * temp2 * (7 * cosi * cosi - 1) * sin2u;
    double xnode = node + 1.5 * temp2 * cosi * sin2u;
    double xinc = Math.atan2(s.sinio[i], cosi) + 1.5 * temp2 * cosi * s.sinio[i] * cos2u;
    double along = Math.cos(su);
    double up = Math.sin(su);
    double rM = mrt * Wgs72.EARTH_RADIUS_M;
    return new double[] {
      rM * (Math.cos(xnode) * along - Math.sin(xnode) * Math.cos(xinc) * up),
      rM * (Math.sin(xnode) * along + Math.cos(xnode) * Math.cos(xinc) * up),
      rM * Math.sin(xinc) * up
    };
  }
}
