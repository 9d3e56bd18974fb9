package org.orbweaver.dataplane.packet;

/**
 * Packets lost on the way for no reason of load, alone or in bursts: the two-state chain of
 * Gilbert, in whose bad state everything is lost. Seeded, so that the same packets meet the same
 * losses. Source: E. N. Gilbert, Capacity of a burst-noise channel, Bell System Technical Journal
 * 39, 1960.
 */
final class Loss {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final double TO_UNIT = 0x1p-53;

  private final double enter;
  private final double leave;
  private long state;
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
    state = seed;
  }

  /** Whether the next packet is lost. */
  boolean next() {
    if (enter == 0) {
      return false;
    }
    double drawn = draw();
    bad = bad ? drawn >= leave : drawn < enter;
    return bad;
  }

  private double draw() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return ((z ^ (z >>> 31)) >>> 11) * TO_UNIT;
  }
}
