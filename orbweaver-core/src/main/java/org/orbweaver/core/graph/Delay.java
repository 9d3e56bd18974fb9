package org.orbweaver.core.graph;

import org.orbweaver.core.geometry.Wgs84;

/**
 * Propagation delays as whole femtoseconds. Sums of whole numbers are exact in any order, so that
 * equally long paths compare equal and ties are broken alike on every machine; one unit is 0.3
 * micrometres of vacuum, and a {@code long} holds two and a half hours.
 */
public final class Delay {
  /** Larger than any path and still safe to add to. */
  public static final long UNREACHABLE_FS = Long.MAX_VALUE / 4;

  private static final double FS_PER_S = 1e15;
  private static final double FS_PER_M = FS_PER_S / Wgs84.SPEED_OF_LIGHT_M_PER_S;

  private Delay() {}

  /** Of a straight way through space, one way. */
  public static long spaceFs(double lengthM) {
    return Math.round(lengthM * FS_PER_M);
  }

  public static long ofSeconds(double seconds) {
    return Math.round(seconds * FS_PER_S);
  }

  public static double toSeconds(long delayFs) {
    return delayFs / FS_PER_S;
  }
}
