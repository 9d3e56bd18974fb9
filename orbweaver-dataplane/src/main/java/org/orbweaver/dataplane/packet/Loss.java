package org.orbweaver.dataplane.packet;

import org.orbweaver.core.random.SplitMix64;

/**
 * Packets lost on the way for no reason of load, alone or in bursts: the two-state chain of
 * Gilbert, in whose bad state everything is lost. Seeded, so that the same packets meet the same
 * losses. Source: E. N. Gilbert, Capacity of a burst-noise channel, Bell System Technical Journal
 * 39, 1960.
 */
final class Loss {
  private final double enter;
  private final double leave;
  private final long seed;
  private long drawn;
  private boolean bad;

  /**
   * A source of losses.
   *
   * @param share of packets lost in the long run, 0 to less than 1
   * @param burst mean number lost in a row; less than {@code 1 / (1 - share)} means independent
   */
  Loss(double share, double burst, long seed) {
    leave = Math.min(1 / Math.max(1, burst), 1 - share);
    enter = share == 0 ? 0 : Math.min(1, leave * share / (1 - share));
    this.seed = seed;
  }

  /** Whether any packet is ever lost. */
  boolean isAny() {
    return enter > 0;
  }

  /** Whether the next packet is lost. */
  boolean next() {
    if (enter == 0) {
      return false;
    }
    double lot = SplitMix64.unit(SplitMix64.at(seed, drawn++));
    bad = bad ? lot >= leave : lot < enter;
    return bad;
  }
}
