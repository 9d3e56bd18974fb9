package org.orbweaver.dataplane.packet;

/** Between two PoPs, one way: all packets take the same time. */
final class Fibre extends Stage {
  private final Exits exits;
  private final PacketPool pool;
  private final SlotRing line = new SlotRing();
  private final long delayNs;

  Fibre(int id, PacketPool pool, Exits exits, long delayNs) {
    super(id);
    this.pool = pool;
    this.exits = exits;
    this.delayNs = delayNs;
  }

  /** Sends a packet that is there at a moment. */
  void add(int slot, long atNs) {
    pool.timeNs[slot] = atNs + delayNs;
    line.add(slot);
  }

  @Override
  void run(long nowNs) {
    while (!line.isEmpty() && pool.timeNs[line.first()] <= nowNs) {
      exits.fromFibre(line.poll());
    }
  }

  @Override
  long nextNs() {
    return line.isEmpty() ? EventHeap.NEVER : pool.timeNs[line.first()];
  }

  @Override
  void clear() {
    while (!line.isEmpty()) {
      pool.give(line.poll());
    }
  }
}
