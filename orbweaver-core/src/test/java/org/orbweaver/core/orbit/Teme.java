package org.orbweaver.core.orbit;

import java.util.List;

/** One state in TEME through the public door, for tests that look at one satellite at a time. */
record Teme(double[] positionM, double[] velocityMps) {
  static Teme of(MeanElements elements, long unixNs) {
    double[][] s = new double[6][1];
    Ephemeris.of(List.of(elements)).statesTeme(unixNs, s[0], s[1], s[2], s[3], s[4], s[5]);
    return new Teme(
        new double[] {s[0][0], s[1][0], s[2][0]}, new double[] {s[3][0], s[4][0], s[5][0]});
  }

  boolean isValid() {
    return !Double.isNaN(positionM[0]);
  }

  double radiusM() {
    return Math.sqrt(dot(positionM, positionM));
  }

  double speedMps() {
    return Math.sqrt(dot(velocityMps, velocityMps));
  }

  static double distance(double[] a, double[] b) {
    double[] d = {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    return Math.sqrt(dot(d, d));
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
