package org.orbweaver.dataplane.packet;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Room for packets outside the heap, in slots of one size. What was given back last is taken first,
 * so that memory which a burst has never needed is never touched. One thread's.
 *
 * <p>Layout: a packet's bytes at {@link #address}; beside them, by slot, its length in bytes, the
 * moment that counts next for it (when it came, while it waits; when it is due, while it is under
 * way), where it goes, and whether it takes a {@link Way} and not the one over its terminal's home
 * PoP.
 */
final class PacketPool implements AutoCloseable {
  /** Where there is no slot. */
  static final int NONE = -1;

  private final Arena arena = Arena.ofShared();
  private final long base;
  private final int slotBytes;
  private final int[] free;
  private int left;

  final int[] length;
  final long[] timeNs;
  final int[] target;
  final boolean[] aside;

  /**
   * Makes room.
   *
   * @param slots how many packets at once
   * @param slotBytes the longest packet
   */
  PacketPool(int slots, int slotBytes) {
    this.slotBytes = slotBytes;
    MemorySegment memory = arena.allocate((long) slots * slotBytes, 64);
    base = memory.address();
    free = new int[slots];
    length = new int[slots];
    timeNs = new long[slots];
    target = new int[slots];
    aside = new boolean[slots];
    for (int i = 0; i < slots; i++) {
      free[i] = slots - 1 - i;
    }
    left = slots;
  }

  /** A slot, or {@link #NONE} where all are in use. */
  int take() {
    return left == 0 ? NONE : free[--left];
  }

  void give(int slot) {
    free[left++] = slot;
  }

  long address(int slot) {
    return base + (long) slot * slotBytes;
  }

  int slotBytes() {
    return slotBytes;
  }

  int inUse() {
    return free.length - left;
  }

  @Override
  public void close() {
    arena.close();
  }
}
