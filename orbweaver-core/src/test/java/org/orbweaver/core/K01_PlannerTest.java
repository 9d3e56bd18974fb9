package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.PairRoutes;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;

/** Whole plans of a small generated network, slot after slot. */
class K01_PlannerTest {
  private static final long START_NS = Utc.parseNs("2026-05-21T00:00:12Z");

  @Test
  void a01_aTerminalReachesItsHomePop() {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    assertThat(plan.schedule().reason(0)).isEqualTo(ReasonCode.SERVED);
    Path path = Objects.requireNonNull(plan.forwarding().path(0));
    assertThat(path.nodes().getFirst()).isEqualTo(new Node(Node.Kind.TERMINAL, 0));
    assertThat(path.nodes().getLast()).isEqualTo(new Node(Node.Kind.POP, planner.homePop(0)));
    // Up and down 550 km at least; Berlin to Frankfurt by fibre is 2.97 ms each way.
    assertThat(path.rttMs()).isBetween(2 * (2 * 550 / 299.792458), 40.0);
  }

  @Test
  void a02_theDelayAtTheEndOfASlotIsThatOfTheSamePathThen() {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    List<Node> nodes = Objects.requireNonNull(plan.forwarding().path(0)).nodes();
    assertThat(plan.forwarding().oneWayDelayS(0, 1))
        .isEqualTo(planner.pathDelay().oneWayS(nodes, plan.end()));
    // Between the ends it is linear, which the true curve leaves by less than 20 microseconds.
    long middleNs = plan.slot().startNs() + plan.slot().durationNs() / 2;
    assertThat(plan.forwarding().oneWayDelayS(0, 0.5))
        .isCloseTo(
            planner.pathDelay().oneWayS(nodes, planner.network().ephemeris().at(middleNs)),
            within(2e-5));
  }

  @Test
  void a03_slotAfterSlotSatellitesChange() {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    int handovers = 0;
    SlotPlan previous = null;
    for (int k = 0; k < 40; k++) {
      SlotPlan plan = planner.plan(slot(planner, k), previous);
      if (previous != null) {
        boolean changed = plan.schedule().satellite(0) != previous.schedule().satellite(0);
        assertThat(plan.schedule().isHandover(0)).isEqualTo(changed);
        handovers += changed ? 1 : 0;
      }
      previous = plan;
    }
    assertThat(handovers).isBetween(2, 30);
  }

  @Test
  void a04_viaPopAndDirect() {
    Planner viaPop = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    Planner direct = new Planner(Networks.shell(BetweenTerminals.DIRECT));
    List<Node> overPops = pair(viaPop);
    List<Node> overLasers = pair(direct);
    assertThat(overPops).extracting(Node::kind).contains(Node.Kind.POP, Node.Kind.GATEWAY);
    assertThat(overLasers).extracting(Node::kind).doesNotContain(Node.Kind.POP, Node.Kind.GATEWAY);
    assertThat(overPops.getFirst()).isEqualTo(overLasers.getFirst());
    assertThat(overPops.getLast()).isEqualTo(overLasers.getLast());
  }

  private static List<Node> pair(Planner planner) {
    SlotPlan plan = planner.plan(slot(planner, 0), null);
    PairRoutes routes = planner.pairRoutes(plan);
    return Objects.requireNonNull(
        routes.nodes(new Node(Node.Kind.TERMINAL, 0), new Node(Node.Kind.TERMINAL, 1)));
  }

  @Test
  void a05_theSamePlanAlone_inAFold_andOnManyThreads() throws Exception {
    Network network = Networks.shell(BetweenTerminals.VIA_POP);
    List<String> folded = fold(new Planner(network));
    assertThat(fold(new Planner(network))).isEqualTo(folded);
    Planner shared = new Planner(network);
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<List<String>>> same = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        same.add(() -> fold(shared));
      }
      for (Future<List<String>> each : pool.invokeAll(same)) {
        assertThat(each.get()).isEqualTo(folded);
      }
    }
  }

  private static List<String> fold(Planner planner) {
    List<String> lines = new ArrayList<>();
    SlotPlan previous = null;
    for (int k = 0; k < 6; k++) {
      previous = planner.plan(slot(planner, k), previous);
      lines.add(describe(previous));
    }
    return lines;
  }

  private static String describe(SlotPlan plan) {
    StringBuilder text = new StringBuilder();
    for (int t = 0; t < plan.schedule().terminals(); t++) {
      text.append(plan.schedule().reason(t))
          .append(plan.schedule().satellite(t))
          .append(plan.schedule().gateway(t))
          .append(plan.forwarding().path(t))
          .append(plan.forwarding().oneWayDelayS(t, 1))
          .append(plan.forwarding().downBps(t))
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void a06_polesAntimeridianAndASkyWithoutSatellites() {
    Planner awkward = new Planner(Networks.awkward());
    SlotPlan plan = awkward.plan(slot(awkward, 0), null);
    assertThat(plan.schedule().reason(0)).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(plan.schedule().reason(1)).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(plan.schedule().isServed(2)).isTrue();
    assertThat(plan.schedule().satellite(2)).isEqualTo(plan.schedule().satellite(3));
    Planner empty = new Planner(Networks.withoutSatellites());
    SlotPlan dark = empty.plan(slot(empty, 0), null);
    assertThat(dark.schedule().reason(0)).isEqualTo(ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(dark.forwarding().path(0)).isNull();
    assertThat(dark.forwarding().downBps(0)).isZero();
    assertThat(
            empty
                .instantRoutes(START_NS)
                .path(new Node(Node.Kind.TERMINAL, 0), new Node(Node.Kind.POP, 0)))
        .isNull();
  }

  private static Slot slot(Planner planner, int later) {
    return planner.network().slots().of(planner.network().slots().at(START_NS).index() + later);
  }
}
