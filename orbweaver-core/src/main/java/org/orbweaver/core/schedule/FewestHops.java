package org.orbweaver.core.schedule;

import org.orbweaver.core.orbit.Snapshot;

/** As few laser links as possible; of equally many, the least delay. */
public final class FewestHops implements RoutingStrategy {
  /** More than the delay of any way, so that no way makes up for a link by being short. */
  private static final double LASER_S = 1;

  @Override
  public String name() {
    return "fewest-hops";
  }

  @Override
  public double laserCostS(Snapshot satellites, int from, int to, double delayS) {
    return LASER_S + delayS;
  }
}
