package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.graph.LinkCosts;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The costs that a {@link RoutingStrategy} gives, checked and in the unit of delays.
 *
 * @param strategy not {@link ShortestDelay}, for which delays themselves do
 * @param gateways of the network
 * @param pops of the network
 */
public record RouteCosts(RoutingStrategy strategy, SiteTable gateways, SiteTable pops) {
  /** What the links of a moment cost. */
  public LinkCosts at(Snapshot satellites) {
    return new LinkCosts() {
      @Override
      public long laserFs(int from, int to, double lengthM) {
        double delayS = lengthM / Wgs84.SPEED_OF_LIGHT_M_PER_S;
        return costFs(() -> strategy.laserCostS(satellites, from, to, delayS), "laser link");
      }

      @Override
      public long feederFs(int satellite, int gateway, double rangeM) {
        double delayS = rangeM / Wgs84.SPEED_OF_LIGHT_M_PER_S;
        return costFs(
            () -> strategy.feederCostS(satellites, gateways, satellite, gateway, delayS),
            "link to a gateway");
      }
    };
  }

  /** What the fibres cost, in place of their delays; between PoPs they stay as they are. */
  public GroundFibre fibre(GroundFibre delays) {
    return delays.withGatewayToPop((gateway, pop, delayFs) -> {
      double delayS = Delay.toSeconds(delayFs);
      return costFs(() -> strategy.fibreCostS(gateways, pops, gateway, pop, delayS), "fibre");
    });
  }

  /** One question to a strategy. */
  @FunctionalInterface
  private interface Question {
    double ask();
  }

  private long costFs(Question question, String link) {
    double costS = Guarded.answer("routing", strategy.name(), question::ask);
    if (costS == Double.POSITIVE_INFINITY) {
      return Delay.UNREACHABLE_FS;
    }
    if (!(costS >= 0 && costS <= RoutingStrategy.MOST_S)) {
      throw new StrategyFault(
          "routing",
          strategy.name(),
          "says that a "
              + link
              + " costs "
              + costS
              + "; a cost is from 0 to "
              + RoutingStrategy.MOST_S
              + " seconds, or infinity",
          null);
    }
    return Delay.ofSeconds(costS);
  }
}
