package org.orbweaver.dataplane.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The ways between nodes, each made when a packet first takes it, and asked for as long as packets
 * do. The packet thread's.
 */
final class Ways {
  private final PacketPool pool;
  private final Stages stages;
  private final Outside outside;
  private final IntConsumer exit;
  private final IntConsumer unreachable;
  private final WayBoards boards = new WayBoards();
  private final IntByLong numbers = new IntByLong();
  private final List<Way> ways = new ArrayList<>();

  /**
   * No ways yet.
   *
   * @param exit where packets arrive
   * @param unreachable gets those that nothing leads on
   */
  Ways(PacketPool pool, Stages stages, Outside outside, IntConsumer exit, IntConsumer unreachable) {
    this.pool = pool;
    this.stages = stages;
    this.outside = outside;
    this.exit = exit;
    this.unreachable = unreachable;
  }

  /** What is known of ways from a board's beginning on. */
  void publish(WayBoard board, long nowNs) {
    boards.publish(board);
    for (Way way : ways) {
      way.departNow(nowNs);
      stages.changed(way);
    }
  }

  /** Sends a packet over the way from one node to another, where {@code timeNs} says. */
  void send(int from, int to, int slot) {
    long key = (long) from << Integer.SIZE | to;
    int number = numbers.find(key);
    if (number == IntByLong.NONE) {
      number = ways.size();
      numbers.put(key, number);
      ways.add(make(number));
    }
    Way way = ways.get(number);
    if (way.asks(pool.timeNs[slot])) {
      outside.wanted(number, Nodes.planned(from), Nodes.planned(to));
    }
    way.add(slot);
    stages.changed(way);
  }

  private Way make(int number) {
    return stages.make(
        id -> new Way(id, pool, atNs -> boards.delayNs(number, atNs), exit, unreachable));
  }
}
