package org.orbweaver.core.orbit;

import static java.lang.Math.fma;

import org.orbweaver.core.time.Utc;

/** Stages of {@link Sgp4Kernel}: the effects of gravity and drag that grow with time. */
final class Sgp4Secular {
  private static final double MINUTES_PER_NS = 1.0 / 60e9;

  private Sgp4Secular() {}

  /** Mean elements at an instant, and how far inside the theory they are. */
  static void run(Sgp4Rows rows, long taiNs, Sgp4Block b) {
    age(rows, taiNs, b.t, b.xmdf);
    SinCos.cos(b.xmdf, b.cos);
    shift(rows, b.t, b.cos, b.shift);
    angles(rows, b);
    SinCos.sin(b.mp, b.sin);
    semiMajorAxis(rows, b.t, b.am);
    eccentricity(rows, b.t, b.sin, b.em);
    longitude(rows, b.t, b.xl);
    node(rows, b.t, b.node);
    marginOfAngles(b.mp, b.argp, b.node, b.xl, b.margin);
    marginOfShape(b.am, b.em, b.margin);
  }

  private static void age(Sgp4Rows rows, long taiNs, double[] tMin, double[] xmdf) {
    double taiS = Math.floorDiv(taiNs, Utc.NS_PER_S);
    double subNs = Math.floorMod(taiNs, Utc.NS_PER_S);
    double[] epochTaiS = rows.epochTaiS;
    double[] epochSubNs = rows.epochSubNs;
    double[] mo = rows.mo;
    double[] mdot = rows.mdot;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double t = fma(taiS - epochTaiS[k], 1e9, subNs - epochSubNs[k]) * MINUTES_PER_NS;
      tMin[k] = t;
      xmdf[k] = fma(mdot[k], t, mo[k]);
    }
  }

  private static void shift(Sgp4Rows rows, double[] t, double[] cos, double[] shift) {
    double[] eta = rows.eta;
    double[] omgcof = rows.omgcof;
    double[] xmcof = rows.xmcof;
    double[] delmo = rows.delmo;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double edge = fma(eta[k], cos[k], 1);
      shift[k] = fma(omgcof[k], t[k], xmcof[k] * (edge * edge * edge - delmo[k]));
    }
  }

  private static void angles(Sgp4Rows rows, Sgp4Block b) {
    double[] argpo = rows.argpo;
    double[] argpdot = rows.argpdot;
    double[] t = b.t;
    double[] xmdf = b.xmdf;
    double[] shift = b.shift;
    double[] mp = b.mp;
    double[] argp = b.argp;
    double[] xl = b.xl;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double argpdf = fma(argpdot[k], t[k], argpo[k]);
      mp[k] = xmdf[k] + shift[k];
      argp[k] = argpdf - shift[k];
      xl[k] = xmdf[k] + argpdf;
    }
  }

  /** Negative where it has fallen through zero. */
  private static void semiMajorAxis(Sgp4Rows rows, double[] tMin, double[] am) {
    double[] cc1 = rows.cc1;
    double[] d2 = rows.d2;
    double[] d3 = rows.d3;
    double[] d4 = rows.d4;
    double[] ao = rows.ao;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double t = tMin[k];
      double tempa = fma(-t, cc1[k], 1) - t * t * fma(t, fma(t, d4[k], d3[k]), d2[k]);
      am[k] = ao[k] * tempa * Math.abs(tempa);
    }
  }

  private static void eccentricity(Sgp4Rows rows, double[] t, double[] sin, double[] em) {
    double[] ecco = rows.ecco;
    double[] bstarCc4 = rows.bstarCc4;
    double[] bstarCc5 = rows.bstarCc5;
    double[] sinmao = rows.sinmao;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      em[k] = ecco[k] - fma(bstarCc4[k], t[k], bstarCc5[k] * (sin[k] - sinmao[k]));
    }
  }

  private static void longitude(Sgp4Rows rows, double[] tMin, double[] xl) {
    double[] no = rows.no;
    double[] t2cof = rows.t2cof;
    double[] t3cof = rows.t3cof;
    double[] t4cof = rows.t4cof;
    double[] t5cof = rows.t5cof;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double t = tMin[k];
      double templ = t * t * fma(t, fma(t, fma(t, t5cof[k], t4cof[k]), t3cof[k]), t2cof[k]);
      xl[k] = fma(no[k], templ, xl[k]);
    }
  }

  private static void node(Sgp4Rows rows, double[] t, double[] node) {
    double[] nodeo = rows.nodeo;
    double[] nodedot = rows.nodedot;
    double[] nodecf = rows.nodecf;
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      node[k] = fma(nodecf[k], t[k] * t[k], fma(nodedot[k], t[k], nodeo[k]));
    }
  }

  private static void marginOfAngles(
      double[] mp, double[] argp, double[] node, double[] xl, double[] margin) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double sum = Math.abs(mp[k]) + Math.abs(argp[k]) + (Math.abs(node[k]) + Math.abs(xl[k]));
      margin[k] = SinCos.LARGEST_RAD - sum;
    }
  }

  private static void marginOfShape(double[] am, double[] em, double[] margin) {
    for (int k = 0; k < Sgp4Rows.SIZE; k++) {
      double shape = Math.min(am[k], Math.min(1 - em[k], em[k] + 0.001));
      margin[k] = Math.min(margin[k], shape);
    }
  }
}
