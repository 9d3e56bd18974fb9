package org.orbweaver.dataplane;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What is under way, in the order in which it departed: each entry arrives one delay after its
 * departure, but never before the one ahead of it, so that a path that gets shorter reorders
 * nothing. Not safe for threads; its owner's lock guards it.
 */
final class DelayLine<E> {
  private record Due<E>(E entry, long arrivalNs) {}

  private final ArrayDeque<Due<E>> line = new ArrayDeque<>(4);
  private long lastArrivalNs = Long.MIN_VALUE;

  /** Sends an entry on its way. */
  void add(E entry, long departureNs, long delayNs) {
    lastArrivalNs = Math.max(lastArrivalNs, departureNs + delayNs);
    line.add(new Due<>(entry, lastArrivalNs));
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  /** When the next entry arrives; not to be asked of an empty line. */
  long nextArrivalNs() {
    return line.element().arrivalNs();
  }

  /** The next entry, or null where there is none. */
  @Nullable E poll() {
    Due<E> due = line.poll();
    return due == null ? null : due.entry();
  }

  /** When the last entry that ever departed arrives; long ago where there was none. */
  long lastArrivalNs() {
    return lastArrivalNs;
  }

  void clear() {
    line.clear();
  }
}
