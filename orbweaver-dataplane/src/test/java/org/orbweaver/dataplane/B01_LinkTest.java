package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** One direction of a terminal's link: delay, rate, order, fairness, holds and outages. */
@Timeout(60)
class B01_LinkTest {
  private static final byte[] ONE = {42};

  private final LinkBed bed = new LinkBed();

  @Test
  void a01_aByteArrivesNotBeforeTheDelay() {
    ShapedStream stream = bed.open();
    long sentNs = bed.network.nowNs();
    stream.offer(ONE, 0, 1);
    Segment s = LinkBed.next(stream);
    assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(20));
    assertThat(s.data()[s.offset()]).isEqualTo((byte) 42);
  }

  @Test
  void a02_anotherPopIsFartherByItsFibre() {
    ShapedStream stream = bed.open(FakeNetwork.LONDON);
    long sentNs = bed.network.nowNs();
    stream.offer(ONE, 0, 1);
    LinkBed.next(stream);
    assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(30));
  }

  @Test
  void a03_bytesNeverPassFasterThanTheRate() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 20, 20);
    ShapedStream stream = bed.open();
    long startNs = bed.network.nowNs();
    LinkBed.offer(stream, 1_000_000, 1);
    LinkBed.Arrived arrived = bed.take(stream, 1_000_000).get();
    assertThat(arrived.bytes()).isEqualTo(LinkBed.noise(1_000_000, 1));
    // 8 Mbit at 20 Mbit/s, whenever whoever takes them gets to it.
    assertThat(arrived.lastNs() - startNs).isGreaterThanOrEqualTo(ms(400));
    assertThat(bed.carried.sum()).isEqualTo(1_000_000);
  }

  @Test
  void a04_theEndTravelsBehindTheBytes() {
    ShapedStream stream = bed.open();
    long sentNs = bed.network.nowNs();
    stream.offer(ONE, 0, 1);
    stream.offerEnd();
    assertThat(LinkBed.next(stream).isEnd()).isFalse();
    assertThat(LinkBed.next(stream).isEnd()).isTrue();
    assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(20));
  }

  @Test
  void a05_aPathThatGetsShorterKeepsTheOrder() {
    bed.network.path(FakeNetwork.BERLIN, 150, 100, 100);
    ShapedStream stream = bed.open();
    long sentNs = bed.network.nowNs();
    stream.offer(new byte[] {1}, 0, 1);
    bed.sleep(30);
    bed.network.path(FakeNetwork.BERLIN, 1, 100, 100);
    stream.offer(new byte[] {2}, 0, 1);
    Segment first = LinkBed.next(stream);
    Segment second = LinkBed.next(stream);
    assertThat(first.data()[first.offset()]).isEqualTo((byte) 1);
    assertThat(second.data()[second.offset()]).isEqualTo((byte) 2);
    assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(150));
  }

  @Test
  void a06_aBacklogLeavesAtTheNewRate() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 1, 1);
    ShapedStream stream = bed.open();
    LinkBed.offer(stream, 500_000, 2);
    CompletableFuture<LinkBed.Arrived> taken = bed.take(stream, 500_000);
    bed.sleep(200);
    bed.network.path(FakeNetwork.BERLIN, 5, 50, 50);
    LinkBed.Arrived arrived = taken.get();
    assertThat(arrived.bytes()).isEqualTo(LinkBed.noise(500_000, 2));
    // At the old rate it would have taken 4 s.
    assertThat(arrived.seconds()).isLessThan(2.5);
  }

  @Test
  void a07_nothingDepartsDuringAHold() {
    bed.network.handover(FakeNetwork.BERLIN, 20, 100, 20, 150);
    ShapedStream stream = bed.open();
    long sentNs = bed.network.nowNs();
    stream.offer(ONE, 0, 1);
    LinkBed.next(stream);
    assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(165));
  }

  @Test
  void a08_aHoldIsNoSavingsAccount() throws Exception {
    long startNs = bed.network.nowNs();
    bed.network.handover(FakeNetwork.BERLIN, 5, 20, 20, 300);
    ShapedStream stream = bed.open();
    LinkBed.offer(stream, 500_000, 3);
    // 4 Mbit at 20 Mbit/s: what was not sent during the hold is not sent faster behind it.
    assertThat(bed.take(stream, 500_000).get().lastNs() - startNs)
        .isGreaterThanOrEqualTo(ms(300 + 200));
  }

  @Test
  void a09_connectionsShareEqually() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 16, 16);
    List<CompletableFuture<LinkBed.Arrived>> all = new ArrayList<>();
    long startNs = bed.network.nowNs();
    for (int i = 0; i < 4; i++) {
      ShapedStream stream = bed.open();
      LinkBed.offer(stream, 250_000, i);
      all.add(bed.take(stream, 250_000));
    }
    for (int i = 0; i < 4; i++) {
      LinkBed.Arrived arrived = all.get(i).get();
      assertThat(arrived.bytes()).isEqualTo(LinkBed.noise(250_000, i));
      // Together 8 Mbit at 16 Mbit/s; each ends near the end, none has had more than its share.
      assertThat((arrived.lastNs() - startNs) * 1e-9).isGreaterThan(0.4);
    }
  }

  @Test
  void a10_aSmallMessageDoesNotWaitBehindALargeTransfer() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 1, 2, 2);
    ShapedStream bulk = bed.open();
    LinkBed.offer(bulk, 500_000, 4);
    CompletableFuture<LinkBed.Arrived> taken = bed.take(bulk, 500_000);
    bed.sleep(50);
    ShapedStream small = bed.open();
    small.offer(ONE, 0, 1);
    LinkBed.next(small);
    assertThat(taken).isNotDone();
    taken.get();
  }

  @Test
  void a11_aReceiverThatStallsStopsItsSenderAndNobodyElse() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 400, 400);
    ShapedStream stalled = bed.open();
    LinkBed.offer(stalled, 50_000_000, 5);
    bed.sleep(500);
    long heldBytes = bed.budget.usedBytes();
    assertThat(heldBytes).isBetween(65_536L, 8_000_000L);
    bed.sleep(200);
    assertThat(bed.budget.usedBytes()).isEqualTo(heldBytes);

    ShapedStream other = bed.open();
    LinkBed.offer(other, 1_000_000, 6);
    assertThat(bed.take(other, 1_000_000).get().bytes()).isEqualTo(LinkBed.noise(1_000_000, 6));
    stalled.kill();
    bed.awaitEmptyBudget();
  }

  @Test
  void a12_manyStalledReceiversAreHeldToTheirSmallestWindow() {
    LinkBed poor = new LinkBed(Duration.ofSeconds(30), 2_000_000);
    poor.network.path(FakeNetwork.BERLIN, 100, 1000, 1000);
    List<ShapedStream> streams = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      streams.add(poor.open());
      LinkBed.offer(streams.getLast(), 2_000_000, i);
    }
    poor.sleep(1000);
    assertThat(poor.budget.usedBytes()).isLessThan(2_000_000 + 50 * 160_000);
    streams.forEach(ShapedStream::kill);
    poor.awaitEmptyBudget();
  }

  @Test
  void a13_bytesWaitForServiceAndThenGo() throws Exception {
    bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_SATELLITE_IN_VIEW);
    ShapedStream stream = bed.open();
    LinkBed.offer(stream, 10_000, 7);
    CompletableFuture<LinkBed.Arrived> taken = bed.take(stream, 10_000);
    bed.sleep(200);
    assertThat(bed.carried.sum()).isZero();
    bed.network.path(FakeNetwork.BERLIN, 20, 100, 20);
    assertThat(taken.get().bytes()).isEqualTo(LinkBed.noise(10_000, 7));
    assertThat(bed.givenUp).hasValue(0);
  }

  @Test
  void a14_butNotForEver() {
    LinkBed hasty = new LinkBed(Duration.ofMillis(200), 256_000_000);
    hasty.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_GATEWAY_REACHABLE);
    ShapedStream waiting = hasty.open();
    ShapedStream idle = hasty.open();
    waiting.offer(ONE, 0, 1);
    hasty.await(() -> hasty.givenUp.get() > 0);
    assertThat(waiting.awaitArrival()).isNull();
    hasty.sleep(100);
    assertThat(hasty.givenUp).as("the idle one is left in peace").hasValue(1);
    hasty.network.path(FakeNetwork.BERLIN, 20, 100, 20);
    idle.offer(ONE, 0, 1);
    assertThat(LinkBed.next(idle).length()).isEqualTo(1);
  }

  @Test
  void a15_aRateOfNothingIsNoService() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 20, 0, 0);
    ShapedStream stream = bed.open();
    LinkBed.offer(stream, 1000, 8);
    CompletableFuture<LinkBed.Arrived> taken = bed.take(stream, 1000);
    bed.sleep(100);
    assertThat(taken).isNotDone();
    bed.network.path(FakeNetwork.BERLIN, 20, 1, 1);
    taken.get();
  }

  @Test
  void a16_twentyChangesOfPathWhileTwoStreamsRun() throws Exception {
    Random random = new Random(16);
    ShapedStream one = bed.open();
    ShapedStream two = bed.open(FakeNetwork.LONDON);
    LinkBed.offer(one, 1_500_000, 9);
    LinkBed.offer(two, 1_500_000, 10);
    CompletableFuture<LinkBed.Arrived> oneTaken = bed.take(one, 1_500_000);
    CompletableFuture<LinkBed.Arrived> twoTaken = bed.take(two, 1_500_000);
    for (int i = 0; i < 20; i++) {
      if (i % 7 == 6) {
        bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_BEAM_FREE);
      } else {
        double rate = 5 + random.nextInt(45);
        bed.network.handover(
            FakeNetwork.BERLIN, 1 + random.nextInt(80), rate, rate, random.nextInt(40));
      }
      bed.sleep(50);
    }
    bed.network.path(FakeNetwork.BERLIN, 20, 100, 100);
    assertThat(oneTaken.get().bytes()).isEqualTo(LinkBed.noise(1_500_000, 9));
    assertThat(twoTaken.get().bytes()).isEqualTo(LinkBed.noise(1_500_000, 10));
    bed.awaitEmptyBudget();
  }

  @Test
  void a17_nothingArrivesEarlyBesideABulkTransfer() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 20, 200, 20);
    ShapedStream bulk = bed.open();
    LinkBed.offer(bulk, 10_000_000, 17);
    CompletableFuture<LinkBed.Arrived> taken = bed.take(bulk, 10_000_000);
    ShapedStream probe = bed.open();
    while (!taken.isDone()) {
      long sentNs = bed.network.nowNs();
      probe.offer(ONE, 0, 1);
      probe.delivered(LinkBed.next(probe));
      assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(ms(20));
    }
    assertThat(taken.get().bytes()).isEqualTo(LinkBed.noise(10_000_000, 17));
  }

  private static long ms(long ms) {
    return TimeUnit.MILLISECONDS.toNanos(ms);
  }
}
