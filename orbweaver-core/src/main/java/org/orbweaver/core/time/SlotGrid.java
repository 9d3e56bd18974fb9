package org.orbweaver.core.time;

/**
 * The regular division of UTC into slots.
 *
 * @param durationNs length of a slot, nanoseconds
 * @param offsetNs start of the first slot after the Unix epoch, nanoseconds
 */
public record SlotGrid(long durationNs, long offsetNs) {
  public SlotGrid {
    if (durationNs <= 0) {
      throw new IllegalArgumentException("slot duration must be positive, was " + durationNs);
    }
  }

  /** The slot that contains an instant (UTC, nanoseconds since the Unix epoch). */
  public Slot at(long unixNs) {
    return of(Math.floorDiv(unixNs - offsetNs, durationNs));
  }

  public Slot of(long index) {
    return new Slot(
        index, Math.addExact(Math.multiplyExact(index, durationNs), offsetNs), durationNs);
  }

  /** The first slot that begins at or after an instant. */
  public Slot atOrAfter(long unixNs) {
    return of(-Math.floorDiv(offsetNs - unixNs, durationNs));
  }

  public Slot next(Slot slot) {
    return of(slot.index() + 1);
  }

  public Slot previous(Slot slot) {
    return of(slot.index() - 1);
  }
}
