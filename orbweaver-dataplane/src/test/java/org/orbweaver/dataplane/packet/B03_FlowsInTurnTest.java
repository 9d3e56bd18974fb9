package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FQ-CoDel as RFC 8290 describes it, served at a rate by a time of its own. */
final class B03_FlowsInTurnTest {
  private static final long MS = 1_000_000;
  private static final int FULL = 1_500;
  private static final int SMALL = 100;

  private final PacketPool pool = new PacketPool(20_000, 2_032, 0);
  private final List<Integer> dropped = new ArrayList<>();
  private final FqCoDel queue = queue(10_000_000, 15_000);
  private long nowNs;

  private FqCoDel queue(long bytes, int packets) {
    return new FqCoDel(pool, new QueueLimit(bytes, packets), this::drop, 7);
  }

  private void drop(int slot) {
    dropped.add(flowOf(slot));
    pool.give(slot);
  }

  @AfterEach
  void everyPacketsRoomIsGivenBack() {
    for (int slot = queue.poll(nowNs); slot != PacketPool.NONE; slot = queue.poll(nowNs)) {
      pool.give(slot);
    }
    assertThat(queue.bytes() + queue.packets()).isZero();
    assertThat(pool.inUse()).isZero();
    pool.close();
  }

  private int flowOf(int slot) {
    return Memory.u16(pool.address(slot) + Ip.V4_HEADER);
  }

  private int packet(int flow, int bytes) {
    int slot = pool.take();
    long p = pool.address(slot);
    Ip.headerV4(p, bytes, Ip.UDP, 64, 1, 2);
    Memory.u16(p + Ip.V4_HEADER, flow);
    Memory.u16(p + Ip.V4_HEADER + 2, 80);
    pool.length[slot] = bytes;
    pool.timeNs[slot] = nowNs;
    return slot;
  }

  private void send(FqCoDel to, int flow, int bytes) {
    assertThat(to.offer(packet(flow, bytes))).isTrue();
  }

  private int serve(FqCoDel from) {
    int slot = from.poll(nowNs);
    if (slot == PacketPool.NONE) {
      return -1;
    }
    int flow = flowOf(slot);
    pool.give(slot);
    return flow;
  }

  @Test
  void a01_flowsOfFullPacketsGoInTurn() {
    for (int i = 0; i < 30; i++) {
      send(queue, 1, FULL);
    }
    for (int i = 0; i < 10; i++) {
      send(queue, 2, FULL);
      send(queue, 3, FULL);
    }
    int[] served = new int[4];
    for (int i = 0; i < 30; i++) {
      served[serve(queue)]++;
    }
    assertThat(served[1]).isBetween(9, 12);
    assertThat(served[2]).isBetween(9, 11);
    assertThat(served[3]).isBetween(9, 11);
  }

  @Test
  void a02_turnsAreOfBytes_notOfPackets() {
    for (int i = 0; i < 600; i++) {
      send(queue, 1, SMALL);
    }
    for (int i = 0; i < 60; i++) {
      send(queue, 2, FULL);
    }
    long[] bytes = new long[3];
    for (int i = 0; i < 300; i++) {
      int flow = serve(queue);
      bytes[flow] += flow == 1 ? SMALL : FULL;
    }
    assertThat((double) bytes[1] / bytes[2]).isBetween(0.85, 1.15);
  }

  @Test
  void a03_whoSendsLittleIsSentNext_whateverWaits() {
    for (int i = 0; i < 100; i++) {
      send(queue, 1, FULL);
    }
    serve(queue);
    for (int i = 0; i < 10; i++) {
      // The large flow spends its turn, and then the small one is new.
      serve(queue);
      send(queue, 2, SMALL);
      assertThat(List.of(serve(queue), serve(queue))).contains(2);
    }
  }

  @Test
  void a04_aFlowThatIsNewAgainAndAgainStarvesNobody() {
    for (int i = 0; i < 50; i++) {
      send(queue, 1, FULL);
    }
    int ofLarge = 0;
    for (int i = 0; i < 200; i++) {
      send(queue, 2, FULL);
      ofLarge += serve(queue) == 1 ? 1 : 0;
    }
    assertThat(ofLarge).isEqualTo(50);
  }

  @Test
  void a05_withoutRoomTheLongestQueueLosesItsFront_andOthersNothing() {
    FqCoDel small = queue(100 * FULL, 1_000);
    send(small, 2, FULL);
    for (int i = 0; i < 150; i++) {
      send(small, 1, FULL);
    }
    assertThat(dropped).isNotEmpty().containsOnly(1);
    assertThat(dropped.size()).as("half of it at once, at most").isLessThanOrEqualTo(2 * 50);
    assertThat(small.bytes()).isLessThanOrEqualTo(100 * FULL);
    int served = 0;
    int ofSecond = 0;
    for (int flow = serve(small); flow >= 0; flow = serve(small)) {
      served++;
      ofSecond += flow == 2 ? 1 : 0;
    }
    assertThat(ofSecond).isEqualTo(1);
    assertThat(served + dropped.size()).isEqualTo(151);
  }

  /** 12 Mbit/s: a full packet a millisecond. Flow 1 sends two, flow 2 a small one. */
  @Test
  void a06_aFloodIsThinnedOut_andAQuietFlowBesideItNeitherWaitsNorLoses() {
    long worstNs = 0;
    int quiet = 0;
    for (int ms = 0; ms < 10_000; ms++) {
      nowNs = ms * MS;
      send(queue, 1, FULL);
      if (ms % 3 == 0) {
        send(queue, 1, FULL);
      }
      if (ms % 20 == 0) {
        send(queue, 2, SMALL);
      }
      int slot = queue.poll(nowNs);
      if (flowOf(slot) == 2) {
        worstNs = Math.max(worstNs, nowNs - pool.timeNs[slot]);
        quiet++;
      }
      pool.give(slot);
    }
    assertThat(worstNs).as("the one being sent, and a turn").isLessThanOrEqualTo(3 * MS);
    assertThat(quiet).isEqualTo(500);
    assertThat(dropped).as("of what is too much").hasSizeGreaterThan(100).containsOnly(1);
  }

  @Test
  void a07_anyOrderOfComingAndGoingKeepsCountOfBytesAndPackets() {
    Random random = new Random(1);
    FqCoDel small = queue(40_000, 60);
    int sent = 0;
    int served = 0;
    for (int i = 0; i < 50_000; i++) {
      nowNs += random.nextInt(2_000_000);
      if (random.nextInt(100) < 55) {
        send(small, random.nextInt(200), 60 + random.nextInt(1_440));
        sent++;
      } else {
        served += serve(small) >= 0 ? 1 : 0;
      }
      assertThat(small.packets()).isEqualTo(sent - served - dropped.size()).isLessThanOrEqualTo(60);
      assertThat(small.bytes()).isLessThanOrEqualTo(40_000);
    }
    while (serve(small) >= 0) {
      served++;
    }
    assertThat(served + dropped.size()).isEqualTo(sent);
    assertThat(small.bytes()).isZero();
  }

  @Test
  void a08_fragmentsStayTogether_andOtherPortsAreOtherFlows() {
    int first = packet(1, FULL);
    int other = packet(2, FULL);
    long p = pool.address(first);
    long q = pool.address(other);
    assertThat(Flows.hash(p, FULL, 1)).isNotEqualTo(Flows.hash(q, FULL, 1));
    Memory.u16(p + 6, 0x2000);
    Memory.u16(q + 6, 185);
    assertThat(Flows.hash(p, FULL, 1)).isEqualTo(Flows.hash(q, FULL, 1));
    assertThat(Flows.hash(p, FULL, 1)).isNotEqualTo(Flows.hash(p, FULL, 2));
    pool.give(first);
    pool.give(other);
  }
}
