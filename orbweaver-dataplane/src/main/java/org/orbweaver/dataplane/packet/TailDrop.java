package org.orbweaver.dataplane.packet;

/** First in, first out; what finds it full is dropped. */
final class TailDrop implements Discipline {
  private final PacketPool pool;
  private final QueueLimit limit;
  private final PacketList list;

  TailDrop(PacketPool pool, QueueLimit limit) {
    this.pool = pool;
    this.limit = limit;
    list = new PacketList(pool);
  }

  @Override
  public boolean offer(int slot) {
    if (!limit.hasRoom(list.bytes(), list.packets(), pool.length[slot])) {
      return false;
    }
    list.add(slot);
    return true;
  }

  @Override
  public int poll(long nowNs) {
    return list.poll();
  }

  @Override
  public boolean isEmpty() {
    return list.isEmpty();
  }

  @Override
  public long bytes() {
    return list.bytes();
  }

  @Override
  public int packets() {
    return list.packets();
  }
}
