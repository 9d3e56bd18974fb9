package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * Packets between their departure and their arrival, each due at a time of its own: in the order in
 * which they departed, where none is due before the one ahead of it, or in that of their times. The
 * second takes as many lists as the path has got shorter within its own length, of which there are
 * a few; where those are not enough, a packet keeps the order of the last.
 */
final class UnderWay {
  private static final int LISTS = 8;

  private final PacketPool pool;
  private final SlotRing[] lists;
  private final long[] lastDueNs;

  UnderWay(PacketPool pool, boolean reorders) {
    this.pool = pool;
    lists = new SlotRing[reorders ? LISTS : 1];
    Arrays.setAll(lists, each -> new SlotRing());
    lastDueNs = new long[lists.length];
    Arrays.fill(lastDueNs, Long.MIN_VALUE);
  }

  /** Sends a packet on its way; its {@code timeNs} says from then on when it arrives. */
  void add(int slot, long dueNs) {
    int list = 0;
    while (dueNs < lastDueNs[list] && list < lists.length - 1) {
      list++;
    }
    lastDueNs[list] = Math.max(lastDueNs[list], dueNs);
    pool.timeNs[slot] = lastDueNs[list];
    lists[list].add(slot);
  }

  /** When the next one arrives; {@link EventHeap#NEVER} where there is none. */
  long nextNs() {
    long nextNs = EventHeap.NEVER;
    for (SlotRing list : lists) {
      if (!list.isEmpty()) {
        nextNs = Math.min(nextNs, pool.timeNs[list.first()]);
      }
    }
    return nextNs;
  }

  /** The next one that has arrived by a time; {@link PacketPool#NONE} where there is none. */
  int poll(long nowNs) {
    long nextNs = nextNs();
    if (nextNs == EventHeap.NEVER || nextNs > nowNs) {
      return PacketPool.NONE;
    }
    for (SlotRing list : lists) {
      if (!list.isEmpty() && pool.timeNs[list.first()] == nextNs) {
        return list.poll();
      }
    }
    throw new IllegalStateException("what is next is in a list");
  }

  void clear() {
    for (SlotRing list : lists) {
      while (!list.isEmpty()) {
        pool.give(list.poll());
      }
    }
  }
}
