package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Node.Kind;
import org.orbweaver.core.forwarding.PlaceRoutes;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;

/** Ways to satellites and gateways, on a terminal's way and beside it. */
final class K08_PlaceRoutesTest {
  private static final Node BERLIN = new Node(Kind.TERMINAL, 0);
  private static final Node MADRID = new Node(Kind.TERMINAL, 1);

  private final Planner planner = new Planner(Networks.shell(BetweenTerminals.VIA_POP));
  private final SlotPlan plan =
      planner.plan(planner.network().slots().at(planner.network().startNs()), null);
  private final PlaceRoutes routes = planner.placeRoutes(plan);
  private final List<Node> way =
      Objects.requireNonNull(plan.forwarding().path(BERLIN.index())).nodes();

  private List<Node> nodes(Node from, Node to) {
    List<Node> nodes = Objects.requireNonNull(routes.nodes(from, to));
    assertThat(nodes.getFirst()).isEqualTo(from);
    assertThat(nodes.getLast()).isEqualTo(to);
    assertThat(nodes).doesNotHaveDuplicates();
    assertThat(planner.pathDelay(plan).oneWayS(nodes, plan.start())).isBetween(1e-3, 0.5);
    return nodes;
  }

  @Test
  void a01_whatLiesOnATerminalsWayIsReachedByIt() {
    for (int k = 1; k < way.size(); k++) {
      assertThat(nodes(BERLIN, way.get(k))).isEqualTo(way.subList(0, k + 1));
      assertThat(nodes(way.get(k), BERLIN)).isEqualTo(way.subList(0, k + 1).reversed());
    }
  }

  @Test
  void a02_anotherSatelliteIsReachedFromTheOneThatServes() {
    Node serving = way.get(1);
    for (int s = 0; s < plan.start().size(); s += 97) {
      Node satellite = new Node(Kind.SATELLITE, s);
      if (!way.contains(satellite)) {
        List<Node> nodes = nodes(BERLIN, satellite);
        assertThat(nodes.get(1)).isEqualTo(serving);
        assertThat(nodes(satellite, BERLIN)).isEqualTo(nodes.reversed());
      }
    }
  }

  @Test
  void a03_anotherGatewayIsReachedFromTheHomePop() {
    Node gateway =
        Objects.requireNonNull(plan.forwarding().path(MADRID.index())).nodes().reversed().get(1);
    assertThat(gateway.kind()).isEqualTo(Kind.GATEWAY);
    assertThat(way).doesNotContain(gateway);
    assertThat(nodes(BERLIN, gateway).subList(0, way.size())).isEqualTo(way);
  }

  @Test
  void a04_groundAndSkyReachEachOtherWithoutATerminal() {
    Node pop = new Node(Kind.POP, 0);
    Node satellite = way.get(1);
    assertThat(nodes(pop, satellite).get(1).kind()).isEqualTo(Kind.GATEWAY);
    assertThat(nodes(satellite, pop)).isEqualTo(nodes(pop, satellite).reversed());
    Node far = new Node(Kind.SATELLITE, (satellite.index() + 700) % plan.start().size());
    assertThat(nodes(satellite, far)).hasSizeGreaterThan(2);
  }

  @Test
  void a05_betweenTerminalsItIsAsScheduled() {
    assertThat(routes.nodes(BERLIN, MADRID))
        .isEqualTo(planner.pairRoutes(plan).nodes(BERLIN, MADRID));
  }
}
