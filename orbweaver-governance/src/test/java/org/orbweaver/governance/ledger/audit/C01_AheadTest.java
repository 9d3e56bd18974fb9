package org.orbweaver.governance.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever threads do, values come in their order, each worked out once. */
class C01_AheadTest {
  @Test
  void a01_valuesComeInTheirOrderEachWorkedOutOnce() {
    AtomicInteger asked = new AtomicInteger();
    List<Long> taken = new ArrayList<>();
    try (Ahead<Long> ahead =
        new Ahead<>(
            7,
            1_007,
            index -> {
              asked.incrementAndGet();
              return index * index;
            })) {
      for (int i = 0; i < 1_000; i++) {
        taken.add(ahead.take());
      }
    }
    assertThat(asked).hasValue(1_000);
    assertThat(taken).hasSize(1_000).isSorted().startsWith(49L, 64L);
  }

  @Test
  void a02_whatWorkingOneOutThrewIsThrownWhereItIsTaken() {
    try (Ahead<Long> ahead =
        new Ahead<>(
            0,
            10,
            index -> {
              if (index == 3) {
                throw new IllegalArgumentException("three");
              }
              return index;
            })) {
      for (int i = 0; i < 3; i++) {
        ahead.take();
      }
      assertThatThrownBy(ahead::take)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("three");
      assertThat(ahead.take()).isEqualTo(4);
    }
  }

  @Test
  void a03_anErrorIsThrownToo() {
    try (Ahead<Long> ahead =
        new Ahead<>(
            0,
            1,
            index -> {
              throw new AssertionError("broken");
            })) {
      assertThatThrownBy(ahead::take)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("broken");
    }
  }

  @Test
  void a04_whoIsInterruptedTakesAllTheSame() {
    try (Ahead<Long> ahead = new Ahead<>(0, 2, index -> index)) {
      Thread.currentThread().interrupt();
      assertThat(ahead.take()).isZero();
      assertThat(Thread.interrupted()).as("and is told").isTrue();
      assertThat(ahead.take()).isEqualTo(1);
    }
  }

  @Test
  void a05_whoIsInterruptedWhileAnotherThreadWorksItOutWaitsForIt() throws InterruptedException {
    Thread taker = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Ahead<Long> ahead =
        new Ahead<>(
            0,
            2,
            index -> {
              if (index == 1) {
                begun.countDown();
                awaitWhole(goOn);
              }
              return index;
            })) {
      assertThat(ahead.take()).isZero();
      begun.await();
      taker.interrupt();
      Thread.ofVirtual()
          .start(() -> {
            // Waiting clears it, so that by then the other does wait.
            while (taker.isInterrupted()) {
              Thread.onSpinWait();
            }
            goOn.countDown();
          });
      assertThat(ahead.take()).isEqualTo(1);
      assertThat(Thread.interrupted()).as("and is told").isTrue();
    } finally {
      goOn.countDown();
    }
  }

  private static void awaitWhole(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
