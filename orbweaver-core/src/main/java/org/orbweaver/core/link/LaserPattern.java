package org.orbweaver.core.link;

import java.util.List;

/** Which pairs of satellites are meant to be linked, and how long and low a link may be. */
public interface LaserPattern {
  /** Takes one pair of satellites. */
  @FunctionalInterface
  interface PairConsumer {
    void accept(int a, int b);
  }

  /** Names every pair once, in the same order each time. */
  void forEachLink(PairConsumer consumer);

  /**
   * Rows of satellites, mostly planes from west to east and in each the satellites along the orbit:
   * most links join neighbours in that order. Empty where the pattern knows none.
   */
  default List<int[]> rows() {
    return List.of();
  }

  /** Longest link, metres. */
  double maxRangeM();

  /** Lowest height above the ground that a link may pass, metres. */
  double minAltitudeM();
}
