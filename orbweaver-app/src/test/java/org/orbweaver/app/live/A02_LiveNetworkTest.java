package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.core.time.Utc;

@Timeout(60)
final class A02_LiveNetworkTest {
  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final SlotGrid GRID = new SlotGrid(15 * S, 12 * S);
  private static final long BEGIN_NS = Utc.parseNs("2026-11-22T12:00:20Z");

  private final FakeTime time = new FakeTime(BEGIN_NS);
  private final NetworkClock clock = NetworkClock.ofWall(time);
  private final List<SlotReport> reports = Collections.synchronizedList(new ArrayList<>());

  /** Planning of the n-th slot takes this long. */
  private interface Effort {
    long ns(int n);
  }

  /** Lets the fold run until it has reported a number of slots. */
  private LiveNetwork fold(int slots, SlotPlanner planner) throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(slots);
    LiveNetwork network = new LiveNetwork(GRID, planner, clock);
    network.start(
        report -> {
          if (seen.getCount() > 0) {
            reports.add(report);
          }
          seen.countDown();
          if (seen.getCount() == 0) {
            network.close();
          }
        },
        fault -> {});
    assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
    network.close();
    return network;
  }

  private SlotPlanner planner(Effort effort) {
    int[] n = {0};
    return (slot, previous) -> {
      time.pass(effort.ns(++n[0]));
      return FakePlans.of(slot);
    };
  }

  private List<String> starts() {
    return soFar().stream().map(r -> Utc.format(r.plan().slot().startNs()).substring(11)).toList();
  }

  /** A network that is being closed may still report. */
  private List<SlotReport> soFar() {
    return List.copyOf(reports);
  }

  @Test
  void a01_plansTheSlotItBeginsInAndThenEachNextOneBeforeItBegins() throws Exception {
    List<Slot> early = Collections.synchronizedList(new ArrayList<>());
    SlotPlanner plans =
        (slot, previous) -> {
          time.pass(18 * MS);
          if (previous != null && clock.nowNs() < slot.startNs()) {
            early.add(slot);
          }
          return FakePlans.of(slot);
        };
    LiveNetwork network = fold(5, plans);
    assertThat(starts())
        .containsExactly("12:00:12Z", "12:00:27Z", "12:00:42Z", "12:00:57Z", "12:01:12Z");
    assertThat(List.copyOf(early)).hasSizeGreaterThanOrEqualTo(4);
    assertThat(soFar()).extracting(SlotReport::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(soFar()).allMatch(r -> r.planNs() == 18 * MS && r.lateNs() == 0);
    Punctuality punctuality = network.punctuality();
    assertThat(punctuality.inTime()).isEqualTo(punctuality.planned()).isGreaterThanOrEqualTo(5);
    assertThat(punctuality.worstPlanNs()).isEqualTo(18 * MS);
  }

  @Test
  void a01b_beginsWithTheNextSlotWhereThePresentOneIsAboutToEnd() throws Exception {
    time.pass(6 * S + 900 * MS);
    LiveNetwork network = fold(3, planner(n -> 60 * MS));
    assertThat(starts()).containsExactly("12:00:27Z", "12:00:42Z", "12:00:57Z");
    assertThat(soFar()).extracting(SlotReport::number).containsExactly(1L, 2L, 3L);
    assertThat(network.punctuality().inTime()).isEqualTo(network.punctuality().planned());
  }

  @Test
  void a02_reportsEachSlotWhenItBegins() throws Exception {
    List<Long> at = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch seen = new CountDownLatch(4);
    LiveNetwork network = new LiveNetwork(GRID, planner(n -> MS), clock);
    network.start(
        report -> {
          at.add(clock.nowNs() - report.plan().slot().startNs());
          seen.countDown();
        },
        fault -> {});
    assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
    network.close();
    assertThat(List.copyOf(at).subList(0, 4)).containsExactly(8 * S + MS, 0L, 0L, 0L);
  }

  @Test
  void a03_eachPlanIsMadeFromTheOneBeforeIt() throws Exception {
    List<Long> distances = Collections.synchronizedList(new ArrayList<>());
    fold(
        5,
        (slot, previous) -> {
          time.pass(MS);
          if (previous != null) {
            distances.add(slot.index() - previous.slot().index());
          }
          return FakePlans.of(slot);
        });
    assertThat(List.copyOf(distances)).hasSizeGreaterThanOrEqualTo(4).containsOnly(1L);
  }

  @Test
  void a04_aLatePlanIsReportedAndTheOldOneHoldsUntilItIsThere() throws Exception {
    List<SlotPlan> inForceWhilePlanning = Collections.synchronizedList(new ArrayList<>());
    LiveNetwork[] self = new LiveNetwork[1];
    CountDownLatch seen = new CountDownLatch(4);
    int[] n = {0};
    SlotPlanner slowThird =
        (slot, previous) -> {
          time.pass(++n[0] == 3 ? 15 * S + 250 * MS : MS);
          if (n[0] == 3) {
            inForceWhilePlanning.add(self[0].live().at(clock.nowNs()));
          }
          return FakePlans.of(slot);
        };
    LiveNetwork network = new LiveNetwork(GRID, slowThird, clock);
    self[0] = network;
    network.start(
        report -> {
          reports.add(report);
          seen.countDown();
        },
        fault -> {});
    assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
    network.close();
    assertThat(soFar().subList(0, 4))
        .extracting(SlotReport::lateNs)
        .containsExactly(0L, 0L, 250 * MS, 0L);
    assertThat(inForceWhilePlanning.getFirst().slot()).isEqualTo(reports.get(1).plan().slot());
    assertThat(network.punctuality().worstLateNs()).isEqualTo(250 * MS);
    assertThat(network.punctuality().planned() - network.punctuality().inTime()).isEqualTo(1);
  }

  @Test
  void a05_afterALongDelayItGoesOnWithTheSlotThatIsNow() throws Exception {
    fold(4, planner(n -> n == 2 ? 50 * S : MS));
    assertThat(starts()).containsExactly("12:00:12Z", "12:00:27Z", "12:00:57Z", "12:01:12Z");
    assertThat(soFar()).extracting(SlotReport::number).containsExactly(1L, 2L, 4L, 5L);
    assertThat(reports.get(2).lateNs()).as("12:00:57 was planned at 12:01:10").isPositive();
    assertThat(reports.get(3).lateNs()).isZero();
  }

  @Test
  void a06_plansThatAlwaysTakeLongerThanASlotAreStillPublished() throws Exception {
    LiveNetwork network = fold(4, planner(n -> 20 * S));
    assertThat(soFar().subList(1, 4)).allMatch(r -> r.lateNs() > 0);
    assertThat(network.live().current().slot().index())
        .isGreaterThanOrEqualTo(reports.getLast().plan().slot().index());
  }

  @Test
  void a07_whenTheWallClockIsSetForwardTheSlotsBetweenAreLeftOut() throws Exception {
    fold(
        4,
        (slot, previous) -> {
          time.pass(MS);
          if (slot.startNs() == Utc.parseNs("2026-11-22T12:00:42Z")) {
            time.step(3600 * S);
          }
          return FakePlans.of(slot);
        });
    assertThat(starts()).containsExactly("12:00:12Z", "12:00:27Z", "12:00:42Z", "13:00:27Z");
    assertThat(reports.get(2).clockStepNs()).isEqualTo(3600 * S);
  }

  @Test
  void a08_whenTheWallClockIsSetBackNoSlotIsLivedTwice() throws Exception {
    fold(
        5,
        (slot, previous) -> {
          time.pass(MS);
          if (slot.startNs() == Utc.parseNs("2026-11-22T12:00:42Z")) {
            time.step(-3600 * S);
          }
          return FakePlans.of(slot);
        });
    assertThat(starts())
        .containsExactly("12:00:12Z", "12:00:27Z", "12:00:42Z", "12:00:57Z", "12:01:12Z");
    assertThat(reports.get(2).clockStepNs()).isEqualTo(-3600 * S);
  }

  @Test
  void a09_aFaultInPlanningIsHandedOn() throws Exception {
    CompletableFuture<Throwable> fault = new CompletableFuture<>();
    SlotPlanner failsSecond =
        (slot, previous) -> {
          if (previous != null) {
            throw new IllegalStateException("planted");
          }
          return FakePlans.of(slot);
        };
    LiveNetwork network = new LiveNetwork(GRID, failsSecond, clock);
    network.start(reports::add, fault::complete);
    assertThat(fault.get(30, TimeUnit.SECONDS)).hasMessage("planted");
    assertThat(network.live().current().slot().startNs())
        .as("the last plan stays readable")
        .isEqualTo(Utc.parseNs("2026-11-22T12:00:12Z"));
  }

  /** Plans that say how often they were rerouted, by a slot that lasts so much longer. */
  private static final SlotPlanner REROUTES =
      new SlotPlanner() {
        @Override
        public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
          return FakePlans.of(slot);
        }

        @Override
        public SlotPlan reroute(SlotPlan running) {
          return FakePlans.of(
              new Slot(
                  running.slot().index(),
                  running.slot().startNs(),
                  running.slot().durationNs() + 1));
        }
      };

  private record Told(LiveNetwork.Effect make, List<SlotPlan> plans)
      implements LiveNetwork.Change<String> {
    @Override
    public LiveNetwork.Effect make() {
      return make;
    }

    @Override
    public String outcome(SlotPlan before, SlotPlan after) {
      plans.addAll(List.of(before, after));
      return "done";
    }
  }

  @Test
  void a10_aChangeReroutesTheRunningSlotAndReplansTheNext_thenTellsSo() throws Exception {
    List<SlotPlan> plans = new ArrayList<>();
    LiveNetwork network = new LiveNetwork(GRID, REROUTES, clock);
    CountDownLatch seen = new CountDownLatch(3);
    network.start(report -> seen.countDown(), fault -> {});
    assertThat(network.change(new Told(LiveNetwork.Effect.AT_ONCE, plans))).isEqualTo("done");
    assertThat(plans.get(0).slot().durationNs()).isEqualTo(15 * S);
    assertThat(plans.get(1).slot().durationNs()).isEqualTo(15 * S + 1);
    assertThat(plans.get(1).slot().index()).isEqualTo(plans.get(0).slot().index());
    assertThat(seen.await(30, TimeUnit.SECONDS)).as("it goes on").isTrue();
    network.close();
  }

  @Test
  void a11_aChangeThatIsRefusedChangesNothing() throws Exception {
    LiveNetwork network = new LiveNetwork(GRID, REROUTES, clock);
    LiveNetwork.Change<String> refused =
        new LiveNetwork.Change<>() {
          @Override
          public LiveNetwork.Effect make() {
            throw new IllegalStateException("no");
          }

          @Override
          public String outcome(SlotPlan before, SlotPlan after) {
            return "done";
          }
        };
    assertThatThrownBy(() -> network.change(refused)).hasMessage("no");
    List<SlotPlan> plans = new ArrayList<>();
    assertThat(network.change(new Told(LiveNetwork.Effect.NONE, plans))).isEqualTo("done");
    assertThat(plans.get(1)).isSameAs(plans.get(0));
    network.close();
  }

  @Test
  void a11b_aFailureWhileTheNextSlotIsPlannedDoesNotWaitForIt() throws Exception {
    CountDownLatch planning = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    List<Long> planned = Collections.synchronizedList(new ArrayList<>());
    SlotPlanner slow =
        new SlotPlanner() {
          @Override
          public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
            planned.add(slot.index());
            if (planned.size() == 2) {
              planning.countDown();
              await(changed);
            }
            return FakePlans.of(slot);
          }

          @Override
          public SlotPlan reroute(SlotPlan running) {
            return REROUTES.reroute(running);
          }
        };
    LiveNetwork network = new LiveNetwork(GRID, slow, clock);
    CountDownLatch seen = new CountDownLatch(2);
    network.start(report -> seen.countDown(), fault -> {});
    await(planning);
    List<SlotPlan> plans = new ArrayList<>();
    network.change(new Told(LiveNetwork.Effect.AT_ONCE, plans));
    assertThat(network.live().current().slot().durationNs()).isEqualTo(15 * S + 1);
    changed.countDown();
    await(seen);
    network.close();
    assertThat(planned.get(2)).as("planned anew").isEqualTo(planned.get(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a12_atTenTimesTheRateTenTimesAsManySlotsBegin_allInTime() throws Exception {
    clock.run(10);
    long beganNs = time.monotonicNs();
    long[] afterNs = new long[2];
    fold(
        11,
        planner(n -> {
          if (n == 11) {
            afterNs[0] = time.monotonicNs() - beganNs;
          }
          return 100 * MS;
        }));
    assertThat(soFar()).allMatch(r -> r.lateNs() == 0 && r.leftOut() == 0);
    // Seven seconds of network time are left of the first slot; with the tenth, the next is
    // planned.
    assertThat(afterNs[0]).isEqualTo((7 + 8 * 15) * S / 10);
  }

  @Test
  void a13_aMachineTooSlowForTheRateIsReported_slotForSlot() throws Exception {
    clock.run(100);
    fold(5, planner(n -> 400 * MS));
    // A plan takes forty seconds of network time: of three slots, one is planned.
    assertThat(soFar().subList(1, 5)).allMatch(r -> r.lateNs() > 0);
    assertThat(soFar().stream().mapToLong(SlotReport::leftOut).sum())
        .isEqualTo(reports.getLast().number() - reports.size())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void a14_whilePausedNoSlotBegins_untilItGoesOn() throws Exception {
    LiveNetwork network = new LiveNetwork(GRID, REROUTES, clock);
    CountDownLatch second = new CountDownLatch(2);
    clock.run(0);
    long atNs = clock.nowNs();
    network.start(report -> second.countDown(), fault -> {});
    long lookedAt = time.monotonicNs();
    while (time.monotonicNs() < lookedAt + 100 * S) {
      Thread.onSpinWait();
    }
    assertThat(clock.nowNs()).isEqualTo(atNs);
    assertThat(second.getCount()).isEqualTo(1);
    clock.run(1);
    assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    network.close();
  }
}
