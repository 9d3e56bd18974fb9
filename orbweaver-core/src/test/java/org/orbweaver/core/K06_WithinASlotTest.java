package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.DisjointPaths.Apart;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;

/** What holds from a slot's start to its end, and several ways at one moment of it. */
class K06_WithinASlotTest {
  /** No end of a link moves faster than a satellite of the shell, 7.6 km/s and the Earth's turn. */
  private static final double FASTEST_M_PER_S = 8_200;

  private static final Node BERLIN = new Node(Node.Kind.TERMINAL, 0);
  private static final Node MADRID = new Node(Node.Kind.TERMINAL, 1);

  @ParameterizedTest
  @EnumSource(BetweenTerminals.class)
  void a01_betweenTerminalsTheDelayIsContinuousWithinASlot(BetweenTerminals between) {
    Planner planner = new Planner(Networks.shell(between));
    SlotPlan plan = null;
    for (int slot = 0; slot < 4; slot++) {
      long index = planner.network().slots().at(planner.network().startNs()).index();
      plan = planner.plan(planner.network().slots().of(index + slot), plan);
      List<Node> nodes = Objects.requireNonNull(planner.pairRoutes(plan).nodes(BERLIN, MADRID));
      assertThat(nodes.stream().anyMatch(n -> n.kind() == Node.Kind.POP))
          .isEqualTo(between == BetweenTerminals.VIA_POP);
      checkContinuous(planner, plan, nodes);
      // There and back are the same way.
      assertThat(planner.pairRoutes(plan).nodes(MADRID, BERLIN)).isEqualTo(nodes.reversed());
    }
  }

  /** Every tenth of a second from start to end: no step that moving ends do not explain. */
  private static void checkContinuous(Planner planner, SlotPlan plan, List<Node> nodes) {
    int steps = 150;
    double stepS = plan.slot().durationNs() / 1e9 / steps;
    double mostS = (nodes.size() - 1) * 2 * FASTEST_M_PER_S * stepS / Wgs84.SPEED_OF_LIGHT_M_PER_S;
    double beforeS = planner.pathDelay().oneWayS(nodes, plan.start());
    for (int k = 1; k <= steps; k++) {
      long atNs = plan.slot().startNs() + k * plan.slot().durationNs() / steps;
      Snapshot then = k == steps ? plan.end() : planner.network().ephemeris().at(atNs);
      double nowS = planner.pathDelay().oneWayS(nodes, then);
      assertThat(nowS).isCloseTo(beforeS, within(mostS));
      beforeS = nowS;
    }
  }

  @Test
  void a02_theTablesStraightLineStaysNearTheTrueCurve() {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
    SlotPlan plan = planner.plan(planner.network().slots().at(planner.network().startNs()), null);
    for (int t = 0; t < planner.network().terminals().size(); t++) {
      Path path = Objects.requireNonNull(plan.forwarding().path(t));
      for (int k = 0; k <= 30; k++) {
        long atNs = plan.slot().startNs() + k * plan.slot().durationNs() / 30;
        Snapshot then = planner.network().ephemeris().at(atNs);
        assertThat(plan.forwarding().oneWayDelayS(t, k / 30.0))
            .isCloseTo(planner.pathDelay().oneWayS(path.nodes(), then), within(2e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void b01_alternativesInAWholeShellHaveNothingInCommon(int most) {
    Planner planner = new Planner(Networks.shell(BetweenTerminals.DIRECT));
    InstantRoutes routes = planner.instantRoutes(planner.network().startNs());
    for (Apart apart : Apart.values()) {
      List<Path> paths = routes.alternatives(BERLIN, MADRID, most, apart);
      assertThat(paths).hasSizeBetween(1, most);
      Path shortest = Objects.requireNonNull(routes.path(BERLIN, MADRID));
      if (most == 1) {
        assertThat(paths.getFirst().oneWayDelayS()).isEqualTo(shortest.oneWayDelayS());
      }
      Set<Object> taken = new HashSet<>();
      double beforeS = shortest.oneWayDelayS();
      for (Path path : paths) {
        assertThat(path.oneWayDelayS()).isGreaterThanOrEqualTo(beforeS - 1e-12);
        beforeS = path.oneWayDelayS();
        assertThat(path.nodes().getFirst()).isEqualTo(BERLIN);
        assertThat(path.nodes().getLast()).isEqualTo(MADRID);
        for (Object part :
            switch (apart) {
              case NODES -> inner(path);
              case SATELLITES ->
                  inner(path).stream().filter(n -> n.kind() == Node.Kind.SATELLITE).toList();
              case LINKS -> links(path);
            }) {
          assertThat(taken.add(part)).as("%s in two paths", part).isTrue();
        }
      }
    }
  }

  private static List<Node> inner(Path path) {
    return path.nodes().subList(1, path.nodes().size() - 1);
  }

  private static List<Set<Node>> links(Path path) {
    List<Set<Node>> links = new ArrayList<>();
    for (int i = 1; i < path.nodes().size(); i++) {
      links.add(Set.of(path.nodes().get(i - 1), path.nodes().get(i)));
    }
    return links;
  }
}
