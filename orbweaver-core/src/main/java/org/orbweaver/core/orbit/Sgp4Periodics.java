package org.orbweaver.core.orbit;

import static java.lang.Math.fma;
import static org.orbweaver.core.orbit.Wgs72.EARTH_RADIUS_M;
import static org.orbweaver.core.orbit.Wgs72.J2;

/** Stages of {@link Sgp4Kernel}: the effects that come and go within an orbit, and the place. */
final class Sgp4Periodics {
  private Sgp4Periodics() {}

  /** Effects of the third harmonic. */
  static void longPeriod(Sgp4Rows rows, Sgp4Block b) {
    inverseParameter(b.am, b.em, b.perP);
    SinCos.sinCos(b.argp, b.sin, b.cos);
    double[] aycof = rows.aycof;
    double[] xlcof = rows.xlcof;
    double[] em = b.em;
    double[] perP = b.perP;
    double[] sin = b.sin;
    double[] cos = b.cos;
    double[] axn = b.axn;
    double[] ayn = b.ayn;
    double[] xl = b.xl;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      axn[k] = em[k] * cos[k];
      ayn[k] = fma(perP[k], aycof[k], em[k] * sin[k]);
    }
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      xl[k] = fma(perP[k] * xlcof[k], axn[k], xl[k]);
    }
  }

  /** The theory's least eccentricity is 1e-6. */
  private static void inverseParameter(double[] am, double[] em, double[] perP) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double e = Math.max(em[k], 1e-6);
      em[k] = e;
      perP[k] = 1 / (am[k] * fma(-e, e, 1));
    }
  }

  /** Effects of the second harmonic. */
  static void shortPeriod(Sgp4Rows rows, double turnRad, Sgp4Block b) {
    ellipse(b);
    inverses(b);
    argumentOfLatitude(b);
    radius(rows, b);
    margin(b.pl, b.radius, b.margin);
    orientation(rows, turnRad, b);
    turnAlong(rows, b);
  }

  private static void ellipse(Sgp4Block b) {
    double[] axn = b.axn;
    double[] ayn = b.ayn;
    double[] am = b.am;
    double[] sinE = b.sinE;
    double[] cosE = b.cosE;
    double[] esinE = b.esinE;
    double[] nearness = b.nearness;
    double[] pl = b.pl;
    double[] betal = b.betal;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      esinE[k] = axn[k] * sinE[k] - ayn[k] * cosE[k];
      nearness[k] = 1 - fma(axn[k], cosE[k], ayn[k] * sinE[k]);
    }
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double omel2 = 1 - fma(axn[k], axn[k], ayn[k] * ayn[k]);
      pl[k] = am[k] * omel2;
      betal[k] = Math.sqrt(omel2);
    }
  }

  /** One division for three. */
  private static void inverses(Sgp4Block b) {
    double[] esinE = b.esinE;
    double[] nearness = b.nearness;
    double[] pl = b.pl;
    double[] betal = b.betal;
    double[] perNearness = b.perNearness;
    double[] share = b.share;
    double[] perPl = b.perPl;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double beta1 = 1 + betal[k];
      double both = nearness[k] * beta1;
      double perAll = 1 / (both * pl[k]);
      perNearness[k] = perAll * (beta1 * pl[k]);
      share[k] = perAll * (nearness[k] * pl[k]) * esinE[k];
      perPl[k] = perAll * both;
    }
  }

  private static void argumentOfLatitude(Sgp4Block b) {
    double[] axn = b.axn;
    double[] ayn = b.ayn;
    double[] sinE = b.sinE;
    double[] cosE = b.cosE;
    double[] perNearness = b.perNearness;
    double[] share = b.share;
    double[] sinU = b.sinU;
    double[] cosU = b.cosU;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      sinU[k] = perNearness[k] * fma(-axn[k], share[k], sinE[k] - ayn[k]);
      cosU[k] = perNearness[k] * fma(ayn[k], share[k], cosE[k] - axn[k]);
    }
  }

  private static void radius(Sgp4Rows rows, Sgp4Block b) {
    double[] cosio = rows.cosio;
    double[] am = b.am;
    double[] nearness = b.nearness;
    double[] betal = b.betal;
    double[] perPl = b.perPl;
    double[] sinU = b.sinU;
    double[] radius = b.radius;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double cosI = cosio[k];
      double temp1 = 0.5 * J2 * perPl[k];
      double flattened = fma(-1.5 * temp1 * perPl[k] * betal[k], fma(3 * cosI, cosI, -1), 1);
      double cos2u = fma(-2 * sinU[k], sinU[k], 1);
      radius[k] = fma(am[k] * nearness[k], flattened, 0.5 * temp1 * fma(-cosI, cosI, 1) * cos2u);
    }
  }

  /** An orbit must be an ellipse and above the ground. */
  private static void margin(double[] pl, double[] radius, double[] margin) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      margin[k] = Math.min(pl[k], radius[k] - 1);
    }
  }

  private static void orientation(Sgp4Rows rows, double turnRad, Sgp4Block b) {
    double[] cosio = rows.cosio;
    double[] sinio = rows.sinio;
    double[] perPl = b.perPl;
    double[] sinU = b.sinU;
    double[] cosU = b.cosU;
    double[] node = b.node;
    double[] xnode = b.xnode;
    double[] xinc = b.xinc;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double third = 0.75 * J2 * perPl[k] * perPl[k] * cosio[k];
      xnode[k] = fma(2 * third, cosU[k] * sinU[k], node[k]) - turnRad;
      xinc[k] = third * sinio[k] * fma(-2 * sinU[k], sinU[k], 1);
    }
  }

  private static void turnAlong(Sgp4Rows rows, Sgp4Block b) {
    double[] cosio = rows.cosio;
    double[] perPl = b.perPl;
    double[] sinU = b.sinU;
    double[] cosU = b.cosU;
    double[] sinSu = b.sinSu;
    double[] cosSu = b.cosSu;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double cosI = cosio[k];
      double s = sinU[k];
      double c = cosU[k];
      double du = -0.25 * J2 * perPl[k] * perPl[k] * fma(7 * cosI, cosI, -1) * (c * s);
      double sinDu = SinCos.sinSmall(du);
      double cosDu = SinCos.cosSmall(du);
      sinSu[k] = fma(s, cosDu, c * sinDu);
      cosSu[k] = c * cosDu - s * sinDu;
    }
  }

  /** From the orbit's angles to the axes asked for. */
  static void place(Sgp4Rows rows, Sgp4Block b) {
    SinCos.sinCos(b.xnode, b.sin, b.cos);
    placeAcross(rows, b);
    placeLevel(b);
  }

  private static void placeAcross(Sgp4Rows rows, Sgp4Block b) {
    double[] cosio = rows.cosio;
    double[] sinio = rows.sinio;
    double[] xinc = b.xinc;
    double[] sinSu = b.sinSu;
    double[] radius = b.radius;
    double[] level = b.level;
    double[] zM = b.zM;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double sinDi = SinCos.sinSmall(xinc[k]);
      double cosDi = SinCos.cosSmall(xinc[k]);
      level[k] = (cosio[k] * cosDi - sinio[k] * sinDi) * sinSu[k];
      zM[k] = radius[k] * EARTH_RADIUS_M * (fma(sinio[k], cosDi, cosio[k] * sinDi) * sinSu[k]);
    }
  }

  private static void placeLevel(Sgp4Block b) {
    double[] sinNode = b.sin;
    double[] cosNode = b.cos;
    double[] cosSu = b.cosSu;
    double[] level = b.level;
    double[] radius = b.radius;
    double[] xM = b.xM;
    double[] yM = b.yM;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double rM = radius[k] * EARTH_RADIUS_M;
      xM[k] = rM * (cosNode[k] * cosSu[k] - sinNode[k] * level[k]);
      yM[k] = rM * fma(sinNode[k], cosSu[k], cosNode[k] * level[k]);
    }
  }
}
