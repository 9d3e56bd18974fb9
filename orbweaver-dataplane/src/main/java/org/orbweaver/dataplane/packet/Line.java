package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;

/**
 * One direction of a terminal's link: a queue that is served at the rate of the moment, and behind
 * it the way through the sky. They are apart, because a backlog has to leave at the rate after a
 * handover and not at the one at which it came. On the way each packet arrives one delay after it
 * has departed, but, unless that is asked for, never before the one ahead of it, so that a path
 * that gets shorter reorders nothing.
 */
final class Line extends Stage {
  private static final float TOGETHER_NS = 20_000;

  private final int link;
  private final boolean up;
  private final PacketPool pool;
  private final Exits exits;
  private final Loss loss;
  private final Counters counters;
  private final UnderWay way;
  private final Boards boards;
  private Discipline queue;

  /** Null while nobody records. */
  private @Nullable LineTap tap;

  private long freeNs = Long.MIN_VALUE;
  private long heldUntilNs = Long.MIN_VALUE;

  Line(
      int id,
      int link,
      boolean up,
      PacketPool pool,
      Exits exits,
      Loss loss,
      Counters counters,
      Boards boards,
      boolean reorders) {
    super(id);
    this.link = link;
    this.up = up;
    this.pool = pool;
    this.exits = exits;
    this.loss = loss;
    this.counters = counters;
    this.boards = boards;
    this.way = new UnderWay(pool, reorders);
    this.queue = new TailDrop(pool, new QueueLimit(0, 0));
  }

  /** From now on, or null for no longer, what becomes of packets is noted. */
  void tap(@Nullable LineTap recorder) {
    tap = recorder;
  }

  void queue(Discipline discipline) {
    queue = discipline;
  }

  /**
   * Whether a packet that stands for many can pass as one: where its segments would leave so
   * closely behind each other that nobody could tell, and no one of them is to be dropped alone.
   */
  boolean takesMany(long atNs) {
    return queue instanceof TailDrop
        && !loss.isAny(boards.current().lossShare(link))
        && boards.nsPerByte(link, up, atNs) * PacketPool.LARGE_BYTES <= TOGETHER_NS;
  }

  /** Takes a packet whose {@code timeNs} says when it came. */
  void offer(int slot) {
    if (tap != null) {
      tap.came(slot);
    }
    PathBoard board = boards.current();
    LinkState state = board.state(link, up);
    if (state.isDark()) {
      refuse(slot, state);
      return;
    }
    long cameNs = pool.timeNs[slot];
    counters.offeredBytes += pool.length[slot];
    // What has left by now takes no room.
    serve(cameNs);
    if (!queue.offer(slot)) {
      dropped(slot);
    } else if (state == LinkState.HELD) {
      heldUntilNs = board.untilNs();
    } else {
      serve(cameNs);
    }
    gauge(cameNs);
  }

  private void gauge(long nowNs) {
    long waitingNs = (long) (queue.bytes() * boards.nsPerByte(link, up, nowNs));
    counters.gauge.set(counters.offeredBytes, counters.busyNs, waitingNs);
  }

  private void refuse(int slot, LinkState why) {
    counters.refused++;
    if (tap != null) {
      Fate fate = why == LinkState.PROHIBITED ? Fate.PROHIBITED : Fate.UNSERVED;
      tap.ended(fate, slot, pool.timeNs[slot]);
    }
    exits.refused(link, up, slot, why);
  }

  /** A packet for it found no room anywhere. */
  void noRoom() {
    counters.dropped++;
  }

  /** Told by the queue of what it drops. */
  void dropped(int slot) {
    counters.dropped++;
    if (tap != null) {
      tap.ended(Fate.QUEUE, slot, Math.max(freeNs, pool.timeNs[slot]));
    }
    pool.give(slot);
  }

  @Override
  void run(long nowNs) {
    serve(nowNs);
    gauge(nowNs);
    for (int slot = way.poll(nowNs); slot != PacketPool.NONE; slot = way.poll(nowNs)) {
      counters.packets++;
      counters.bytes += pool.length[slot];
      if (tap != null) {
        tap.ended(Fate.DELIVERED, slot, pool.timeNs[slot]);
      }
      if (up) {
        exits.fromTerminal(link, slot);
      } else {
        exits.toTerminal(link, slot);
      }
    }
  }

  private void serve(long nowNs) {
    if (queue.isEmpty() || freeNs > nowNs) {
      return;
    }
    PathBoard board = boards.current();
    LinkState state = board.state(link, up);
    if (state == LinkState.HELD) {
      heldUntilNs = board.untilNs();
      return;
    }
    while (!queue.isEmpty() && freeNs <= nowNs) {
      int slot = queue.poll(nowNs);
      if (slot == PacketPool.NONE) {
        return;
      }
      if (state.isDark()) {
        refuse(slot, state);
        continue;
      }
      long startNs = Math.max(Math.max(freeNs, pool.timeNs[slot]), heldUntilNs);
      long takesNs = (long) (pool.length[slot] * boards.nsPerByte(link, up, startNs));
      freeNs = startNs + takesNs;
      counters.busyNs += takesNs;
      if (tap != null) {
        tap.sent(slot, startNs, freeNs);
      }
      if (state == LinkState.LOST || loss.next(board.lossShare(link))) {
        counters.lost++;
        if (tap != null) {
          tap.ended(state == LinkState.LOST ? Fate.GAP : Fate.LOST, slot, freeNs);
        }
        pool.give(slot);
        continue;
      }
      if (pool.aside[slot]) {
        counters.packets++;
        counters.bytes += pool.length[slot];
        pool.timeNs[slot] = freeNs;
        if (tap != null) {
          tap.ended(Fate.ASIDE, slot, freeNs);
        }
        exits.aside(link, up, slot);
        continue;
      }
      way.add(slot, freeNs + board.delayNs(link, up, freeNs));
    }
  }

  @Override
  long nextNs() {
    long next = way.nextNs();
    if (queue.isEmpty()) {
      return next;
    }
    PathBoard board = boards.current();
    return Math.min(next, board.state(link, up) == LinkState.HELD ? board.untilNs() : freeNs);
  }

  /** Bytes that wait to be sent. */
  long waitingBytes() {
    return queue.bytes();
  }

  @Override
  void clear() {
    while (!queue.isEmpty()) {
      int slot = queue.poll(Long.MIN_VALUE);
      if (slot != PacketPool.NONE) {
        pool.give(slot);
      }
    }
    way.clear();
  }
}
