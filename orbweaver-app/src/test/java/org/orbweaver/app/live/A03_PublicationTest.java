package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.SlotGrid;

@Timeout(60)
final class A03_PublicationTest {
  private static final long S = 1_000_000_000L;
  private static final SlotGrid GRID = new SlotGrid(15 * S, 12 * S);

  private final SlotPlan now = FakePlans.of(GRID.of(100));
  private final SlotPlan next = FakePlans.of(GRID.of(101));

  @Test
  void a01_thePlanChangesAtTheBoundaryToTheNanosecond() {
    LiveSlot live = new LiveSlot(now, next);
    assertThat(live.at(next.slot().startNs() - 1)).isSameAs(now);
    assertThat(live.at(next.slot().startNs())).isSameAs(next);
    assertThat(live.after(next.slot().startNs() - 1)).isSameAs(next);
    assertThat(live.after(next.slot().startNs())).isNull();
  }

  @Test
  void a02_withoutANextPlanTheOldOneHolds() {
    LiveSlot live = new LiveSlot(now, null);
    assertThat(live.at(now.slot().endNs() + 40 * S)).isSameAs(now);
    assertThat(live.after(now.slot().startNs())).isNull();
  }

  @Test
  void a03_readersSeeWholePlansOnlyAndNeverAnOlderOneAgain() throws Exception {
    int slots = 20_000;
    int readers = 3;
    FakeTime time = new FakeTime(0);
    NetworkClock clock = NetworkClock.ofWall(time);
    CountDownLatch done = new CountDownLatch(slots);
    LiveNetwork network = new LiveNetwork(GRID, (slot, previous) -> FakePlans.of(slot), clock);
    List<Future<Long>> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      for (int i = 0; i < readers; i++) {
        seen.add(threads.submit(() -> read(network, clock, done)));
      }
      network.start(report -> done.countDown(), fault -> {});
      assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
      network.close();
      for (Future<Long> future : seen) {
        assertThat(future.get(10, TimeUnit.SECONDS)).as("reads").isPositive();
      }
    }
  }

  /** Reads until all slots have passed; the number of reads. */
  private static long read(LiveNetwork network, NetworkClock clock, CountDownLatch done) {
    long reads = 0;
    long last = Long.MIN_VALUE;
    while (done.getCount() > 0) {
      LiveSlot live = network.live();
      SlotPlan plan = live.at(clock.nowNs());
      assertThat(plan.start().timeNs()).isEqualTo(plan.slot().startNs());
      assertThat(plan.end().timeNs()).isEqualTo(plan.slot().endNs());
      assertThat(plan.slot().index()).isGreaterThanOrEqualTo(last);
      if (live.next() != null) {
        assertThat(live.next().slot().index()).isEqualTo(live.current().slot().index() + 1);
      }
      last = plan.slot().index();
      reads++;
    }
    return reads;
  }
}
