package org.orbweaver.dataplane.packet;

import java.util.function.IntConsumer;
import java.util.function.LongUnaryOperator;

/**
 * From one node to another without a queue: each packet arrives one delay after it has departed,
 * but never before the one ahead of it. While the delay is not known yet, the first packets wait.
 */
final class Way extends Stage {
  private static final int MOST_WAITING = 64;

  private final PacketPool pool;
  private final LongUnaryOperator delayNs;
  private final IntConsumer exit;
  private final IntConsumer unreachable;
  private final SlotRing way = new SlotRing();
  private final SlotRing waiting = new SlotRing();
  private long lastDueNs = Long.MIN_VALUE;
  private boolean isAsked;
  private long askedNs;

  /**
   * @param delayNs one way, from when a packet departs; {@link WayBoard#NONE} or {@link
   *     WayBoard#UNKNOWN}
   * @param exit where packets arrive
   * @param unreachable gets those that nothing leads on
   */
  Way(
      int id,
      PacketPool pool,
      LongUnaryOperator delayNs,
      IntConsumer exit,
      IntConsumer unreachable) {
    super(id);
    this.pool = pool;
    this.delayNs = delayNs;
    this.exit = exit;
    this.unreachable = unreachable;
  }

  /** Whether a packet that departs now asks for the way: the first, and one now and then. */
  boolean asks(long nowNs) {
    if (isAsked && nowNs - askedNs < Outside.WANTED_AGAIN_NS) {
      return false;
    }
    isAsked = true;
    askedNs = nowNs;
    return true;
  }

  /** Sends a packet whose {@code timeNs} says when it departs. */
  void add(int slot) {
    if (!waiting.isEmpty() || !depart(slot)) {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(slot);
      } else {
        pool.give(slot);
      }
    }
  }

  /** Sends what has waited, where the delay is known by now; it departs only now. */
  void departNow(long nowNs) {
    while (!waiting.isEmpty()) {
      int slot = waiting.first();
      pool.timeNs[slot] = nowNs;
      if (!depart(slot)) {
        return;
      }
      waiting.poll();
    }
  }

  private boolean depart(int slot) {
    long delay = delayNs.applyAsLong(pool.timeNs[slot]);
    if (delay == WayBoard.UNKNOWN) {
      return false;
    }
    if (delay == WayBoard.NONE) {
      unreachable.accept(slot);
    } else {
      lastDueNs = Math.max(lastDueNs, pool.timeNs[slot] + delay);
      pool.timeNs[slot] = lastDueNs;
      way.add(slot);
    }
    return true;
  }

  @Override
  void run(long nowNs) {
    while (!way.isEmpty() && pool.timeNs[way.first()] <= nowNs) {
      exit.accept(way.poll());
    }
  }

  @Override
  long nextNs() {
    return way.isEmpty() ? EventHeap.NEVER : pool.timeNs[way.first()];
  }

  @Override
  void clear() {
    while (!way.isEmpty()) {
      pool.give(way.poll());
    }
    while (!waiting.isEmpty()) {
      pool.give(waiting.poll());
    }
  }
}
