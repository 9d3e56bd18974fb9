package org.orbweaver.dataplane.packet;

/**
 * How long to sleep. With few packets, so that the thread is awake when one is due: the machine's
 * lateness is allowed for as it mostly is, and what is then left of the time is waited for awake,
 * though for no more than an eighth of all time; beyond that, lateness is allowed for as it is at
 * least. With many packets that would leave no sleep at all, so some microseconds pass between one
 * turn and the next, in which several come due together: a little late each, by a tenth of what a
 * busy engine may be, for half the work.
 */
final class Load {
  /** Shorter sleeps take longer than they are. */
  private static final long SHORTEST_NS = 2_000;

  private static final long WINDOW_NS = 1_000_000;

  /** From here on it is many: 40,000 a second. */
  private static final long MANY = 40;

  /** Where when packets came is known, however late they are read. */
  private static final long PAUSE_NS = 45_000;

  /** Where late reading would make them later too. */
  private static final long SHORT_PAUSE_NS = 15_000;

  private static final double AWAKE_SHARE = 1 / 8.0;
  private static final double MOST_AWAKE_NS = 1_000_000;

  private final WakeUps mostly = new WakeUps(0.95);
  private final WakeUps atLeast = new WakeUps(0.1);

  private long windowNs;
  private long read;
  private long unstamped;
  private boolean busy;
  private long pauseNs = SHORT_PAUSE_NS;

  private long lastNs = Long.MIN_VALUE;
  private boolean awake;
  private double mayBeAwakeNs = MOST_AWAKE_NS;

  /**
   * A packet has been read.
   *
   * @param stamped whether it says when it came
   */
  void read(boolean stamped) {
    read++;
    unstamped += stamped ? 0 : 1;
  }

  /** A sleep ended so much after the time asked for. */
  void woke(long afterNs) {
    mostly.woke(afterNs);
    atLeast.woke(afterNs);
  }

  /**
   * How long to sleep, nanoseconds; 0 for not at all, after which this is to be asked at once.
   *
   * @param leftNs until something is due
   */
  long sleepNs(long nowNs, long leftNs) {
    account(nowNs);
    long sleepNs = leftNs - (mayBeAwakeNs > 0 ? mostly : atLeast).lateNs();
    if (busy || mayBeAwakeNs <= 0) {
      sleepNs = Math.max(sleepNs, pauseNs);
    }
    awake = sleepNs <= SHORTEST_NS;
    return awake ? 0 : sleepNs;
  }

  private void account(long nowNs) {
    if (nowNs - windowNs >= WINDOW_NS) {
      busy = read * WINDOW_NS > MANY * (nowNs - windowNs);
      pauseNs = unstamped * 4 > read ? SHORT_PAUSE_NS : PAUSE_NS;
      windowNs = nowNs;
      read = 0;
      unstamped = 0;
    }
    if (lastNs != Long.MIN_VALUE) {
      long passedNs = nowNs - lastNs;
      mayBeAwakeNs = Math.min(mayBeAwakeNs + passedNs * AWAKE_SHARE, MOST_AWAKE_NS);
      mayBeAwakeNs -= awake ? passedNs : 0;
    }
    lastNs = nowNs;
  }
}
