package org.orbweaver.dataplane.packet;

import org.orbweaver.dataplane.linux.Pages;

/**
 * Room for packets outside the heap, in slots of two sizes: for ordinary packets, and for those
 * that stand for many ({@link Offload}). What was given back last is taken first, so that memory
 * which a burst has never needed is never touched. One thread's.
 *
 * <p>Layout: a packet's bytes at {@link #address}, before them room for the {@link Offload} header;
 * beside them, by slot, its length in bytes, the moment that counts next for it (when it came,
 * while it waits; when it is due, while it is under way), where it goes, and whether it takes a
 * {@link Way} and not the one over its terminal's home PoP. Large slots are numbered after all
 * ordinary ones.
 */
final class PacketPool implements AutoCloseable {
  /** Where there is no slot. */
  static final int NONE = -1;

  /** The longest packet of IP without an extension for longer ones. */
  static final int LARGE_BYTES = 65_535;

  private static final int HEADROOM = 16;
  private static final int ALIGNMENT = 64;

  private final Pages pages;
  private final long base;
  private final int stride;
  private final long largeBase;
  private final int largeStride;
  private final int ordinary;
  private final int slotBytes;
  private final int[] free;
  private int left;
  private final int[] freeLarge;
  private int leftLarge;

  final int[] length;
  final long[] timeNs;
  final int[] target;
  final boolean[] aside;

  /** What follows a packet in a {@link PacketList}. */
  final int[] next;

  /**
   * Makes room.
   *
   * @param slots how many ordinary packets at once
   * @param slotBytes the longest ordinary packet
   * @param large how many large packets at once
   */
  PacketPool(int slots, int slotBytes, int large) {
    this.slotBytes = slotBytes;
    ordinary = slots;
    stride = aligned(HEADROOM + slotBytes);
    largeStride = aligned(HEADROOM + LARGE_BYTES);
    pages = Pages.of((long) slots * stride + (long) large * largeStride);
    base = pages.address() + HEADROOM;
    largeBase = base + (long) slots * stride;
    free = new int[slots];
    freeLarge = new int[large];
    int all = slots + large;
    length = new int[all];
    timeNs = new long[all];
    target = new int[all];
    aside = new boolean[all];
    next = new int[all];
    for (int slot = all - 1; slot >= 0; slot--) {
      give(slot);
    }
  }

  private static int aligned(int bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** A slot, or {@link #NONE} where all are in use. */
  int take() {
    return left == 0 ? NONE : free[--left];
  }

  /** A large one, or {@link #NONE} where all are in use. */
  int takeLarge() {
    return leftLarge == 0 ? NONE : freeLarge[--leftLarge];
  }

  void give(int slot) {
    if (slot < ordinary) {
      free[left++] = slot;
    } else {
      freeLarge[leftLarge++] = slot;
    }
  }

  long address(int slot) {
    return slot < ordinary
        ? base + (long) slot * stride
        : largeBase + (long) (slot - ordinary) * largeStride;
  }

  /** The longest packet of an ordinary slot. */
  int slotBytes() {
    return slotBytes;
  }

  int inUse() {
    return length.length - left - leftLarge;
  }

  @Override
  public void close() {
    pages.close();
  }
}
