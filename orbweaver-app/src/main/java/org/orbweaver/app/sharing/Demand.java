package org.orbweaver.app.sharing;

/**
 * What one direction of a link asks for, told from what came to be sent lately. Where it has been
 * sending nearly all the time, or what waits would fill that time, it asks for all that it may
 * have; elsewhere for what came and a quarter more, so that it can grow. What it asked for holds
 * for one more look, so that a pause of a round trip is none.
 */
final class Demand {
  /** From here on it could not have sent much more. */
  private static final double NEARLY_ALL = 0.9;

  private static final double HEAD_ROOM = 1.25;

  /** Bit/s; the kernel's own chatter is less. */
  private static final double NOTHING_BPS = 16_000;

  /** Demands are told apart by a twelfth of their size, so that few of them ever change. */
  private static final double STEPS_PER_DOUBLING = 8;

  private static final double BIT_NS_PER_BYTE_S = 8e9;

  private long offeredBytes;
  private long busyNs;
  private double before;

  /**
   * Looks again.
   *
   * @param passedNs since the last look
   * @param offered bytes that have come to be sent, from the beginning
   * @param busy for how long it has been sending, from the beginning, nanoseconds
   * @param waitingNs how long what waits takes to be sent
   * @return bit/s; positive infinity for all that it may have
   */
  double look(long passedNs, long offered, long busy, long waitingNs) {
    boolean isFull = busy - busyNs + waitingNs >= NEARLY_ALL * passedNs;
    double now =
        isFull
            ? Double.POSITIVE_INFINITY
            : stepAbove(HEAD_ROOM * BIT_NS_PER_BYTE_S * (offered - offeredBytes) / passedNs);
    offeredBytes = offered;
    busyNs = busy;
    double demand = Math.max(now, before);
    before = now;
    return demand;
  }

  private static double stepAbove(double bps) {
    if (bps < NOTHING_BPS) {
      return 0;
    }
    double steps = Math.ceil(STEPS_PER_DOUBLING * Math.log(bps / NOTHING_BPS) / Math.log(2));
    return NOTHING_BPS * Math.pow(2, steps / STEPS_PER_DOUBLING);
  }
}
