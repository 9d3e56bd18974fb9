package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.AccessDelay;

/** Round trips of a plan: propagation, access, processing; and satellites with long ways. */
class K07_RoundTripTest {
  @Test
  void a01_theMedianIsPropagationInMidSlotAndAccessAndProcessing() {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    SlotPlan plan = planner.plan(planner.network().slots().at(planner.network().startNs()), null);
    for (int t = 0; t < 2; t++) {
      AccessDelay.Quantiles rtt = Objects.requireNonNull(planner.roundTrip(plan, t));
      double propagationMs = 2e3 * plan.forwarding().oneWayDelayS(t, 0.5);
      int hops = plan.forwarding().islHops(t);
      assertThat(rtt.p50Ms()).isCloseTo(propagationMs + 1 * hops + 20, within(1e-9));
      assertThat(rtt.p05Ms()).isLessThan(rtt.p50Ms());
      assertThat(rtt.p95Ms()).isGreaterThan(rtt.p50Ms());
    }
  }

  @Test
  void a02_whoIsUnservedHasNone() {
    Planner planner = new Planner(Networks.withoutSatellites());
    SlotPlan plan = planner.plan(planner.network().slots().at(planner.network().startNs()), null);
    assertThat(planner.roundTrip(plan, 0)).isNull();
  }

  @Test
  void b01_aSatelliteWithALongWayIsNotTakenWhereAnotherIsNear() {
    Planner free = new Planner(Networks.routed("shortest-delay"));
    Planner bound = new Planner(Networks.routedWithin(0.0));
    Slot slot = free.network().slots().at(free.network().startNs());
    double saved = 0;
    for (int k = 0; k < 40; k++) {
      SlotPlan highest = free.plan(slot, null);
      SlotPlan nearest = bound.plan(slot, null);
      for (int t = 0; t < 3; t++) {
        Path there = nearest.forwarding().path(t);
        Path by = highest.forwarding().path(t);
        assertThat(there == null).isEqualTo(by == null);
        if (there != null && by != null) {
          assertThat(there.oneWayDelayS()).isLessThanOrEqualTo(by.oneWayDelayS() + 1e-9);
          saved += by.oneWayDelayS() - there.oneWayDelayS();
        }
      }
      slot = free.network().slots().next(slot);
    }
    assertThat(saved).isPositive();
  }

  @Test
  void b02_aWideRuleChangesNothing() {
    Planner free = new Planner(Networks.routed("shortest-delay"));
    Planner wide = new Planner(Networks.routedWithin(10_000));
    Slot slot = free.network().slots().at(free.network().startNs());
    for (int k = 0; k < 20; k++) {
      for (int t = 0; t < 3; t++) {
        assertThat(wide.plan(slot, null).schedule().satellite(t))
            .isEqualTo(free.plan(slot, null).schedule().satellite(t));
      }
      slot = free.network().slots().next(slot);
    }
  }
}
