package org.orbweaver.core.link;

/** Which pairs of satellites are meant to be linked, and how long and low a link may be. */
public interface LaserPattern {
  /** Takes one pair of satellites. */
  @FunctionalInterface
  interface PairConsumer {
    void accept(int a, int b);
  }

  /** Names every pair once, in the same order each time. */
  void forEachLink(PairConsumer consumer);

  /** Longest link, metres. */
  double maxRangeM();

  /** Lowest height above the ground that a link may pass, metres. */
  double minAltitudeM();
}
