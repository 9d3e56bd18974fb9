package org.orbweaver.dataplane.packet;

/** Packets, first in, first out, linked by their slots: any number of lists needs no memory. */
final class PacketList {
  private final PacketPool pool;
  private int head = PacketPool.NONE;
  private int tail;
  private int packets;
  private long bytes;

  PacketList(PacketPool pool) {
    this.pool = pool;
  }

  void add(int slot) {
    pool.next[slot] = PacketPool.NONE;
    if (packets == 0) {
      head = slot;
    } else {
      pool.next[tail] = slot;
    }
    tail = slot;
    packets++;
    bytes += pool.length[slot];
  }

  /** The first, taken out; {@link PacketPool#NONE} where there is none. */
  int poll() {
    if (packets == 0) {
      return PacketPool.NONE;
    }
    int slot = head;
    head = pool.next[slot];
    packets--;
    bytes -= pool.length[slot];
    return slot;
  }

  boolean isEmpty() {
    return packets == 0;
  }

  int packets() {
    return packets;
  }

  long bytes() {
    return bytes;
  }
}
