package org.orbweaver.dataplane.packet;

import org.orbweaver.core.random.SplitMix64;

/**
 * Packets lost on the way for no reason of load, alone or in bursts: the two-state chain of
 * Gilbert, in whose bad state everything is lost. Seeded, so that the same packets meet the same
 * losses. Source: E. N. Gilbert, Capacity of a burst-noise channel, Bell System Technical Journal
 * 39, 1960.
 */
final class Loss {
  /** In place of a share that a path has: the link's own. */
  static final float OF_LINK = -1;

  private final double share;
  private final double burst;
  private final long seed;
  private double enter;
  private double leave;
  private float inForce = OF_LINK;
  private long drawn;
  private boolean bad;

  /**
   * A source of losses.
   *
   * @param share of packets lost in the long run, 0 to less than 1
   * @param burst mean number lost in a row; less than {@code 1 / (1 - share)} means independent
   */
  Loss(double share, double burst, long seed) {
    this.share = share;
    this.burst = burst;
    this.seed = seed;
    lose(share);
  }

  private void lose(double part) {
    leave = Math.min(1 / Math.max(1, burst), 1 - part);
    enter = part == 0 ? 0 : Math.min(1, leave * part / (1 - part));
  }

  /** Whether any packet is lost while a path has a share of its own, or {@link #OF_LINK}. */
  boolean isAny(float ofPath) {
    return ofPath == OF_LINK ? share > 0 : ofPath > 0;
  }

  /** Whether the next packet is lost; a path's own share below 1 stands in for the link's. */
  boolean next(float ofPath) {
    if (ofPath != inForce) {
      inForce = ofPath;
      lose(ofPath == OF_LINK ? share : ofPath);
    }
    if (enter == 0) {
      return false;
    }
    double lot = SplitMix64.unit(SplitMix64.at(seed, drawn++));
    bad = bad ? lot >= leave : lot < enter;
    return bad;
  }
}
