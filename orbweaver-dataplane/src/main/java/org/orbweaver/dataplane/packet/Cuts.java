package org.orbweaver.dataplane.packet;

/**
 * Packets of which a link gets many: segments of one that stands for them, pieces of a long one.
 */
final class Cuts {
  private final PacketPool pool;

  Cuts(PacketPool pool) {
    this.pool = pool;
  }

  /** Offers all that a packet stands for, in its place. */
  void segments(int slot, Line line) {
    long p = pool.address(slot);
    int length = pool.length[slot];
    int count = Offload.count(p, length);
    for (int i = 0; i < count; i++) {
      int part = pool.take();
      if (part == PacketPool.NONE) {
        line.noRoom();
      } else {
        pool.length[part] = Offload.segment(p, length, i, pool.address(part));
        offer(slot, part, line);
      }
    }
    pool.give(slot);
  }

  /** Offers a packet in pieces, in its place. */
  void pieces(int slot, int mtu, Line line) {
    long p = pool.address(slot);
    int length = pool.length[slot];
    Offload.complete(p, length);
    int count = Fragments.count(p, length, mtu);
    for (int i = 0; i < count; i++) {
      int part = pool.take();
      if (part == PacketPool.NONE) {
        line.noRoom();
      } else {
        pool.length[part] = Fragments.piece(p, length, mtu, i, pool.address(part));
        offer(slot, part, line);
      }
    }
    pool.give(slot);
  }

  private void offer(int whole, int part, Line line) {
    pool.timeNs[part] = pool.timeNs[whole];
    pool.target[part] = pool.target[whole];
    pool.aside[part] = pool.aside[whole];
    line.offer(part);
  }
}
