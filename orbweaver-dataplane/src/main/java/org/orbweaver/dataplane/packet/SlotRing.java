package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/** Slots of packets, first in, first out. Grows, and never shrinks. */
final class SlotRing {
  private static final int SMALLEST = 8;

  private int[] slots = new int[SMALLEST];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void add(int slot) {
    if (size == slots.length) {
      int[] larger = Arrays.copyOf(slots, 2 * size);
      System.arraycopy(slots, head, larger, 0, size - head);
      System.arraycopy(slots, 0, larger, size - head, head);
      slots = larger;
      head = 0;
    }
    slots[(head + size++) & (slots.length - 1)] = slot;
  }

  /** The first; not to be asked of an empty one. */
  int first() {
    return slots[head];
  }

  int poll() {
    int slot = slots[head];
    head = (head + 1) & (slots.length - 1);
    size--;
    return slot;
  }
}
