package org.orbweaver.core.time;

/**
 * One interval of the schedule; within it no terminal changes its satellite.
 *
 * @param index number of the slot since the Unix epoch, on its grid
 * @param startNs UTC start, nanoseconds since the Unix epoch
 * @param durationNs length, nanoseconds
 */
public record Slot(long index, long startNs, long durationNs) {
  /** First instant after the slot: UTC, nanoseconds since the Unix epoch. */
  public long endNs() {
    return startNs + durationNs;
  }

  public boolean contains(long unixNs) {
    return unixNs >= startNs && unixNs < endNs();
  }
}
