package org.orbweaver.dataplane;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all streams together hold in queues and under way. Beyond the budget nothing is refused, but
 * every stream falls back to its smallest window, so that a thousand stalled receivers cost little.
 */
final class MemoryBudget {
  private final long limitBytes;
  private final AtomicLong used = new AtomicLong();

  MemoryBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /** A quarter of the heap, at most 256 MB. */
  static MemoryBudget ofHeap() {
    return new MemoryBudget(Math.min(256_000_000, Runtime.getRuntime().maxMemory() / 4));
  }

  void add(long bytes) {
    used.addAndGet(bytes);
  }

  long usedBytes() {
    return used.get();
  }

  boolean isTight() {
    return used.get() > limitBytes;
  }
}
