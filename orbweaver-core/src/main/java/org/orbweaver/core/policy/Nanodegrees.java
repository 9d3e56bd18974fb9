package org.orbweaver.core.policy;

/**
 * Angles as whole billionths of a degree: a tenth of a millimetre on the ground. The law writes
 * degrees in decimals; whole numbers keep what it wrote, and every test of a border is exact.
 */
public final class Nanodegrees {
  /** One degree. */
  public static final long DEGREE = 1_000_000_000L;

  /** Half a turn. */
  public static final long HALF_TURN = 180 * DEGREE;

  /** A whole turn. */
  public static final long TURN = 360 * DEGREE;

  private static final double PER_RADIAN = DEGREE * 180.0 / Math.PI;

  private Nanodegrees() {}

  /** The nearest to an angle in radians. */
  public static long ofRad(double rad) {
    return Math.round(rad * PER_RADIAN);
  }

  /** The nearest to an angle in degrees. */
  public static long ofDegrees(double deg) {
    return Math.round(deg * DEGREE);
  }

  public static double toRad(long nanodegrees) {
    return nanodegrees / PER_RADIAN;
  }

  /** The same longitude from -180 up to, but not including, 180 degrees. */
  public static long withinTurn(long lonNd) {
    return Math.floorMod(lonNd + HALF_TURN, TURN) - HALF_TURN;
  }

  /** As a plain decimal number of degrees, without an exponent and without zeros at its end. */
  static void append(StringBuilder text, long nanodegrees) {
    long size = Math.abs(nanodegrees);
    if (nanodegrees < 0) {
      text.append('-');
    }
    text.append(size / DEGREE);
    long rest = size % DEGREE;
    if (rest != 0) {
      text.append('.');
      for (long unit = DEGREE / 10; rest != 0; unit /= 10) {
        text.append((char) ('0' + rest / unit));
        rest %= unit;
      }
    }
  }
}
