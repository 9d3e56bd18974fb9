package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/** The parts that the packet thread is made of, one by one. */
final class A01_SmallPartsTest {
  @Test
  void a01_theHeapGivesWhatAMapOfTimesWouldGive() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      EventHeap heap = new EventHeap();
      Map<Integer, Long> plain = new HashMap<>();
      for (int i = 0; i < 2_000; i++) {
        int stage = random.nextInt(40);
        long ns = random.nextInt(4) == 0 ? EventHeap.NEVER : random.nextInt(1_000);
        heap.set(stage, ns);
        if (ns == EventHeap.NEVER) {
          plain.remove(stage);
        } else {
          plain.put(stage, ns);
        }
        long first = plain.values().stream().mapToLong(v -> v).min().orElse(EventHeap.NEVER);
        assertThat(heap.firstNs()).as("seed %d, step %d", seed, i).isEqualTo(first);
        if (first != EventHeap.NEVER) {
          assertThat(plain.get(heap.first())).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void a02_aRingIsAQueueThatGrows() {
    Random random = new Random(2);
    SlotRing ring = new SlotRing();
    ArrayDeque<Integer> plain = new ArrayDeque<>();
    for (int i = 0; i < 10_000; i++) {
      if (random.nextInt(5) < 3 || plain.isEmpty()) {
        ring.add(i);
        plain.add(i);
      } else {
        assertThat(ring.first()).isEqualTo(plain.element());
        assertThat(ring.poll()).isEqualTo(plain.remove());
      }
      assertThat(ring.size()).isEqualTo(plain.size());
    }
  }

  @Test
  void a03_lossesComeAsOftenAndInSuchRowsAsAskedFor() {
    for (double[] c : new double[][] {{0.01, 1}, {0.05, 4}, {0.3, 10}, {0.025, 1.2}}) {
      Loss loss = new Loss(c[0], c[1], 7);
      int lost = 0;
      int rows = 0;
      boolean before = false;
      int n = 2_000_000;
      for (int i = 0; i < n; i++) {
        boolean now = loss.next(Loss.OF_LINK);
        lost += now ? 1 : 0;
        rows += now && !before ? 1 : 0;
        before = now;
      }
      assertThat(lost / (double) n).isCloseTo(c[0], within(0.05 * c[0]));
      double independent = 1 / (1 - c[0]);
      assertThat(lost / (double) rows)
          .isCloseTo(Math.max(c[1], independent), within(0.05 * Math.max(c[1], independent)));
    }
    Loss none = new Loss(0, 1, 7);
    for (int i = 0; i < 1_000; i++) {
      assertThat(none.next(Loss.OF_LINK)).isFalse();
    }
  }

  @Test
  void a04_aQuantileIsKnownToThirteenPerCent() {
    Random random = new Random(4);
    TimingError error = new TimingError();
    assertThat(error.quantileNs(0.99)).isZero();
    long[] sorted = random.longs(100_000, 0, 10_000_000).sorted().toArray();
    for (long ns : sorted) {
      error.record(ns);
    }
    for (double quantile : new double[] {0.01, 0.5, 0.99, 0.999, 1}) {
      long exact = sorted[(int) Math.ceil(quantile * sorted.length) - 1];
      assertThat(error.quantileNs(quantile)).isBetween(exact, (long) (exact * 1.13) + 1);
    }
  }

  @Test
  void a05_wakeUpsAreForeseenByAQuantile() {
    Random random = new Random(5);
    WakeUps least = new WakeUps(0.1);
    WakeUps mostly = new WakeUps(0.9);
    for (int i = 0; i < 5_000; i++) {
      long lateNs = 5_000L + random.nextInt(10_000);
      least.woke(lateNs);
      mostly.woke(lateNs);
    }
    assertThat(least.lateNs()).isBetween(4_500L, 7_500L);
    assertThat(mostly.lateNs()).isBetween(12_500L, 15_500L);
  }

  @Test
  void a06_aNodesAddressesFollowFromItsName_notFromTheOrder() {
    AddressPlan one = new AddressPlan("hello");
    AddressPlan other = new AddressPlan("hello");
    for (int i = 0; i < 200; i++) {
      one.of(Kind.TERMINAL, "t" + i);
    }
    int same = 0;
    for (int i = 199; i >= 0; i--) {
      Address a = one.of(Kind.TERMINAL, "t" + i);
      same += a.equals(other.of(Kind.TERMINAL, "t" + i)) ? 1 : 0;
      assertThat(a.prefix() >>> 56).as("unique local: RFC 4193").isEqualTo(0xfd);
      assertThat(a.v4() >>> 22).as("100.64.0.0/10: RFC 6598").isEqualTo(0x6440_0000 >>> 22);
    }
    assertThat(same).as("but for the few that meet").isGreaterThan(190);
    assertThat(new AddressPlan("hallo").of(Kind.POP, "a").prefix())
        .isNotEqualTo(one.of(Kind.POP, "a").prefix());
  }

  @Test
  void a07_noTwoNodesShareAnAddress_andWhatWasGivenIsKept() {
    AddressPlan plan = new AddressPlan("many");
    Set<Integer> v4 = new HashSet<>();
    Set<Long> prefixes = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Address a = plan.of(Kind.TERMINAL, "t" + i);
      assertThat(v4.add(a.v4()) && prefixes.add(a.prefix())).isTrue();
    }
    AddressPlan later = new AddressPlan("many");
    Address given = plan.of(Kind.TERMINAL, "t19999");
    assertThat(later.keep(Kind.TERMINAL, "t19999", given)).isTrue();
    assertThat(later.of(Kind.TERMINAL, "t19999")).isEqualTo(given);
    assertThat(later.keep(Kind.TERMINAL, "thief", given)).isFalse();
    assertThat(new AddressPlan("other").keep(Kind.TERMINAL, "t19999", given)).isFalse();
  }

  @Test
  void a08_nodesAreFoundByEitherAddress_andNotAfterTheyHaveGone() {
    Nodes nodes = new Nodes();
    AddressPlan plan = new AddressPlan("n");
    try (Packets packets = new Packets()) {
      for (int i = 0; i < 500; i++) {
        nodes.put(plan.of(Kind.TERMINAL, "t" + i), Nodes.node(Nodes.TERMINAL, i));
      }
      for (int i = 0; i < 500; i += 2) {
        nodes.remove(plan.of(Kind.TERMINAL, "t" + i));
      }
      Address from = plan.of(Kind.POP, "p");
      for (int i = 0; i < 500; i++) {
        Address to = plan.of(Kind.TERMINAL, "t" + i);
        int expected = i % 2 == 0 ? Nodes.NONE : Nodes.node(Nodes.TERMINAL, i);
        assertThat(nodes.destination(packets.udp4(from, to, 1, 2, 10))).isEqualTo(expected);
        assertThat(nodes.destination(packets.udp6(from, to, 1, 2, 10))).isEqualTo(expected);
      }
    }
  }

  private static void read(Load load, int packets, boolean stamped) {
    for (int i = 0; i < packets; i++) {
      load.read(stamped, 200);
    }
  }

  @Test
  void a09_withFewPacketsItSleepsUntilOneIsDue_withManyAWhileInAnyCase() {
    Load load = new Load();
    for (int i = 0; i < 1_000; i++) {
      load.woke(5_000);
    }
    assertThat(load.pauseNs(2_000_000)).isZero();
    assertThat(load.sleepNs(100_000)).isBetween(94_800L, 95_200L);
    assertThat(load.sleepNs(6_000)).as("too short a sleep").isZero();
    read(load, 9, true);
    assertThat(load.pauseNs(3_000_000)).as("9,000 a second").isZero();
    read(load, 60, false);
    long pauseNs = load.pauseNs(4_000_000);
    assertThat(pauseNs).as("60,000 a second").isPositive();
    assertThat(load.pauseNs(4_100_000)).as("within the millisecond").isEqualTo(pauseNs);
    read(load, 60, true);
    assertThat(load.pauseNs(5_000_000)).as("when they came is known").isGreaterThan(pauseNs);
    assertThat(load.pauseNs(6_000_000)).as("a quiet millisecond").isZero();
    load.read(false, 60_000);
    load.read(false, 60_000);
    assertThat(load.pauseNs(7_000_000)).as("two that stand for many").isPositive();
  }

  @Test
  void a10_itIsAwakeBeforeItsTimeForNoMoreThanAnEighthOfTheTime() {
    Load load = new Load();
    long awakeNs = 0;
    long nowNs = 0;
    for (int i = 0; i < 100_000; i++) {
      load.woke(10_000);
      // Always something that is due before a sleep would end.
      assertThat(load.pauseNs(nowNs)).isZero();
      long sleepNs = load.sleepNs(8_000);
      awakeNs += sleepNs == 0 ? 1_000 : 0;
      nowNs += sleepNs == 0 ? 1_000 : sleepNs + 10_000;
    }
    assertThat(awakeNs / (double) nowNs).isBetween(0.10, 0.13);
  }

  @Test
  void a11_aPathsOwnLossStandsInForTheLinks() {
    Loss loss = new Loss(0.01, 1, 7);
    assertThat(loss.isAny(Loss.OF_LINK)).isTrue();
    assertThat(loss.isAny(0)).isFalse();
    int n = 200_000;
    int lost = 0;
    for (int i = 0; i < n; i++) {
      lost += loss.next(0.25f) ? 1 : 0;
    }
    assertThat(lost / (double) n).isCloseTo(0.25, within(0.01));
    for (int i = 0; i < 1_000; i++) {
      assertThat(loss.next(0)).isFalse();
    }
  }

  @Test
  void a12_aBoardHasBothWays() {
    PathBoard board = new PathBoard(2, 0, 1_000);
    board.set(0, LinkState.OPEN, 500, 700, 0, 1e9, 0);
    board.set(1, LinkState.OPEN, 500, 700, 1e9, 1e9, 0);
    board.setDown(0, -100, 100);
    board.setLoss(0, 0.5);
    assertThat(board.delayNs(0, true, 500)).isEqualTo(600);
    assertThat(board.delayNs(0, false, 0)).isEqualTo(400);
    assertThat(board.delayNs(0, false, 500)).isEqualTo(600);
    assertThat(board.delayNs(0, false, 5_000)).isEqualTo(800);
    assertThat(board.delayNs(1, false, 500)).isEqualTo(600);
    assertThat(board.state(0, true)).as("no rate").isEqualTo(LinkState.HELD);
    assertThat(board.state(0, false)).isEqualTo(LinkState.OPEN);
    assertThat(board.lossShare(0)).isEqualTo(0.5f);
    assertThat(board.lossShare(1)).isEqualTo(Loss.OF_LINK);
  }

  @Test
  void a13_aPortThatIsReadyAgainAtOnceHasLongerTurns() {
    Port port = new Port(-1, 0, new Address(1, 2, 3), 1420, false);
    assertThat(port.turn(5)).isEqualTo(1);
    assertThat(port.turn(9)).as("a packet now and then").isEqualTo(1);
    for (int i = 10; i < 20; i++) {
      port.turn(i);
    }
    assertThat(port.turn(20)).as("a flood").isEqualTo(32);
    port.wasEmptyAfter(3);
    assertThat(port.turn(30)).isEqualTo(3);
  }
}
