package org.orbweaver.core.graph;

import org.orbweaver.core.geometry.Wgs84;

/**
 * Lengths of ways in whole eighths of a metre, 0.42 ns of light: what delay trees add up. As with
 * {@link Delay}, sums of whole numbers are the same in any order, so that every kernel finds the
 * same trees; and an {@code int} lets a vector hold as many as it can. An {@code int} reaches
 * 134,217 km; what would be longer is unreachable.
 */
public final class Ticks {
  public static final int PER_M = 8;

  /** More than any way; may be added to any length of a link. */
  public static final int UNREACHABLE = 1 << 30;

  /** The length of a link that is not there: no way over it is shorter than unreachable. */
  static final int ABSENT = UNREACHABLE - 1;

  private static final double TICKS_PER_S = PER_M * Wgs84.SPEED_OF_LIGHT_M_PER_S;
  private static final double FS_PER_TICK = 1e15 / TICKS_PER_S;

  private Ticks() {}

  /** Of a straight way; at least one, so that no link is free and ways cannot run in circles. */
  public static int ofM(double lengthM) {
    double ticks = Math.rint(lengthM * PER_M);
    return ticks < ABSENT ? Math.max(1, (int) ticks) : ABSENT;
  }

  /** Of a delay on the ground, as far as light gets in vacuum meanwhile. */
  public static int ofFs(long delayFs) {
    double ticks = Math.rint(delayFs / FS_PER_TICK);
    return ticks < ABSENT ? (int) ticks : ABSENT;
  }

  public static double toM(int ticks) {
    return ticks / (double) PER_M;
  }

  /** The delay of light over the way, see {@link Delay}. */
  public static long toFs(int ticks) {
    return ticks >= ABSENT ? Delay.UNREACHABLE_FS : (long) (ticks * FS_PER_TICK + 0.5);
  }
}
