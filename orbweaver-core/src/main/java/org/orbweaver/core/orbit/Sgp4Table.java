package org.orbweaver.core.orbit;

import java.util.Arrays;

/**
 * Everything of SGP4 that does not depend on time, for a list of near-Earth satellites. Layout: one
 * array a coefficient, by satellite index; lengths in Earth radii, angles in radians, time in
 * minutes. Names are those of Vallado et al. 2006 (AIAA 2006-6753). Coefficients that the theory
 * drops for perigees below 220 km are zero there, so that one straight loop serves all; a satellite
 * that cannot be propagated has NaN for its mean motion, and so for its position.
 *
 * <p>Filled once by {@link Sgp4Init}, then only read.
 */
final class Sgp4Table {
  final int size;

  /** Epoch on the scale of {@link org.orbweaver.core.time.LeapSeconds#taiNs}. */
  final long[] epochTaiNs;

  /** Brouwer mean motion, and its semi-major axis. */
  final double[] no;

  final double[] ao;
  final double[] ecco;
  final double[] argpo;
  final double[] nodeo;
  final double[] mo;
  final double[] sinio;
  final double[] cosio;

  /** Secular rates of gravity. */
  final double[] mdot;

  final double[] argpdot;
  final double[] nodedot;

  /** Secular effects of drag. */
  final double[] nodecf;

  final double[] omgcof;
  final double[] xmcof;
  final double[] eta;
  final double[] delmo;
  final double[] sinmao;
  final double[] cc1;
  final double[] d2;
  final double[] d3;
  final double[] d4;
  final double[] bstarCc4;
  final double[] bstarCc5;
  final double[] t2cof;
  final double[] t3cof;
  final double[] t4cof;
  final double[] t5cof;

  /** Long-period terms. */
  final double[] xlcof;

  final double[] aycof;

  Sgp4Table(int size) {
    this.size = size;
    epochTaiNs = new long[size];
    no = new double[size];
    Arrays.fill(no, Double.NaN);
    ao = new double[size];
    ecco = new double[size];
    argpo = new double[size];
    nodeo = new double[size];
    mo = new double[size];
    sinio = new double[size];
    cosio = new double[size];
    mdot = new double[size];
    argpdot = new double[size];
    nodedot = new double[size];
    nodecf = new double[size];
    omgcof = new double[size];
    xmcof = new double[size];
    eta = new double[size];
    delmo = new double[size];
    sinmao = new double[size];
    cc1 = new double[size];
    d2 = new double[size];
    d3 = new double[size];
    d4 = new double[size];
    bstarCc4 = new double[size];
    bstarCc5 = new double[size];
    t2cof = new double[size];
    t3cof = new double[size];
    t4cof = new double[size];
    t5cof = new double[size];
    xlcof = new double[size];
    aycof = new double[size];
  }
}
