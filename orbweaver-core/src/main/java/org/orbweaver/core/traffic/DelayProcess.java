package org.orbweaver.core.traffic;

/**
 * Access delay as it runs: a stationary process whose values at any moment have the distribution of
 * an {@link AccessDelay}. Part of its normal z is one draw a slot, for the beam and the share of
 * frames that a terminal has with a satellite; the rest wanders within some tens of milliseconds,
 * as grants and queues do. A pure function of seed, terminal, slot and time: asked again, it
 * answers the same, from any thread, and holds no state.
 */
public final class DelayProcess {
  /**
   * Part of the variance that is one draw a slot: so much that the least round trip of a slot
   * differs from that of the slot before as published traces say, by 2 to 14 ms in the median and 5
   * to 80 ms in the 90th percentile, when the satellite's distance is added.
   */
  private static final double SLOT_SHARE = 0.6;

  /** Time between the knots of the part that wanders: some thirty frames of 4/3 ms. Assumed. */
  private static final long KNOT_NS = 40_000_000L;

  /** Part of access that a packet spends on its way up, where it has to be granted a frame. */
  private static final double UP_SHARE = 0.6;

  private final AccessDelay access;
  private final long seed;

  /**
   * @param seed of the network; the same seed gives the same delays
   */
  public DelayProcess(AccessDelay access, long seed) {
    this.access = access;
    this.seed = seed;
  }

  /**
   * Access and processing of a round trip, seconds.
   *
   * @param slotStartNs start of the slot
   * @param timeNs the moment, on any one time scale
   * @param hops laser links on the way
   */
  public double roundTripS(int terminal, long slotStartNs, long timeNs, int hops) {
    return access.accessS(z(terminal, slotStartNs, timeNs)) + access.processingS(hops);
  }

  /** What a packet spends of it on its way up, seconds; the parameters are the same. */
  public double upS(int terminal, long slotStartNs, long timeNs, int hops) {
    return UP_SHARE * access.accessS(z(terminal, slotStartNs, timeNs))
        + access.processingS(hops) / 2;
  }

  /** What a packet spends of it on its way down, seconds; the parameters are the same. */
  public double downS(int terminal, long slotStartNs, long timeNs, int hops) {
    return (1 - UP_SHARE) * access.accessS(z(terminal, slotStartNs, timeNs))
        + access.processingS(hops) / 2;
  }

  /** Standard normal at any moment, and continuous inside a slot. */
  double z(int terminal, long slotStartNs, long timeNs) {
    long ofTerminal = Normal.key(seed, terminal);
    long knot = Math.floorDiv(timeNs, KNOT_NS);
    double part = (double) Math.floorMod(timeNs, KNOT_NS) / KNOT_NS;
    long wandering = Normal.key(ofTerminal, 1);
    double a = Normal.draw(Normal.key(wandering, knot));
    double b = Normal.draw(Normal.key(wandering, knot + 1));
    double wander = ((1 - part) * a + part * b) / Math.hypot(1 - part, part);
    double ofSlot = Normal.draw(Normal.key(Normal.key(ofTerminal, 2), slotStartNs));
    return Math.sqrt(SLOT_SHARE) * ofSlot + Math.sqrt(1 - SLOT_SHARE) * wander;
  }
}
