package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;

/**
 * What a way costs. Of all ways from a terminal's satellite over lasers and a gateway to its home
 * PoP, the one whose links' costs add up to the least is taken; a gateway without a free antenna is
 * passed over. So a strategy weighs lasers against each other, and gateways against gateways.
 *
 * <p>Costs are seconds: of delay, or whatever else the strategy deems worth as many. One is from 0
 * to {@link #MOST_S}, or positive infinity for a link that must not be used. They decide only which
 * way is taken; its delay is that of its links, whatever they cost. Directions are those of traffic
 * from the terminal; traffic toward it takes the same way back.
 *
 * <p>The contract is that of {@link SelectionStrategy}: no state, the same answer to the same
 * question, from any thread; found by {@link java.util.ServiceLoader}.
 */
public interface RoutingStrategy {
  /** The largest cost of one link, seconds. */
  double MOST_S = 10;

  /** The name by which a scenario asks for it: lower case, words joined by hyphens. */
  String name();

  /**
   * Of a laser link, asked for every link of every slot.
   *
   * @param satellites where they are at the slot's start
   * @param delayS of the link, one way, seconds
   */
  default double laserCostS(Snapshot satellites, int from, int to, double delayS) {
    return delayS;
  }

  /** Of the link from a satellite down to a gateway, asked for every such link of every slot. */
  default double feederCostS(
      Snapshot satellites, SiteTable gateways, int satellite, int gateway, double delayS) {
    return delayS;
  }

  /** Of the fibre from a gateway to a PoP, asked once for each two. */
  default double fibreCostS(
      SiteTable gateways, SiteTable pops, int gateway, int pop, double delayS) {
    return delayS;
  }
}
