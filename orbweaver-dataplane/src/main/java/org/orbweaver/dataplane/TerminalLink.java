package org.orbweaver.dataplane;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.orbweaver.core.time.TimeSource;

/** A terminal's link both ways, and what it has carried. */
final class TerminalLink {
  final int terminal;
  final Shaper up;
  final Shaper down;
  final LongAdder upBytes = new LongAdder();
  final LongAdder downBytes = new LongAdder();
  final LongAdder connections = new LongAdder();
  final LongAdder refused = new LongAdder();
  final AtomicInteger open = new AtomicInteger();

  /** Whether a speed test is running; a second one would only measure the first. */
  final AtomicBoolean testing = new AtomicBoolean();

  private final PathView paths;
  private final TimeSource time;

  TerminalLink(
      PathView paths,
      TimeSource time,
      int terminal,
      Limits limits,
      MemoryBudget budget,
      Lateness lateness) {
    this.paths = paths;
    this.time = time;
    this.terminal = terminal;
    long resetNs = limits.unservedReset().toNanos();
    up = new Shaper(paths, time, terminal, Direction.UP, resetNs, budget, lateness);
    down = new Shaper(paths, time, terminal, Direction.DOWN, resetNs, budget, lateness);
  }

  PathState state() {
    return paths.at(terminal, time.nowNs());
  }

  /** From the terminal to a PoP (-1: its own), the same both ways, nanoseconds. */
  long delayNs(PathState state, int farPop) {
    return state.oneWayDelayNs() + Shaper.beyondNs(paths, state.homePop(), farPop);
  }

  /** How long nothing may depart yet, nanoseconds. */
  long holdNs(PathState state) {
    long nowNs = time.nowNs();
    return state.heldUntilNs() > nowNs ? state.heldUntilNs() - nowNs : 0;
  }

  Traffic traffic() {
    return new Traffic(
        upBytes.sum(), downBytes.sum(), open.get(), connections.sum(), refused.sum());
  }

  void close() {
    up.close();
    down.close();
  }
}
