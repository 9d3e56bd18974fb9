package org.orbweaver.dataplane.packet;

/**
 * Controlled delay: where packets have waited more than 5 ms for 100 ms, some are dropped when they
 * are sent, ever more often until the wait is short again; packets whose senders understand it are
 * marked instead. Source: RFC 8289, section 5, with its constants; RFC 3168 for marks.
 */
final class CoDel implements Discipline {
  static final long TARGET_NS = 5_000_000;
  static final long INTERVAL_NS = 100_000_000;

  /** Less than a packet of the largest size is no standing queue. */
  private static final int LEAST_BYTES = 1514;

  private final PacketPool pool;
  private final TailDrop queue;
  private final Drops drops;

  private long firstAboveNs;
  private long dropNextNs;
  private int count;
  private int lastCount;
  private boolean dropping;

  CoDel(PacketPool pool, QueueLimit limit, Drops drops) {
    this.pool = pool;
    this.drops = drops;
    queue = new TailDrop(pool, limit);
  }

  @Override
  public boolean offer(int slot) {
    return queue.offer(slot);
  }

  @Override
  public int poll(long nowNs) {
    boolean tooLong = hasWaitedTooLong(nowNs);
    int slot = queue.poll(nowNs);
    if (!dropping) {
      if (!tooLong) {
        return slot;
      }
      dropping = true;
      int since = count - lastCount;
      count = since > 1 && nowNs - dropNextNs < 16 * INTERVAL_NS ? since : 1;
      lastCount = count;
      dropNextNs = nowNs + spacingNs();
      return sent(slot, nowNs);
    }
    while (dropping && tooLong && nowNs >= dropNextNs && slot != PacketPool.NONE) {
      count++;
      dropNextNs += spacingNs();
      if (Ip.isEcnCapable(pool.address(slot))) {
        Ip.markCongestion(pool.address(slot));
        return slot;
      }
      drops.dropped(slot);
      tooLong = hasWaitedTooLong(nowNs);
      slot = queue.poll(nowNs);
    }
    dropping = tooLong;
    return slot;
  }

  /** The first of an episode: marked and sent, or dropped and the next one sent. */
  private int sent(int slot, long nowNs) {
    if (Ip.isEcnCapable(pool.address(slot))) {
      Ip.markCongestion(pool.address(slot));
      return slot;
    }
    drops.dropped(slot);
    return queue.poll(nowNs);
  }

  private boolean hasWaitedTooLong(long nowNs) {
    if (queue.isEmpty()
        || nowNs - queue.firstCameNs() < TARGET_NS
        || queue.bytes() <= LEAST_BYTES) {
      firstAboveNs = 0;
      return false;
    }
    if (firstAboveNs == 0) {
      firstAboveNs = nowNs + INTERVAL_NS;
      return false;
    }
    return nowNs >= firstAboveNs;
  }

  private long spacingNs() {
    return (long) (INTERVAL_NS / Math.sqrt(count));
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public long bytes() {
    return queue.bytes();
  }

  @Override
  public int packets() {
    return queue.packets();
  }
}
