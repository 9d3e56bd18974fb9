package org.orbweaver.core.orbit;

/**
 * Where every satellite is at one instant, Earth-fixed (ITRF without Earth orientation parameters:
 * TEME turned by GMST 1982). Layout: three arrays of metres by satellite index; a satellite whose
 * elements do not hold at the instant (decayed, or outside the model) is {@code NaN} in all three.
 */
public final class Snapshot {
  private final long timeNs;
  private final double[] xM;
  private final double[] yM;
  private final double[] zM;

  /** Takes the arrays over; the caller keeps no reference to them. */
  public Snapshot(long timeNs, double[] xM, double[] yM, double[] zM) {
    if (xM.length != yM.length || xM.length != zM.length) {
      throw new IllegalArgumentException("coordinate arrays differ in length");
    }
    this.timeNs = timeNs;
    this.xM = xM;
    this.yM = yM;
    this.zM = zM;
  }

  /** UTC, nanoseconds since the Unix epoch. */
  public long timeNs() {
    return timeNs;
  }

  public int size() {
    return xM.length;
  }

  public double xM(int satellite) {
    return xM[satellite];
  }

  public double yM(int satellite) {
    return yM[satellite];
  }

  public double zM(int satellite) {
    return zM[satellite];
  }

  /** False where the satellite has no position at this instant. */
  public boolean isValid(int satellite) {
    return !Double.isNaN(xM[satellite]);
  }

  /** Straight distance between two satellites, metres. */
  public double distanceM(int a, int b) {
    double dx = xM[a] - xM[b];
    double dy = yM[a] - yM[b];
    double dz = zM[a] - zM[b];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
