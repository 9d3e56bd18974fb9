package org.orbweaver.core.traffic;

/**
 * What the change from one slot to the next does to a terminal's packets. Measurements disagree, by
 * what a terminal was doing at the time: so there are profiles, not a law.
 *
 * @param leadNs how long before the slot's start the gap begins
 * @param leadSpreadNs by how much that differs at most, either way
 * @param gapNs how long nothing passes
 * @param gapSpreadNs by how much that differs at most, either way
 * @param lost whether packets sent in the gap are lost; otherwise they wait, and leave in order
 * @param everySlot whether there is a gap at the start of every slot; otherwise only where the
 *     satellite changes
 * @param dipLeast least share of the rate from the terminal that it has just after a change
 * @param dipMost largest such share; each change draws one between the two
 * @param dipNs how long that lasts from the start of the slot
 * @param loss part of packets that is lost one by one, each way, at any time
 */
public record HandoverProfile(
    long leadNs,
    long leadSpreadNs,
    long gapNs,
    long gapSpreadNs,
    boolean lost,
    boolean everySlot,
    double dipLeast,
    double dipMost,
    long dipNs,
    double loss) {
  private static final long MS = 1_000_000;

  /** How long the rate from the terminal is less, where it is. */
  public static final long DIP_NS = 500 * MS;

  /** Nothing is lost, held or slowed. */
  public static HandoverProfile lossless() {
    return new HandoverProfile(0, 0, 0, 0, false, false, 1, 1, 0, 0);
  }

  /**
   * As an active link is said to behave: a change of satellite holds packets for about 100 ms. The
   * first half second of a slot carries 0.45 to 0.82 of the slot's median rate from the terminal
   * (measured, 2024). Where in the slot the hold begins is not known; here at its start.
   *
   * @param holdNs how long
   */
  public static HandoverProfile queued(long holdNs) {
    return new HandoverProfile(0, 0, holdNs, 0, false, false, 0.45, 0.82, DIP_NS, 0);
  }

  /**
   * As an idle terminal over lasers was seen to lose everything at the start of each slot: LEONetEM
   * ping trace of 2024-08-12, 10 boundaries. The gap began 132 to 180 ms before the boundary and
   * lasted 497 to 544 ms; here it is drawn evenly from these, since ten tell no more of its shape.
   * One of the ten was followed, after one packet, by another of 159 ms, which this leaves out.
   */
  public static HandoverProfile hard() {
    return new HandoverProfile(
        156 * MS, 24 * MS, 520 * MS, 24 * MS, true, true, 0.45, 0.82, DIP_NS, 0);
  }

  /**
   * As {@link #queued}, with single packets lost at any time: 2.5 %, evenly spread, in the one
   * trace of a bent pipe that there is. One trace is no norm; no other profile loses any.
   *
   * @param holdNs how long a change of satellite holds packets
   */
  public static HandoverProfile bentPipe(long holdNs) {
    HandoverProfile q = queued(holdNs);
    return new HandoverProfile(
        q.leadNs,
        q.leadSpreadNs,
        q.gapNs,
        q.gapSpreadNs,
        q.lost,
        q.everySlot,
        q.dipLeast,
        q.dipMost,
        q.dipNs,
        0.025);
  }

  /** Whether a slot begins with what this describes. */
  public boolean appliesTo(boolean handover) {
    return everySlot || handover;
  }
}
