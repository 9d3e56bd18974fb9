package org.orbweaver.core.schedule;

/**
 * How high satellites stand above a place, and by how much that may differ about it. The loop runs
 * over arrays with one index and has no branches, so that the compiler turns it into vector
 * instructions. Layout: by satellite.
 */
final class SineBounds {
  /** What rounding may add to a sine or an angle, with plenty to spare. */
  private static final double SPARE = 1e-9;

  private double x;
  private double y;
  private double z;
  private double upX;
  private double upY;
  private double upZ;
  private double radiusM;
  private double tiltRad;
  private double[] sine = {};
  private double[] slack = {};
  private double[] perRange = {};

  /** Moves to the middle of a group or region. */
  void moveTo(TerminalBlocks.Places places, int at) {
    x = places.x[at];
    y = places.y[at];
    z = places.z[at];
    upX = places.upX[at];
    upY = places.upY[at];
    upZ = places.upZ[at];
    radiusM = places.radiusM[at] + 1e-3;
    tiltRad = places.tiltRad[at];
  }

  void allot(int count) {
    if (count > sine.length) {
      sine = new double[2 * count];
      slack = new double[2 * count];
      perRange = new double[2 * count];
    }
  }

  /**
   * The angle between the directions from two places to a satellite, at most. Its sine is at most
   * the quotient of the distance between the two and the range; where that exceeds one, the angle
   * is still no more than this.
   */
  static double shift(double perRange, double radiusM) {
    double quotient = radiusM * perRange;
    return 1.1 * quotient * (1 + 2 * quotient) + SPARE;
  }

  /** Finds the bounds of some satellites. */
  void find(double[] atX, double[] atY, double[] atZ, int from, int to) {
    find(atX, atY, atZ, from, to, x, y, z, upX, upY, upZ, radiusM, tiltRad, sine, slack, perRange);
  }

  private static void find(
      double[] atX,
      double[] atY,
      double[] atZ,
      int from,
      int to,
      double x,
      double y,
      double z,
      double upX,
      double upY,
      double upZ,
      double radiusM,
      double tiltRad,
      double[] sine,
      double[] slack,
      double[] perRange) {
    for (int k = from; k < to; k++) {
      double dx = atX[k] - x;
      double dy = atY[k] - y;
      double dz = atZ[k] - z;
      double per = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
      double s = (dx * upX + dy * upY + dz * upZ) * per;
      double turn = shift(per, radiusM) + tiltRad;
      sine[k] = s;
      perRange[k] = per;
      slack[k] = turn * Math.sqrt(Math.abs(1 - s * s)) + turn * turn / 2 + SPARE;
    }
  }

  /** The sine of elevation above the middle. */
  double sine(int k) {
    return sine[k];
  }

  /** By how much it differs from that anywhere else, at most. */
  double slack(int k) {
    return slack[k];
  }

  /** One over the range from the middle, 1/m. */
  double perRange(int k) {
    return perRange[k];
  }

  /** Whether a range is kept anywhere. */
  boolean mayReach(int k, double mostM) {
    return 1 - radiusM * perRange[k] <= mostM * perRange[k];
  }

  /** Whether a range is kept everywhere. */
  boolean mustReach(int k, double mostM) {
    return 1 + radiusM * perRange[k] <= mostM * perRange[k];
  }

  /** From the middle to any place, at most, metres. */
  double radiusM() {
    return radiusM;
  }
}
