package org.orbweaver.dataplane;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is carried at once, over all doors, and keeps it within the limits. */
final class Admission {
  private final Limits limits;
  private final AtomicInteger carried = new AtomicInteger();

  Admission(Limits limits) {
    this.limits = limits;
  }

  /** Counts one in; false where there are too many. */
  boolean admit(TerminalLink link) {
    if (carried.incrementAndGet() > limits.maxConnections()) {
      carried.decrementAndGet();
      return false;
    }
    if (link.open.incrementAndGet() > limits.maxPerTerminal()) {
      carried.decrementAndGet();
      link.open.decrementAndGet();
      return false;
    }
    link.connections.increment();
    return true;
  }

  /** Counts an admitted one out. */
  void release(TerminalLink link) {
    carried.decrementAndGet();
    link.open.decrementAndGet();
  }
}
