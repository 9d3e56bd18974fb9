package org.orbweaver.core.time;

/**
 * The network's time. A process has one; it may be ahead of or behind the wall clock by a constant,
 * where a network is started at another date, and it runs at the wall clock's speed. Never steps
 * backward. Safe to call from any thread.
 */
@FunctionalInterface
public interface TimeSource {
  /** Network time: UTC, nanoseconds since the Unix epoch. */
  long nowNs();
}
