package org.orbweaver.dataplane.packet;

/**
 * How long to sleep. With few packets, exactly until one is due: the machine's lateness is allowed
 * for, and what is left of the time is looked at without sleeping. With many, that would leave no
 * sleep at all, so some microseconds pass between one turn and the next, in which several come due
 * together: a little late each, by a tenth of what a busy engine may be, for half the work.
 */
final class Load {
  /** Shorter sleeps take longer than they are. */
  private static final long SHORTEST_NS = 2_000;

  private static final long WINDOW_NS = 1_000_000;

  /** From here on it is many: 40,000 a second. */
  private static final long MANY = 40;

  private static final long PAUSE_NS = 15_000;

  private long windowNs;
  private long read;
  private boolean busy;

  /** Packets have been read. */
  void read(int packets) {
    read += packets;
  }

  /**
   * How long to sleep, nanoseconds; 0 for not at all.
   *
   * @param leftNs until something is due
   * @param lateNs how late the thread wakes at least
   */
  long sleepNs(long nowNs, long leftNs, long lateNs) {
    if (nowNs - windowNs >= WINDOW_NS) {
      busy = read * WINDOW_NS > MANY * (nowNs - windowNs);
      windowNs = nowNs;
      read = 0;
    }
    long sleepNs = leftNs - lateNs;
    if (busy) {
      return Math.max(sleepNs, PAUSE_NS);
    }
    return sleepNs > SHORTEST_NS ? sleepNs : 0;
  }
}
