package org.orbweaver.dataplane;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.dataplane.packet.Shares;

/** A terminal's link both ways, and what it has carried. */
final class TerminalLink {
  final int terminal;
  final Shaper up;
  final Shaper down;
  final LongAdder upBytes = new LongAdder();
  final LongAdder downBytes = new LongAdder();
  final LongAdder upDatagrams = new LongAdder();
  final LongAdder downDatagrams = new LongAdder();
  final LongAdder droppedDatagrams = new LongAdder();
  final DatagramCounts upCounts = new DatagramCounts(upBytes, upDatagrams, droppedDatagrams);
  final DatagramCounts downCounts = new DatagramCounts(downBytes, downDatagrams, droppedDatagrams);
  final LongAdder connections = new LongAdder();
  final LongAdder refused = new LongAdder();
  final AtomicInteger open = new AtomicInteger();

  /** Whether a speed test is running; a second one would only measure the first. */
  final AtomicBoolean testing = new AtomicBoolean();

  final TimeSource time;

  private final PathView paths;

  /**
   * Makes one.
   *
   * @param number by which {@link Shares} know it
   * @param shares in force
   */
  TerminalLink(
      PathView paths,
      TimeSource time,
      int terminal,
      int number,
      Supplier<Shares> shares,
      Limits limits,
      MemoryBudget budget,
      Lateness lateness) {
    this.paths = paths;
    this.time = time;
    this.terminal = terminal;
    long resetNs = limits.unservedReset().toNanos();
    up =
        new Shaper(
            paths,
            time,
            terminal,
            Direction.UP,
            ofPlanned(shares, number, true),
            resetNs,
            budget,
            lateness);
    down =
        new Shaper(
            paths,
            time,
            terminal,
            Direction.DOWN,
            ofPlanned(shares, number, false),
            resetNs,
            budget,
            lateness);
  }

  /** By the shares in force at each moment. */
  private static LongToDoubleFunction ofPlanned(Supplier<Shares> shares, int number, boolean isUp) {
    return nowNs -> 1 / shares.get().timeOfPlanned(number, isUp, nowNs);
  }

  PathState state() {
    return paths.at(terminal, time.nowNs());
  }

  /** When something small that is ready now reaches a PoP (-1: its own), or comes from it. */
  long crossingNs(Direction direction, int farPop) {
    PathState state = state();
    return Math.max(time.nowNs(), state.heldUntilNs())
        + direction.delayNs(state)
        + Shaper.beyondNs(paths, state.homePop(), farPop);
  }

  /** Waits for a moment of network time, or until a thing has happened. */
  void awaitNs(long untilNs, BooleanSupplier happened) {
    for (long left = untilNs - time.nowNs();
        left > 0 && !happened.getAsBoolean();
        left = untilNs - time.nowNs()) {
      LockSupport.parkNanos(left);
    }
  }

  Traffic traffic() {
    return new Traffic(
        upBytes.sum(),
        downBytes.sum(),
        open.get(),
        connections.sum(),
        refused.sum(),
        upDatagrams.sum(),
        downDatagrams.sum(),
        droppedDatagrams.sum());
  }

  void close() {
    up.close();
    down.close();
  }
}
