package org.orbweaver.dataplane.packet;

/**
 * How long to sleep. With few packets, so that the thread is awake when one is due: the machine's
 * lateness is allowed for as it mostly is, and what is then left of the time is waited for awake,
 * though for no more than an eighth of all time; beyond that, lateness is allowed for as it is at
 * least. With many packets that would leave no sleep at all, and each sleep takes a machine longer
 * than a packet: so some microseconds pass between one turn and the next, in which several come and
 * come due together, a little late each, by a tenth of what a busy engine may be.
 */
final class Load {
  /** Shorter sleeps take longer than they are. */
  private static final long SHORTEST_NS = 2_000;

  private static final long WINDOW_NS = 1_000_000;

  /** From here on it is many: 10,000 a second. */
  private static final long MANY = 10;

  /** That are as much work as one packet more. */
  private static final int PACKET_BYTES = 8_192;

  private static final long PAUSE_NS_PER_PACKET = 2_000;

  /** Where when packets came is known, however late they are read. */
  private static final long LONGEST_PAUSE_NS = 45_000;

  /** Where late reading would make them later too. */
  private static final long SHORT_PAUSE_NS = 15_000;

  private static final double AWAKE_SHARE = 1 / 8.0;
  private static final double MOST_AWAKE_NS = 1_000_000;

  private final WakeUps mostly = new WakeUps(0.95);
  private final WakeUps atLeast = new WakeUps(0.1);

  private long windowNs;
  private long read;
  private long unstamped;
  private long pauseNs;

  private long lastNs = Long.MIN_VALUE;
  private boolean awake;
  private double mayBeAwakeNs = MOST_AWAKE_NS;

  /**
   * A packet has been read.
   *
   * @param stamped whether it says when it came
   * @param bytes long ones are as much work as many
   */
  void read(boolean stamped, int bytes) {
    read += 1 + bytes / PACKET_BYTES;
    unstamped += stamped ? 0 : 1;
  }

  /**
   * A sleep ended.
   *
   * @param afterNs the time asked for; less than 0, of no interest, where a packet ended it before
   */
  void woke(long afterNs) {
    if (afterNs >= 0) {
      mostly.woke(afterNs);
      atLeast.woke(afterNs);
    }
  }

  /**
   * How long to pause, whatever comes meanwhile, nanoseconds; 0 where packets are few, and {@link
   * #sleepNs} says how long to sleep. To be asked before each.
   */
  long pauseNs(long nowNs) {
    account(nowNs);
    awake = false;
    return pauseNs;
  }

  /**
   * How long to sleep, nanoseconds; 0 for not at all, after which this is to be asked at once.
   *
   * @param leftNs until something is due
   */
  long sleepNs(long leftNs) {
    long sleepNs = leftNs - (mayBeAwakeNs > 0 ? mostly : atLeast).lateNs();
    if (mayBeAwakeNs <= 0) {
      return Math.max(sleepNs, SHORT_PAUSE_NS);
    }
    awake = sleepNs <= SHORTEST_NS;
    return awake ? 0 : sleepNs;
  }

  private void account(long nowNs) {
    if (nowNs - windowNs >= WINDOW_NS) {
      long packets = read * WINDOW_NS / (nowNs - windowNs);
      long longestNs = unstamped * 4 > read ? SHORT_PAUSE_NS : LONGEST_PAUSE_NS;
      pauseNs =
          packets < MANY ? 0 : Math.clamp(packets * PAUSE_NS_PER_PACKET, SHORT_PAUSE_NS, longestNs);
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
