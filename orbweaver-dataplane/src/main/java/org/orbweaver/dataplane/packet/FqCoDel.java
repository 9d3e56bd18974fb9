package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;

/**
 * Flows in turn, each with {@link ControlledDelay} of its own: a flow that sends little waits for
 * nobody, and one that sends much only for itself. Flows are told apart by a hash; a flow's state
 * is made when its first packet comes, and stays. Source: RFC 8290, sections 4.1 and 4.2.
 */
final class FqCoDel implements Discipline {
  private static final int FLOWS = 1_024;
  private static final int QUANTUM_BYTES = 1_514;

  /** Dropped at once, at most, when there is no room: looking for the longest queue takes time. */
  private static final int BATCH = 64;

  private final PacketPool pool;
  private final QueueLimit limit;
  private final Drops drops;
  private final long seed;
  private final @Nullable Flow[] flows = new Flow[FLOWS];
  private final Turn fresh = new Turn();
  private final Turn old = new Turn();
  private long bytes;
  private int packets;

  FqCoDel(PacketPool pool, QueueLimit limit, Drops drops, long seed) {
    this.pool = pool;
    this.limit = limit;
    this.drops = drops;
    this.seed = seed;
  }

  @Override
  public boolean offer(int slot) {
    while (!limit.hasRoom(bytes, packets, pool.length[slot])) {
      dropFromLongest();
    }
    Flow flow = flow(Flows.hash(pool.address(slot), pool.length[slot], seed) & (FLOWS - 1));
    flow.list.add(slot);
    packets++;
    bytes += pool.length[slot];
    if (!flow.waitsForTurn) {
      flow.deficit = QUANTUM_BYTES;
      fresh.add(flow);
    }
    return true;
  }

  private Flow flow(int index) {
    Flow flow = flows[index];
    if (flow == null) {
      flow = new Flow(pool, drops);
      flows[index] = flow;
    }
    return flow;
  }

  /** Where the longest queue is, and half of it, is dropped from its front. */
  private void dropFromLongest() {
    Flow longest = longer(fresh.first, longer(old.first, null));
    if (longest == null) {
      throw new IllegalStateException("packets that wait are of a flow");
    }
    long enough = longest.list.bytes() / 2;
    for (int i = 0; i < BATCH && longest.list.bytes() > enough; i++) {
      int slot = longest.list.poll();
      packets--;
      bytes -= pool.length[slot];
      drops.dropped(slot);
    }
  }

  private static @Nullable Flow longer(@Nullable Flow first, @Nullable Flow least) {
    Flow longest = least;
    for (Flow flow = first; flow != null; flow = flow.after) {
      if (longest == null || flow.list.bytes() > longest.list.bytes()) {
        longest = flow;
      }
    }
    return longest;
  }

  @Override
  public int poll(long nowNs) {
    while (true) {
      boolean isFresh = fresh.first != null;
      Turn turn = isFresh ? fresh : old;
      Flow flow = turn.first;
      if (flow == null) {
        return PacketPool.NONE;
      }
      if (flow.deficit <= 0) {
        flow.deficit += QUANTUM_BYTES;
        turn.takeFirst();
        old.add(flow);
        continue;
      }
      long bytesBefore = flow.list.bytes();
      int packetsBefore = flow.list.packets();
      int slot = flow.control.poll(nowNs);
      bytes -= bytesBefore - flow.list.bytes();
      packets -= packetsBefore - flow.list.packets();
      if (slot != PacketPool.NONE) {
        flow.deficit -= pool.length[slot];
        return slot;
      }
      turn.takeFirst();
      // A new flow waits for a round once, or it could always come first by being empty often.
      if (isFresh && old.first != null) {
        old.add(flow);
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return packets == 0;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public int packets() {
    return packets;
  }

  private static final class Flow {
    final PacketList list;
    final ControlledDelay control;
    int deficit;
    boolean waitsForTurn;
    @Nullable Flow after;

    Flow(PacketPool pool, Drops drops) {
      list = new PacketList(pool);
      control = new ControlledDelay(pool, list, drops);
    }
  }

  /** Flows, first in, first out; a flow is in one at most. */
  private static final class Turn {
    @Nullable Flow first;
    private @Nullable Flow last;

    void add(Flow flow) {
      flow.waitsForTurn = true;
      flow.after = null;
      if (last == null) {
        first = flow;
      } else {
        last.after = flow;
      }
      last = flow;
    }

    void takeFirst() {
      Flow flow = first;
      if (flow != null) {
        first = flow.after;
        flow.after = null;
        flow.waitsForTurn = false;
        if (first == null) {
          last = null;
        }
      }
    }
  }
}
