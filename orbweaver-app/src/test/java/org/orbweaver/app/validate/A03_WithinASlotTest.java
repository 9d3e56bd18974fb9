package org.orbweaver.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.validation.Fixtures;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.DelayProcess;
import org.orbweaver.format.LoadOptions;

/**
 * Probes as a terminal would send them, fifty a second: published traces say by how much the least
 * round trip of a slot differs from that of the slot before (median 2 to 14 ms, 90th percentile 5
 * to 80 ms, by site).
 */
class A03_WithinASlotTest {
  private static final int SLOTS = 120;
  private static final long PROBE_NS = 20_000_000L;

  @Test
  void a01_theLeastRoundTripMovesFromSlotToSlotAsMeasured() {
    Network like =
        Fixtures.network(
            Fixtures.scenarios().resolve("starlink-like/starlink-like.yaml"),
            LoadOptions.at(Fixtures.NOW_NS));
    Planner planner =
        new Planner(
            PlannedDelays.sampled(
                like,
                List.of(
                    PlannedDelays.place("home", 50.8, 6.9, new CountryAndPop("DE", "frankfurt")))));
    DelayProcess process = new DelayProcess(planner.access(), 5);
    double[] leastMs = new double[SLOTS];
    Slot slot = like.slots().at(like.startNs());
    SlotPlan plan = null;
    for (int k = 0; k < SLOTS; k++) {
      plan = planner.plan(slot, plan);
      leastMs[k] = leastMs(plan, process);
      slot = like.slots().next(slot);
    }
    double[] changesMs = new double[SLOTS - 1];
    for (int k = 0; k < changesMs.length; k++) {
      changesMs[k] = Math.abs(leastMs[k + 1] - leastMs[k]);
    }
    Arrays.sort(changesMs);
    assertThat(Statistics.quantile(changesMs, 0.5)).as("median").isBetween(2.0, 14.0);
    assertThat(Statistics.quantile(changesMs, 0.9)).as("90th percentile").isBetween(5.0, 80.0);
  }

  private static double leastMs(SlotPlan plan, DelayProcess process) {
    assertThat(plan.schedule().isServed(0)).isTrue();
    Slot slot = plan.slot();
    int hops = plan.forwarding().islHops(0);
    double least = Double.POSITIVE_INFINITY;
    for (long at = slot.startNs(); at < slot.endNs(); at += PROBE_NS) {
      double part = (double) (at - slot.startNs()) / slot.durationNs();
      double propagationS = 2 * plan.forwarding().oneWayDelayS(0, part);
      least = Math.min(least, propagationS + process.roundTripS(0, slot.startNs(), at, hops));
    }
    return 1e3 * least;
  }
}
