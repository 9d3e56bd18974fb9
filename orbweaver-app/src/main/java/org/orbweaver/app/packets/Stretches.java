package org.orbweaver.app.packets;

import java.util.concurrent.TimeUnit;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * The stretches of time of which a follower tells the packet engine, one behind the other and a
 * little ahead of the present. They end where slots do, so that what the plan changes changes at
 * its time. For one thread at a time.
 */
final class Stretches {
  /** How often a follower looks; half as often would still be ahead. */
  static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(100);

  /** A change of the plan at an instant, asked for a moment before, is not to be missed. */
  static final long EDGE_NS = 1;

  private static final long AHEAD_NS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Tells the engine what holds in one of them. */
  interface Teller {
    /**
     * Tells it.
     *
     * @param fromNs when it begins, nanoseconds of the machine's monotonic clock
     * @param untilNs when it ends
     * @param offsetNs from there to the time by which paths are asked for
     */
    void tell(long fromNs, long untilNs, long offsetNs);
  }

  private final LongSupplier carrierNs;
  private final LongUnaryOperator slotEndNs;
  private final long longestNs;
  private long untilNs;

  /**
   * None yet.
   *
   * @param carrierNs the time by which paths are asked for
   * @param slotEndNs from an instant of that time to the end of its slot
   * @param longestNs none is longer
   */
  Stretches(LongSupplier carrierNs, LongUnaryOperator slotEndNs, long longestNs) {
    this.carrierNs = carrierNs;
    this.slotEndNs = slotEndNs;
    this.longestNs = longestNs;
  }

  /** The next one begins now: what was told of later has changed. */
  void beginAnew() {
    untilNs = System.nanoTime();
  }

  /**
   * Has all told that lie ahead.
   *
   * @param endNs when one ends at the latest, by when it begins and the offset
   */
  void tell(LongBinaryOperator endNs, Teller teller) {
    long nowNs = System.nanoTime();
    long offsetNs = carrierNs.getAsLong() - System.nanoTime();
    untilNs = Math.max(untilNs, nowNs - longestNs);
    while (untilNs < nowNs + AHEAD_NS) {
      long fromNs = untilNs;
      long slotNs = slotEndNs.applyAsLong(fromNs + offsetNs) - offsetNs;
      long latestNs = Math.min(fromNs + longestNs, endNs.applyAsLong(fromNs, offsetNs));
      untilNs = Math.max(fromNs + EDGE_NS + 1, Math.min(slotNs, latestNs));
      teller.tell(fromNs, untilNs, offsetNs);
    }
  }
}
