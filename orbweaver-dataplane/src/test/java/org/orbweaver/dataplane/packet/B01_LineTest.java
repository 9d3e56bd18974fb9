package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One direction of a link, driven by a time of its own. */
final class B01_LineTest implements Exits {
  private static final long MS = 1_000_000;

  /** 12 Mbit/s: 1,500 bytes take a millisecond. */
  private static final double RATE = 12e6;

  private static final int BYTES = 1_500;

  private final PacketPool pool = new PacketPool(20_000, 2_032, 16);
  private final Boards boards = new Boards();
  private final Counters counters = new Counters();
  private Line line = new Line(0, 0, true, pool, this, new Loss(0, 1, 1), counters, boards, false);
  private final List<Integer> arrived = new ArrayList<>();
  private final List<Long> arrivedNs = new ArrayList<>();
  private final List<LinkState> refusals = new ArrayList<>();
  private long nowNs;

  {
    line.queue(new TailDrop(pool, new QueueLimit(10_000_000, 10_000)));
  }

  @AfterEach
  void nothingIsLeft() {
    line.clear();
    assertThat(pool.inUse()).as("every packet's room was given back").isZero();
    pool.close();
  }

  private void path(long fromMs, LinkState state, double delayMs, double rateBps) {
    PathBoard board = new PathBoard(1, fromMs * MS, (fromMs + 15_000) * MS);
    long delayNs = (long) (delayMs * MS);
    if (state.isDark()) {
      board.setUnserved(0, state, 0);
    } else {
      board.set(0, state, delayNs, delayNs, rateBps, rateBps, 0);
    }
    boards.publish(board);
  }

  private void untilEndOf(long fromMs, long untilMs, LinkState state, double delayMs) {
    PathBoard board = new PathBoard(1, fromMs * MS, untilMs * MS);
    board.set(0, state, (long) (delayMs * MS), (long) (delayMs * MS), RATE, RATE, 0);
    boards.publish(board);
  }

  /** Time goes on, event by event. */
  private void runTo(double ms) {
    long endNs = (long) (ms * MS);
    while (true) {
      long changeNs = boards.changeNs();
      long dueNs = Math.min(changeNs, line.nextNs());
      if (dueNs > endNs) {
        nowNs = endNs;
        return;
      }
      nowNs = Math.max(nowNs, dueNs);
      if (changeNs <= line.nextNs()) {
        boards.change();
      } else {
        line.run(nowNs);
      }
    }
  }

  private int send(double ms, int bytes) {
    runTo(ms);
    int slot = pool.take();
    pool.length[slot] = bytes;
    pool.timeNs[slot] = (long) (ms * MS);
    line.offer(slot);
    return slot;
  }

  @Override
  public void fromTerminal(int link, int slot) {
    assertThat(nowNs).as("never early").isGreaterThanOrEqualTo(pool.timeNs[slot]);
    arrived.add(slot);
    arrivedNs.add(pool.timeNs[slot]);
    pool.give(slot);
  }

  @Override
  public void toTerminal(int link, int slot) {
    throw new AssertionError("it goes up");
  }

  @Override
  public void aside(int link, boolean up, int slot) {
    throw new AssertionError("nothing is asked for beside the way");
  }

  @Override
  public void fromFibre(int slot) {
    throw new AssertionError("there is no fibre");
  }

  @Override
  public void refused(int link, boolean up, int slot, LinkState why) {
    refusals.add(why);
    pool.give(slot);
  }

  @Test
  void a01_aPacketTakesItsLengthOverTheRateAndThePathsDelay() {
    path(0, LinkState.OPEN, 20, RATE);
    send(5, BYTES);
    runTo(100);
    assertThat(arrivedNs).containsExactly(26 * MS);
  }

  @Test
  void a02_aBurstLeavesAtTheRate() {
    path(0, LinkState.OPEN, 20, RATE);
    for (int i = 0; i < 5; i++) {
      send(5, BYTES);
    }
    runTo(100);
    assertThat(arrivedNs).containsExactly(26 * MS, 27 * MS, 28 * MS, 29 * MS, 30 * MS);
  }

  @Test
  void a03_delayChangesEvenlyWithinABoard() {
    PathBoard board = new PathBoard(1, 0, 1_000 * MS);
    board.set(0, LinkState.OPEN, 20 * MS, 30 * MS, 12e12, 12e12, 0);
    boards.publish(board);
    for (int ms = 0; ms <= 1_000; ms += 250) {
      send(ms, BYTES);
    }
    runTo(2_000);
    assertThat(arrivedNs.stream().map(ns -> Math.round(ns / 1e5)).toList())
        .containsExactly(200L, 2_725L, 5_250L, 7_775L, 10_300L);
  }

  @Test
  void a04_aPathThatGetsShorterReordersNothing_andIsInForceAtItsTime() {
    path(0, LinkState.OPEN, 30, 12e12);
    path(15, LinkState.OPEN, 22, 12e12);
    List<Integer> sent = new ArrayList<>();
    for (int ms = 0; ms < 40; ms++) {
      sent.add(send(ms, 100));
    }
    runTo(200);
    assertThat(arrived).isEqualTo(sent);
    assertThat(arrivedNs).isSorted();
    assertThat(arrivedNs.get(14) / MS).isEqualTo(44);
    assertThat(arrivedNs.get(15) / MS).as("not before the one ahead").isEqualTo(44);
    assertThat(arrivedNs.get(23) / MS).as("22 ms, once it does not overtake").isEqualTo(45);
  }

  @Test
  void a05_aBacklogLeavesAtTheRateAfterTheHandover() {
    path(0, LinkState.OPEN, 20, 200e6);
    path(1_000, LinkState.OPEN, 20, 50e6);
    for (int i = 0; i < 1_000; i++) {
      send(990, 1_250);
    }
    runTo(3_000);
    // 50 us each at 200 Mbit/s, 200 us each at 50.
    assertThat(arrivedNs.get(199)).isEqualTo((990 + 10 + 20) * MS);
    for (int i = 201; i < 1_000; i++) {
      assertThat(arrivedNs.get(i) - arrivedNs.get(i - 1)).isEqualTo(MS / 5);
    }
  }

  @Test
  void a06_heldPacketsWait_andNothingIsLost() {
    path(0, LinkState.OPEN, 20, RATE);
    untilEndOf(100, 200, LinkState.HELD, 20);
    path(200, LinkState.OPEN, 20, RATE);
    send(50, BYTES);
    send(120, BYTES);
    send(150, BYTES);
    send(210, BYTES);
    runTo(1_000);
    assertThat(arrivedNs).containsExactly(71 * MS, 221 * MS, 222 * MS, 231 * MS);
    assertThat(counters.lost + counters.dropped).isZero();
  }

  @Test
  void a07_aGapLosesWhatIsSentInIt_andOnlyThat() {
    path(0, LinkState.OPEN, 20, RATE);
    untilEndOf(100, 600, LinkState.LOST, 20);
    path(600, LinkState.OPEN, 20, RATE);
    for (int ms = 0; ms < 1_000; ms += 10) {
      send(ms, 100);
    }
    runTo(2_000);
    assertThat(counters.lost).isEqualTo(50);
    assertThat(arrivedNs)
        .hasSize(50)
        .allSatisfy(ns -> assertThat(ns < 121 * MS || ns >= 620 * MS).isTrue());
  }

  @Test
  void a08_withoutServiceSendersAreTold_alsoOfWhatWaited() {
    path(0, LinkState.OPEN, 20, RATE);
    path(100, LinkState.PROHIBITED, 0, 0);
    for (int i = 0; i < 20; i++) {
      send(95, BYTES);
    }
    send(150, BYTES);
    runTo(1_000);
    assertThat(arrived).as("one a millisecond").hasSize(5);
    assertThat(refusals).hasSize(16).containsOnly(LinkState.PROHIBITED);
    assertThat(counters.refused).isEqualTo(16);
  }

  @Test
  void a09_aFullQueueDropsWhatComesLast() {
    line.queue(new TailDrop(pool, new QueueLimit(15_000, 100)));
    path(0, LinkState.OPEN, 20, RATE);
    for (int i = 0; i < 30; i++) {
      send(5, BYTES);
    }
    runTo(1_000);
    assertThat(arrived).as("one is being sent, ten wait").hasSize(11);
    assertThat(counters.dropped).isEqualTo(19);
  }

  @Test
  void a10_controlledDelayEndsAStandingQueue() {
    line.queue(new CoDel(pool, new QueueLimit(10_000_000, 10_000), line::dropped));
    path(0, LinkState.OPEN, 20, RATE);
    // A sender that answers to a loss as TCP does: a quarter more a second, half after a loss.
    double perMs = 1.2;
    double owed = 0;
    long seen = 0;
    long worst = 0;
    for (int ms = 0; ms < 20_000; ms++) {
      runTo(ms);
      if (counters.dropped > seen) {
        seen = counters.dropped;
        perMs = Math.max(0.3, perMs / 2);
      }
      perMs += 0.00025;
      owed += perMs;
      for (; owed >= 1; owed--) {
        send(ms, BYTES);
      }
      worst = ms > 5_000 ? Math.max(worst, line.waitingBytes()) : 0;
    }
    assertThat(counters.dropped).isBetween(3L, 400L);
    assertThat(worst).as("bytes that ever waited, at 1,500 a millisecond").isLessThan(250_000);
    runTo(60_000);
  }

  @Test
  void a11_controlledDelayMarksWhoUnderstands() {
    line.queue(new CoDel(pool, new QueueLimit(10_000_000, 10_000), line::dropped));
    path(0, LinkState.OPEN, 20, RATE);
    for (int i = 0; i < 3_000; i++) {
      runTo(i / 2.0);
      int slot = pool.take();
      pool.length[slot] = BYTES;
      pool.timeNs[slot] = nowNs;
      Ip.headerV4(pool.address(slot), BYTES, Ip.UDP, 64, 1, 2);
      Memory.u8(pool.address(slot) + 1, 2);
      line.offer(slot);
    }
    runTo(10_000);
    assertThat(counters.dropped).isZero();
    assertThat(arrived).hasSize(3_000);
  }

  /** Milliseconds at which packets of a full queue have been sent, the path's delay taken off. */
  private List<Long> sentMs(double delayMs) {
    return arrivedNs.stream().map(ns -> ns / MS - (long) delayMs).toList();
  }

  @Test
  void a12_afterAHandoverLessLeavesForHalfASecond() {
    path(0, LinkState.OPEN, 20, RATE);
    untilEndOf(100, 200, LinkState.HELD, 20);
    path(200, LinkState.OPEN, 20, RATE / 2);
    path(600, LinkState.OPEN, 20, RATE);
    for (int i = 0; i < 600; i++) {
      send(0, BYTES);
    }
    runTo(2_000);
    List<Long> sent = sentMs(20);
    // One each millisecond; after the hold one each two, until half a second is over.
    assertThat(sent.subList(0, 101)).startsWith(1L, 2L, 3L).endsWith(99L, 100L, 202L);
    assertThat(sent.get(299)).isEqualTo(600);
    assertThat(sent.subList(300, 303)).containsExactly(601L, 602L, 603L);
    assertThat(arrived).hasSize(600);
  }

  @Test
  void a13_shareWithOthersChangesRatesAlone_andForTheNextSlotFromItsBeginning() {
    path(0, LinkState.OPEN, 20, RATE);
    Shares shares = new Shares(1, 50 * MS, 100 * MS);
    shares.set(0, true, false, 0.5);
    shares.set(0, true, true, 2);
    for (int i = 0; i < 200; i++) {
      send(0, BYTES);
    }
    runTo(30);
    boards.publish(shares);
    runTo(1_000);
    List<Long> sent = sentMs(20);
    assertThat(sent).as("30 before it was said").startsWith(1L, 2L).contains(30L, 31L);
    assertThat(sent.subList(31, 40)).as("half").startsWith(33L, 35L).endsWith(49L);
    assertThat(sent.subList(41, 139)).as("twice").startsWith(51L, 52L, 52L).endsWith(100L);
    assertThat(sent.subList(142, 200)).as("then as planned").startsWith(104L, 105L, 106L);
    assertThat(arrivedNs).isSorted();
    assertThat(arrived).hasSize(200);
  }

  @Test
  void a14_theGaugeKnowsWhatIsAskedForWhatIsSentAndWhatWaits() {
    path(0, LinkState.OPEN, 20, RATE);
    for (int i = 0; i < 10; i++) {
      send(5, BYTES);
    }
    assertThat(counters.gauge.offeredBytes()).isEqualTo(10 * BYTES);
    assertThat(counters.gauge.waitingNs()).isEqualTo(9 * MS);
    runTo(100);
    assertThat(counters.gauge.offeredBytes()).isEqualTo(10 * BYTES);
    assertThat(counters.gauge.busyNs()).isEqualTo(10 * MS);
    assertThat(counters.gauge.waitingNs()).isZero();
  }

  @Test
  void a15_withoutARatePacketsWait_andLeaveAtTheRateThatComes() {
    PathBoard board = new PathBoard(1, 0, 100 * MS);
    board.set(0, LinkState.OPEN, 20 * MS, 20 * MS, 0, RATE, 0);
    boards.publish(board);
    path(100, LinkState.OPEN, 20, RATE);
    send(5, BYTES);
    send(6, BYTES);
    runTo(200);
    assertThat(arrivedNs).containsExactly(121 * MS, 122 * MS);
  }

  @Test
  void a16_wherePathsMayReorder_eachPacketTakesItsOwnDelay() {
    line = new Line(0, 0, true, pool, this, new Loss(0, 1, 1), counters, boards, true);
    line.queue(new TailDrop(pool, new QueueLimit(10_000_000, 10_000)));
    untilEndOf(0, 100, LinkState.OPEN, 30);
    untilEndOf(100, 110, LinkState.OPEN, 22);
    path(110, LinkState.OPEN, 40, RATE);
    List<Integer> sent = new ArrayList<>();
    for (int ms = 95; ms < 115; ms++) {
      sent.add(send(ms, BYTES / 10));
    }
    runTo(200);
    assertThat(arrivedNs).isSorted().hasSize(20);
    for (int i = 0; i < 20; i++) {
      int ms = 95 + i;
      double tookMs = ms < 100 ? 30.1 : ms < 110 ? 22.1 : 40.1;
      assertThat(arrivedNs.get(arrived.indexOf(sent.get(i))))
          .as("sent after %d ms", ms)
          .isEqualTo(Math.round((ms + tookMs) * MS));
    }
    assertThat(arrived.indexOf(sent.get(5))).as("overtook those sent before").isZero();
  }

  @Test
  void a17_oneMoreShorteningThanThereAreListsKeepsTheOrderOfTheLast_andNoneIsEarly() {
    UnderWay way = new UnderWay(pool, true);
    List<Long> dueNs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int slot = pool.take();
      way.add(slot, (100 - i) * MS);
      dueNs.add(pool.timeNs[slot]);
      assertThat(pool.timeNs[slot]).isGreaterThanOrEqualTo((100 - i) * MS);
    }
    assertThat(dueNs.subList(0, 8)).isEqualTo(dueNs.stream().distinct().toList());
    List<Long> came = new ArrayList<>();
    for (int slot = way.poll(100 * MS); slot != PacketPool.NONE; slot = way.poll(100 * MS)) {
      came.add(pool.timeNs[slot]);
      pool.give(slot);
    }
    assertThat(came).isSorted().hasSize(20);
    assertThat(way.nextNs()).isEqualTo(EventHeap.NEVER);
  }
}
