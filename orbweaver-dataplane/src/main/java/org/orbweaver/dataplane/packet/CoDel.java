package org.orbweaver.dataplane.packet;

/** First in, first out, with {@link ControlledDelay}; what finds it full is dropped. */
final class CoDel implements Discipline {
  private final PacketPool pool;
  private final QueueLimit limit;
  private final PacketList list;
  private final ControlledDelay control;

  CoDel(PacketPool pool, QueueLimit limit, Drops drops) {
    this.pool = pool;
    this.limit = limit;
    list = new PacketList(pool);
    control = new ControlledDelay(pool, list, drops);
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
    return control.poll(nowNs);
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
