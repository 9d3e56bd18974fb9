package org.orbweaver.dataplane.packet;

/**
 * Controlled delay of one list of packets: where they have waited more than 5 ms for 100 ms, some
 * are dropped when they are sent, ever more often until the wait is short again; packets whose
 * senders understand it are marked instead. Source: RFC 8289, section 5, with its constants; RFC
 * 3168 for marks.
 */
final class ControlledDelay {
  static final long TARGET_NS = 5_000_000;
  static final long INTERVAL_NS = 100_000_000;

  /** Less than a packet of the largest size is no standing queue. */
  private static final int LEAST_BYTES = 1514;

  private final PacketPool pool;
  private final PacketList list;
  private final Discipline.Drops drops;

  private long firstAboveNs;
  private long dropNextNs;
  private int count;
  private int lastCount;
  private boolean dropping;
  private boolean tooLong;

  ControlledDelay(PacketPool pool, PacketList list, Discipline.Drops drops) {
    this.pool = pool;
    this.list = list;
    this.drops = drops;
  }

  /** The next packet to be sent; {@link PacketPool#NONE} where nothing is left. */
  int poll(long nowNs) {
    int slot = next(nowNs);
    if (!dropping) {
      return tooLong ? begin(slot, nowNs) : slot;
    }
    dropping = tooLong;
    while (dropping && nowNs >= dropNextNs) {
      count++;
      if (isMarked(slot)) {
        dropNextNs += spacingNs();
        return slot;
      }
      drops.dropped(slot);
      slot = next(nowNs);
      dropping = tooLong;
      if (dropping) {
        dropNextNs += spacingNs();
      }
    }
    return slot;
  }

  /** The first of an episode: marked and sent, or dropped and the next one sent. */
  private int begin(int slot, long nowNs) {
    dropping = true;
    int since = count - lastCount;
    count = since > 1 && nowNs - dropNextNs < 16 * INTERVAL_NS ? since : 1;
    lastCount = count;
    dropNextNs = nowNs + spacingNs();
    if (isMarked(slot)) {
      return slot;
    }
    drops.dropped(slot);
    return next(nowNs);
  }

  private boolean isMarked(int slot) {
    long p = pool.address(slot);
    if (!Ip.isEcnCapable(p)) {
      return false;
    }
    Ip.markCongestion(p);
    return true;
  }

  private int next(long nowNs) {
    int slot = list.poll();
    tooLong = slot != PacketPool.NONE && hasWaitedTooLong(slot, nowNs);
    if (slot == PacketPool.NONE) {
      firstAboveNs = 0;
    }
    return slot;
  }

  private boolean hasWaitedTooLong(int slot, long nowNs) {
    if (nowNs - pool.timeNs[slot] < TARGET_NS || list.bytes() <= LEAST_BYTES) {
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
}
