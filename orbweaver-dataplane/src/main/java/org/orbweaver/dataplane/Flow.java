package org.orbweaver.dataplane;

/**
 * Something that waits for its turn on one direction of a terminal's link: a connection's bytes or
 * a program's datagrams. What it holds waits in a queue of its own until its {@link Shaper} lets it
 * depart, and then in a {@link DelayLine} until it arrives. Every method here but {@link #giveUp}
 * is called with the shaper's lock held.
 */
abstract class Flow {
  /** The PoP at which it ends beyond the terminal's own, or -1. */
  final int farPop;

  /** Whether it stands in the shaper's round. */
  boolean ready;

  Flow(int farPop) {
    this.farPop = farPop;
  }

  /** Whether the shaper may serve it. */
  abstract boolean isEligible();

  /** Told before each turn what the path is: one-way delay in nanoseconds, rate in bit/s. */
  abstract void prepare(long nowNs, long delayNs, double rateBps);

  /** How many bytes wait in its queue. */
  abstract long waitingBytes();

  /** How many bytes its next turn would move: about a quantum, 0 where nothing is left. */
  abstract int nextLength(int quantum);

  /**
   * When the serialisation of its next bytes begins.
   *
   * @param freeNs when the link had done all that it was given
   * @param resumedNs the same, but not long ago where it is only known that it was idle
   */
  abstract long startNs(long freeNs, long resumedNs);

  /**
   * Moves that many bytes from the queue to the delay line.
   *
   * @param startNs when the serialisation of the first begins
   * @param nsPerByte how long one takes
   * @param delayNs from the end of its serialisation to its arrival
   * @return when the serialisation of the last has ended
   */
  abstract long depart(int length, long startNs, double nsPerByte, long delayNs);

  /** The terminal has no service now. */
  abstract void darken();

  /** Called without the lock when it has waited too long for service. */
  abstract void giveUp();
}
