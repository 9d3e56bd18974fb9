package org.orbweaver.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.graph.LinkCosts;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.FewestHops;
import org.orbweaver.core.schedule.RouteCosts;
import org.orbweaver.core.schedule.RoutingStrategy;
import org.orbweaver.core.schedule.ShortestDelay;
import org.orbweaver.core.schedule.Strategies;
import org.orbweaver.core.schedule.StrategyFault;

/** Ways chosen by something other than their delay. */
class K02_RoutingStrategyTest {
  private static final Snapshot SKY = Skies.scattered(80, 540, 560, 7);
  private static final SiteTable GATEWAYS =
      Skies.sites(new double[] {50, 10}, new double[] {-30, 140}, new double[] {10, -80});
  private static final SiteTable POPS = Skies.sites(new double[] {50, 8}, new double[] {-34, 151});
  private static final GroundFibre FIBRE = new GroundFibre(GATEWAYS, POPS, 2e8, 1.4);
  private static final LaserLinks LASERS =
      LaserLinks.of(SKY, List.of(new PlusGrid(0, 8, 10, 0, true, 0, 5e7, -1e9)));

  private static InView inView() {
    double[] mask = new double[GATEWAYS.size()];
    return InView.of(
        SKY, new SkyIndex(SKY), GATEWAYS, new LinkLimits(mask, Double.POSITIVE_INFINITY, 0));
  }

  private static RouteCosts costs(RoutingStrategy strategy) {
    return new RouteCosts(strategy, GATEWAYS, POPS);
  }

  private static GatewayReach reach(RoutingStrategy strategy) {
    return GatewayReach.of(inView(), LASERS, costs(strategy).at(SKY));
  }

  @Test
  void a01_ourOwnAreFoundByName() {
    assertThat(Strategies.ROUTING.names()).containsExactly("fewest-hops", "shortest-delay");
    assertThat(Strategies.ROUTING.named("shortest-delay")).isInstanceOf(ShortestDelay.class);
    assertThatThrownBy(() -> Strategies.ROUTING.named("scenic"))
        .hasMessageContaining("scenic")
        .hasMessageContaining("fewest-hops, shortest-delay");
  }

  @Test
  void a02_delaysAsCostsGiveTheSameWays() {
    GatewayReach plain = GatewayReach.of(inView(), LASERS);
    GatewayReach weighed = reach(new ShortestDelay());
    for (int s = 0; s < SKY.size(); s++) {
      for (int g = 0; g < GATEWAYS.size(); g++) {
        assertThat(weighed.isReached(s, g)).isEqualTo(plain.isReached(s, g));
        if (plain.isReached(s, g)) {
          assertThat(weighed.exit(s, g)).isEqualTo(plain.exit(s, g));
          assertThat(weighed.next(s, g)).isEqualTo(plain.next(s, g));
        }
      }
    }
    GroundFibre fibre = costs(new ShortestDelay()).fibre(FIBRE);
    assertThat(fibre.gatewayToPopFs(1, 1)).isEqualTo(FIBRE.gatewayToPopFs(1, 1));
    assertThat(fibre.popToPopFs(0, 1)).isEqualTo(FIBRE.popToPopFs(0, 1));
  }

  @Test
  void a03_fewestHopsAreThoseOfASearchByBreadth() {
    GatewayReach reach = reach(new FewestHops());
    InView inView = inView();
    for (int g = 0; g < GATEWAYS.size(); g++) {
      int[] hops = byBreadth(inView, g);
      for (int s = 0; s < SKY.size(); s++) {
        assertThat(reach.hops(s, g)).isEqualTo(hops[s]);
      }
    }
  }

  private static int[] byBreadth(InView inView, int gateway) {
    int[] hops = new int[SKY.size()];
    Arrays.fill(hops, Integer.MAX_VALUE / 2);
    for (int k = inView.first(gateway); k < inView.end(gateway); k++) {
      hops[inView.satellite(k)] = 0;
    }
    for (int round = 0; round < SKY.size(); round++) {
      for (int s = 0; s < SKY.size(); s++) {
        for (int k = LASERS.first(s); k < LASERS.end(s); k++) {
          hops[s] = Math.min(hops[s], hops[LASERS.neighbour(k)] + 1);
        }
      }
    }
    return hops;
  }

  @Test
  void a04_costsHaveTheDirectionOfTrafficFromATerminal() {
    // Only toward smaller indices: the way is a descent, whichever end the trees grow from.
    GatewayReach reach =
        reach(
            new Named("downward") {
              @Override
              public double laserCostS(Snapshot satellites, int from, int to, double delayS) {
                return to < from ? delayS : Double.POSITIVE_INFINITY;
              }
            });
    int ways = 0;
    for (int s = 0; s < SKY.size(); s++) {
      for (int g = 0; g < GATEWAYS.size(); g++) {
        if (reach.isReached(s, g) && reach.next(s, g) >= 0) {
          assertThat(reach.next(s, g)).isLessThan(s);
          ways++;
        }
      }
    }
    assertThat(ways).isPositive();
  }

  @Test
  void a05_aLinkOfInfiniteCostIsNotThere() {
    GatewayReach reach =
        reach(
            new Named("not-b") {
              @Override
              public double feederCostS(
                  Snapshot satellites,
                  SiteTable gateways,
                  int satellite,
                  int gateway,
                  double delayS) {
                return gateways.name(gateway).equals("b") ? Double.POSITIVE_INFINITY : delayS;
              }
            });
    for (int s = 0; s < SKY.size(); s++) {
      assertThat(reach.isReached(s, 1)).isFalse();
    }
    assertThat(
            costs(
                    new Named("no-fibre") {
                      @Override
                      public double fibreCostS(
                          SiteTable gateways, SiteTable pops, int gateway, int pop, double delayS) {
                        return Double.POSITIVE_INFINITY;
                      }
                    })
                .fibre(FIBRE)
                .gatewayToPopFs(0, 0))
        .isEqualTo(Delay.UNREACHABLE_FS);
  }

  @Test
  void b01_aPlanTakesTheWaysOfItsStrategy_andTheirDelaysStayTrue() {
    Planner fewest = new Planner(Networks.routed("fewest-hops"));
    Planner shortest = new Planner(Networks.routed("shortest-delay"));
    SlotPlan few = fewest.plan(fewest.network().slots().at(fewest.network().startNs()), null);
    SlotPlan quick = shortest.plan(few.slot(), null);
    for (int t = 0; t < fewest.network().terminals().size(); t++) {
      Path a = few.forwarding().path(t);
      Path b = quick.forwarding().path(t);
      if (a != null && b != null && few.schedule().satellite(t) == quick.schedule().satellite(t)) {
        assertThat(a.hops()).isLessThanOrEqualTo(b.hops());
        assertThat(a.oneWayDelayS()).isGreaterThanOrEqualTo(b.oneWayDelayS());
        assertThat(a.oneWayDelayS()).isEqualTo(fewest.pathDelay().oneWayS(a.nodes(), few.start()));
      }
    }
    Node from = new Node(Node.Kind.TERMINAL, 0);
    Node to = new Node(Node.Kind.TERMINAL, 1);
    List<Node> fewer = Objects.requireNonNull(fewest.pairRoutes(few).nodes(from, to));
    List<Node> quicker = Objects.requireNonNull(shortest.pairRoutes(quick).nodes(from, to));
    assertThat(fewer).hasSizeLessThanOrEqualTo(quicker.size());
  }

  @Test
  void c01_whatAStrategyDoesWrongBearsItsName() {
    LinkCosts throwing =
        costs(
                new Named("broken") {
                  @Override
                  public double laserCostS(Snapshot satellites, int from, int to, double delayS) {
                    throw new IllegalStateException("lost");
                  }
                })
            .at(SKY);
    assertThatThrownBy(() -> throwing.laserFs(0, 1, 1e6))
        .isInstanceOf(StrategyFault.class)
        .hasMessage("the routing strategy 'broken' threw java.lang.IllegalStateException: lost");
    for (double wrong : new double[] {Double.NaN, -1e-9, 10.5, Double.NEGATIVE_INFINITY}) {
      LinkCosts nonsense =
          costs(
                  new Named("nonsense") {
                    @Override
                    public double laserCostS(Snapshot satellites, int from, int to, double delayS) {
                      return wrong;
                    }
                  })
              .at(SKY);
      assertThatThrownBy(() -> nonsense.laserFs(0, 1, 1e6))
          .isInstanceOf(StrategyFault.class)
          .hasMessageContaining("'nonsense' says that a laser link costs " + wrong);
    }
  }

  private static class Named implements RoutingStrategy {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }
  }
}
