package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * How long packets take, during one stretch of time, over ways that are not from a terminal to its
 * home PoP; delays change evenly between its ends. Published to the packet thread and never changed
 * again. Of ways that became known later, or that nobody follows any more, it knows nothing.
 */
public final class WayBoard {
  /** Instead of a delay: nothing leads there. */
  public static final long NONE = -1;

  /** Instead of a delay: not known yet. */
  static final long UNKNOWN = -2;

  private final long fromNs;
  private final long untilNs;
  private final long[] startNs;
  private final long[] endNs;

  /**
   * All ways not known yet.
   *
   * @param ways how many there are: their numbers are 0 to {@code ways - 1}
   * @param fromNs when it begins to hold, nanoseconds of the machine's monotonic clock
   * @param untilNs when the next one begins, later; where none does, this one holds on
   */
  public WayBoard(int ways, long fromNs, long untilNs) {
    this.fromNs = fromNs;
    this.untilNs = untilNs;
    startNs = new long[ways];
    endNs = new long[ways];
    Arrays.fill(startNs, UNKNOWN);
  }

  /**
   * Sets a way's delay, one way.
   *
   * @param startDelayNs at the board's beginning, or {@link #NONE}
   * @param endDelayNs at its end
   */
  public void set(int way, long startDelayNs, long endDelayNs) {
    startNs[way] = startDelayNs;
    endNs[way] = endDelayNs;
  }

  long fromNs() {
    return fromNs;
  }

  /** One-way delay at a time, held at the board's ends. */
  long delayNs(int way, long atNs) {
    if (way >= startNs.length) {
      return UNKNOWN;
    }
    if (startNs[way] < 0 || endNs[way] < 0) {
      return startNs[way];
    }
    long within = Math.clamp(atNs - fromNs, 0, untilNs - fromNs);
    double share = (double) within / (untilNs - fromNs);
    return startNs[way] + Math.round(share * (endNs[way] - startNs[way]));
  }
}
