package org.orbweaver.dataplane.packet;

/** First in, first out; what finds it full is dropped. */
final class TailDrop implements Discipline {
  private final PacketPool pool;
  private final QueueLimit limit;
  private final SlotRing ring = new SlotRing();
  private long bytes;

  TailDrop(PacketPool pool, QueueLimit limit) {
    this.pool = pool;
    this.limit = limit;
  }

  @Override
  public boolean offer(int slot) {
    if (!limit.hasRoom(bytes, ring.size(), pool.length[slot])) {
      return false;
    }
    ring.add(slot);
    bytes += pool.length[slot];
    return true;
  }

  @Override
  public int poll(long nowNs) {
    if (ring.isEmpty()) {
      return PacketPool.NONE;
    }
    int slot = ring.poll();
    bytes -= pool.length[slot];
    return slot;
  }

  /** When the next one came; not to be asked of an empty one. */
  long firstCameNs() {
    return pool.timeNs[ring.first()];
  }

  @Override
  public boolean isEmpty() {
    return ring.isEmpty();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public int packets() {
    return ring.size();
  }
}
