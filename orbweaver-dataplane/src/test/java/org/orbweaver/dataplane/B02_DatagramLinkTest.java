package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.dataplane.VirtualLink.held;
import static org.orbweaver.dataplane.VirtualLink.losing;
import static org.orbweaver.dataplane.VirtualLink.ms;
import static org.orbweaver.dataplane.VirtualLink.served;
import static org.orbweaver.dataplane.VirtualLink.unserved;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.dataplane.VirtualLink.Arrival;

/** Datagrams over one direction of a link, in virtual time: exact, and without threads. */
class B02_DatagramLinkTest {
  private static final long SECOND = ms(1000);

  private final VirtualLink link = new VirtualLink();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final DatagramFlow flow = link.open(arrivals);

  private static List<Integer> numbers(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::number).toList();
  }

  @Test
  void a01_aDatagramTakesItsSerialisationAndTheDelay() {
    link.send(flow, 1, 1250);
    link.runTo(ms(20.5) - 1);
    assertThat(arrivals).isEmpty();
    link.runTo(ms(20.5));
    // 10,000 bits at 20 Mbit/s are half a millisecond.
    assertThat(arrivals).containsExactly(new Arrival(1, 0, ms(20.5)));
    assertThat(link.bytes.sum()).isEqualTo(1250);
    assertThat(link.delivered.sum()).isEqualTo(1);
  }

  @Test
  void a02_aPathThatGetsLongerIsFeltByEachDatagramAsItIsAtThatMoment() {
    // 20 to 35 ms within a slot, as a satellite moves away.
    link.path(t -> served(20 + 15.0 * t / (15 * SECOND), 20));
    link.stream(flow, 150, 125, ms(100));
    link.runTo(16 * SECOND);
    assertThat(arrivals).hasSize(150);
    for (Arrival a : arrivals) {
      long pathNs = link.at(0, a.sentNs()).oneWayDelayNs();
      assertThat(a.tookNs()).isEqualTo(pathNs + ms(0.05));
    }
  }

  @Test
  void a03_aDistantPopIsFurtherAway() {
    List<Arrival> london = new ArrayList<>();
    DatagramFlow toLondon = link.open(london, FakeNetwork.LONDON);
    link.send(toLondon, 1, 1250);
    link.send(flow, 2, 1250);
    link.runTo(SECOND);
    assertThat(london.getFirst().tookNs()).isEqualTo(ms(30.5));
    assertThat(arrivals.getFirst().tookNs()).as("not behind what goes further").isEqualTo(ms(21));
  }

  @Test
  void a04_theRateIsKeptAndTheRestIsDroppedAndCounted() {
    // Twice what the link can carry, for five seconds.
    link.stream(flow, 20_000, 1250, ms(0.25));
    link.runTo(ms(5020));
    assertThat(arrivals).hasSize(10_000);
    assertThat(numbers(arrivals)).isSorted();
    link.runTo(6 * SECOND);
    assertThat(link.delivered.sum() + link.dropped.sum()).isEqualTo(20_000);
    assertThat(link.dropped.sum()).isBetween(9_700L, 9_900L);
    assertThat(link.budget.usedBytes()).isZero();
  }

  @Test
  void a05_aFullQueueIsATenthOfASecond() {
    link.stream(flow, 20_000, 1250, ms(0.25));
    link.runTo(6 * SECOND);
    assertThat(arrivals.stream().mapToLong(Arrival::tookNs).max().orElseThrow())
        .isBetween(ms(110), ms(121));
  }

  @Test
  void a06_whatFitsIsNeverDropped() {
    link.stream(flow, 9_900, 1250, ms(0.5));
    link.runTo(6 * SECOND);
    assertThat(link.dropped.sum()).isZero();
    assertThat(arrivals).hasSize(9_900).allMatch(a -> a.tookNs() == ms(20.5));
  }

  @Test
  void a07_handoversReorderNothingAndLoseNothing() {
    link.path(t -> t / SECOND % 2 == 0 ? served(30, 20) : served(22, 20));
    link.stream(flow, 9_000, 125, ms(1));
    link.runTo(10 * SECOND);
    assertThat(numbers(arrivals)).isSorted().hasSize(9_000);
    // The first behind a boundary that shortens the path waits for those ahead, no longer.
    assertThat(arrivals.get(1000).tookNs()).isEqualTo(ms(29.05));
    assertThat(arrivals.get(1007).tookNs()).isEqualTo(ms(22.05));
    assertThat(arrivals.get(1100).tookNs()).isEqualTo(ms(22.05));
    assertThat(arrivals.get(2000).tookNs()).isEqualTo(ms(30.05));
  }

  @Test
  void a08_aHoldDelaysWhatHasRoomAndDropsTheRest() {
    long heldNs = ms(40);
    link.path(t -> held(20, 20, heldNs));
    link.stream(flow, 160, 1250, ms(0.25));
    link.runTo(heldNs);
    assertThat(arrivals).isEmpty();
    assertThat(link.dropped.sum()).as("40 ms at twice the rate fit").isZero();
    link.runTo(SECOND);
    assertThat(arrivals).hasSize(160);
    assertThat(arrivals.getFirst().atNs()).isEqualTo(heldNs + ms(20.5));
    assertThat(arrivals.getLast().atNs()).isEqualTo(heldNs + ms(20 + 80));

    long longNs = 2 * SECOND;
    link.path(t -> held(20, 20, longNs));
    link.stream(flow, 1000, 1250, ms(0.5));
    assertThat(link.dropped.sum()).as("500 ms do not").isBetween(790L, 820L);
  }

  @Test
  void a09_aBacklogLeavesAtTheRateOfTheMomentAtWhichItLeaves() {
    link.path(t -> served(20, t < ms(50) ? 200 : 50));
    for (int i = 0; i < 1600; i++) {
      link.send(flow, i, 1250);
    }
    link.runTo(SECOND);
    // 1,000 in the first 50 ms, then four times as long for each.
    assertThat(arrivals).hasSize(1600);
    assertThat(arrivals.get(999).atNs()).isEqualTo(ms(70));
    assertThat(arrivals.get(1599).atNs()).isBetween(ms(70 + 118), ms(70 + 122));
  }

  @Test
  void a10_withoutServiceEverythingIsLostExceptWhatIsUnderWay() {
    link.path(t -> t >= ms(10) && t < ms(500) ? unserved() : served(20, 20));
    link.stream(flow, 100, 1250, ms(0.25));
    assertThat(link.dropped.sum()).as("those sent from then on").isPositive();
    link.runTo(ms(400));
    // 20 had departed within 10 ms and the one that was being sent arrives too.
    assertThat(arrivals).hasSizeBetween(20, 21);
    assertThat(link.delivered.sum() + link.dropped.sum()).isEqualTo(100);
    assertThat(link.send(flow, 100, 1250)).isFalse();
    link.runTo(ms(600));
    assertThat(link.send(flow, 101, 1250)).isTrue();
    link.runTo(SECOND);
    assertThat(arrivals.getLast()).isEqualTo(new Arrival(101, ms(600), ms(620.5)));
  }

  @Test
  void a11_nothingWaitsForEver() {
    link.path(t -> served(20, t < ms(1) ? 20 : 0.1));
    for (int i = 0; i < 190; i++) {
      link.send(flow, i, 1250);
    }
    link.runTo(10 * SECOND);
    // A tenth of a second each: ten have gone when the others have waited a second.
    assertThat(arrivals).hasSizeBetween(10, 14);
    assertThat(link.delivered.sum() + link.dropped.sum()).isEqualTo(190);
    assertThat(arrivals.getLast().tookNs()).isLessThan(ms(1000 + 100 + 21));
  }

  @Test
  void a12_aModestProgramDoesNotSufferFromAFlood() {
    List<Arrival> calls = new ArrayList<>();
    DatagramFlow call = link.open(calls);
    for (int i = 0; i < 4000; i++) {
      link.runTo(i * ms(0.25));
      link.send(flow, i, 1250);
      if (i % 80 == 0) {
        link.send(call, i, 200);
      }
    }
    link.runTo(2 * SECOND);
    assertThat(calls).hasSize(50);
    // A turn of the flood takes 2 ms; one may be on its way and one be next.
    assertThat(calls).allMatch(a -> a.tookNs() <= ms(20 + 0.08 + 2 * 2));
  }

  @Test
  void a13_datagramsAndConnectionsShareTheLink() {
    ShapedStream stream = link.shaper.open(-1, 0, link.bytes, () -> {});
    stream.offer(new byte[40_000], 0, 40_000);
    for (int i = 0; i < 32; i++) {
      link.send(flow, i, 1250);
    }
    link.runTo(ms(20 + 16));
    // 16 ms are 40,000 bytes of the link, half of them the datagrams'.
    assertThat(arrivals).hasSizeBetween(12, 20);
    stream.kill();
  }

  @Test
  void a14_emptyDatagramsAreCarriedAndAFloodOfThemIsBounded() {
    int taken = 0;
    for (int i = 0; i < 100_000; i++) {
      taken += link.send(flow, i, 0) ? 1 : 0;
    }
    assertThat(taken).isBetween(3_000, 5_000);
    link.runTo(SECOND);
    assertThat(arrivals).hasSize(taken);
  }

  @Test
  void a15_whereMemoryIsTightTheQueueIsAtItsSmallest() {
    link.budget.add(64_000_001);
    link.path(t -> held(20, 200, SECOND));
    for (int i = 0; i < 100; i++) {
      link.send(flow, i, 1250);
    }
    link.runTo(3 * SECOND);
    assertThat(arrivals).hasSize(DatagramFlow.MIN_QUEUE_BYTES / (1250 + 64));
  }

  @Test
  void a16_anEndedFlowTakesNothingAndHoldsNothing() {
    link.stream(flow, 60, 1250, ms(0.25));
    flow.kill();
    assertThat(link.send(flow, 100, 1)).isFalse();
    link.runTo(SECOND);
    assertThat(arrivals).isEmpty();
    assertThat(link.budget.usedBytes()).isZero();
  }

  @Test
  void a17_anyPathAndAnyTrafficLoseOnlyWhatIsCountedAndReorderNothing() {
    Random random = new Random(17);
    for (int round = 0; round < 20; round++) {
      long[] draws = random.longs(64).toArray();
      link.path(t -> {
        Random at = new Random(draws[(int) (t / ms(100) % 64)]);
        int kind = at.nextInt(8);
        double rate = 0.5 + 100 * at.nextDouble();
        double delay = 1 + 80 * at.nextDouble();
        return kind == 0
            ? unserved()
            : kind == 1 ? held(delay, rate, t - t % ms(100) + ms(40)) : served(delay, rate);
      });
      long lost = link.dropped.sum();
      long startNs = link.nowNs();
      arrivals.clear();
      for (int i = 0; i < 5_000; i++) {
        link.runTo(startNs + i * ms(1));
        link.send(flow, i, random.nextInt(1393));
      }
      link.path(t -> served(1, 1000));
      link.runTo(startNs + 20 * SECOND);
      List<Integer> numbered =
          arrivals.stream().filter(a -> a.number() != 0).map(Arrival::number).toList();
      assertThat(arrivals.size() + link.dropped.sum() - lost).isEqualTo(5_000);
      assertThat(arrivals).isSortedAccordingTo((a, b) -> Long.compare(a.sentNs(), b.sentNs()));
      assertThat(numbered).isNotEmpty();
      assertThat(arrivals).allMatch(a -> a.tookNs() >= ms(1));
      assertThat(link.budget.usedBytes()).isZero();
    }
  }

  @Test
  void a20_whatIsSentInAGapIsLost() {
    link.path(t -> t < SECOND ? served(20, 20) : losing(20, 20, 2 * SECOND, 0));
    link.stream(flow, 30, 125, ms(100));
    link.runTo(10 * SECOND);
    assertThat(arrivals).hasSize(20);
    assertThat(arrivals).noneMatch(a -> a.sentNs() >= SECOND && a.sentNs() < 2 * SECOND);
    assertThat(link.dropped.sum()).isEqualTo(10);
  }

  @Test
  void a21_aPartIsLostAtAnyTime() {
    link.path(t -> losing(20, 20, Long.MIN_VALUE, 0.025));
    link.stream(flow, 10_000, 125, ms(1));
    link.runTo(20 * SECOND);
    assertThat(link.dropped.sum()).isBetween(200L, 300L);
    assertThat(arrivals).hasSize((int) (10_000 - link.dropped.sum()));
  }

  @Test
  void a22_whatOthersLeaveIsItsRate_andWhatItIsAskedForCanBeRead() {
    link.ofPlanned = 0.5;
    link.stream(flow, 1_000, 1250, ms(0.5));
    link.runTo(SECOND);
    assertThat(arrivals).hasSize(1_000 - (int) link.dropped.sum()).hasSizeBetween(490, 600);
    assertThat(arrivals.get(1).atNs() - arrivals.get(0).atNs()).isEqualTo(ms(1));
    assertThat(link.shaper.gauge.offeredBytes()).as("those dropped too").isEqualTo(1_250_000);
    assertThat(link.shaper.gauge.busyNs()).isEqualTo(arrivals.size() * ms(1));
    link.ofPlanned = 2;
    link.stream(flow, 100, 1250, ms(0.25));
    link.runTo(2 * SECOND);
    assertThat(arrivals.getLast().tookNs()).isEqualTo(ms(20.25));
  }

  @Test
  void a23_whatAHandoverHoldsIsAskedFor() {
    link.path(t -> held(20, 20, ms(500)));
    link.stream(flow, 40, 1250, ms(1));
    link.runTo(ms(100));
    assertThat(link.shaper.gauge.waitingNs()).isEqualTo(ms(20));
    link.runTo(SECOND);
    assertThat(link.shaper.gauge.waitingNs()).isZero();
  }
}
