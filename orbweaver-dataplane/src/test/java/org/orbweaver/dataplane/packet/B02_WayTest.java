package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways that lead to satellites, gateways and straight to other terminals. */
final class B02_WayTest {
  private static final long MS = 1_000_000;

  private final PacketPool pool = new PacketPool(1_000, 128, 0);
  private final WayBoards boards = new WayBoards();
  private final List<Long> arrivedNs = new ArrayList<>();
  private int unreachable;
  private final Way way =
      new Way(0, pool, atNs -> boards.delayNs(0, atNs), this::arrived, this::refused);

  @AfterEach
  void nothingIsLeft() {
    way.clear();
    assertThat(pool.inUse()).as("every packet's room was given back").isZero();
    pool.close();
  }

  private void arrived(int slot) {
    arrivedNs.add(pool.timeNs[slot]);
    pool.give(slot);
  }

  private void refused(int slot) {
    unreachable++;
    pool.give(slot);
  }

  private void send(long ms) {
    int slot = pool.take();
    pool.timeNs[slot] = ms * MS;
    way.add(slot);
  }

  private void delay(long fromMs, long startNs, long endNs) {
    WayBoard board = new WayBoard(1, fromMs * MS, (fromMs + 100) * MS);
    board.set(0, startNs, endNs);
    boards.publish(board);
  }

  @Test
  void a01_delayChangesEvenly_andABoardHoldsOnWhereNoneFollows() {
    delay(0, 10 * MS, 20 * MS);
    for (int ms : new int[] {0, 50, 100, 150}) {
      send(ms);
    }
    way.run(Long.MAX_VALUE - 1);
    assertThat(arrivedNs).containsExactly(10 * MS, 65 * MS, 120 * MS, 170 * MS);
  }

  @Test
  void a02_aWayThatGetsShorterReordersNothing() {
    delay(0, 30 * MS, 30 * MS);
    delay(100, 5 * MS, 5 * MS);
    send(99);
    send(101);
    send(130);
    way.run(Long.MAX_VALUE - 1);
    assertThat(arrivedNs).containsExactly(129 * MS, 129 * MS, 135 * MS);
  }

  @Test
  void a03_theFirstPacketsWaitUntilTheDelayIsKnown_andDepartThen() {
    send(1);
    send(2);
    assertThat(way.nextNs()).isEqualTo(EventHeap.NEVER);
    boards.publish(new WayBoard(0, 0, 100 * MS));
    way.departNow(3 * MS);
    assertThat(way.nextNs()).as("a board from before").isEqualTo(EventHeap.NEVER);
    delay(0, 10 * MS, 10 * MS);
    way.departNow(4 * MS);
    send(5);
    way.run(Long.MAX_VALUE - 1);
    assertThat(arrivedNs).containsExactly(14 * MS, 14 * MS, 15 * MS);
  }

  @Test
  void a04_ofMoreThanAFewThatWaitTheLastAreLost() {
    for (int i = 0; i < 500; i++) {
      send(1);
    }
    assertThat(pool.inUse()).isEqualTo(64);
  }

  @Test
  void a05_whereNothingLeadsThere_packetsGoBack() {
    delay(0, WayBoard.NONE, WayBoard.NONE);
    send(1);
    delay(100, MS, WayBoard.NONE);
    send(150);
    way.run(Long.MAX_VALUE - 1);
    assertThat(unreachable).isEqualTo(1);
    assertThat(arrivedNs).as("until it ends").containsExactly(151 * MS);
  }

  @Test
  void a06_aBoardPublishedLaterOverrulesFromItsBeginningOn() {
    delay(0, 10 * MS, 10 * MS);
    delay(100, 20 * MS, 20 * MS);
    delay(50, 30 * MS, 30 * MS);
    assertThat(boards.delayNs(0, 49 * MS)).isEqualTo(10 * MS);
    assertThat(boards.delayNs(0, 101 * MS)).isEqualTo(30 * MS);
    delay(2_000, 40 * MS, 40 * MS);
    assertThat(boards.delayNs(0, 60 * MS))
        .as("still known: packets may be late")
        .isEqualTo(30 * MS);
    assertThat(boards.delayNs(1, 60 * MS)).isEqualTo(WayBoard.UNKNOWN);
  }

  @Test
  void a07_itIsAskedForAtFirst_andAgainWhilePacketsTakeIt_whateverTheClockSays() {
    for (long beganNs : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - MS}) {
      Way taken = new Way(1, pool, atNs -> 0, this::arrived, this::refused);
      assertThat(taken.asks(beganNs)).isTrue();
      assertThat(taken.asks(beganNs)).isFalse();
      assertThat(taken.asks(beganNs + Outside.WANTED_AGAIN_NS - 1)).isFalse();
      assertThat(taken.asks(beganNs + Outside.WANTED_AGAIN_NS)).isTrue();
      assertThat(taken.asks(beganNs + Outside.WANTED_AGAIN_NS + 1)).isFalse();
    }
  }

  @Test
  void a08_ofAWayThatABoardLeavesOutNothingIsKnown_soThatPacketsWait() {
    WayBoard board = new WayBoard(2, 0, 100 * MS);
    board.set(1, MS, MS);
    boards.publish(board);
    send(1);
    assertThat(way.nextNs()).isEqualTo(EventHeap.NEVER);
    assertThat(boards.delayNs(1, MS)).isEqualTo(MS);
  }
}
