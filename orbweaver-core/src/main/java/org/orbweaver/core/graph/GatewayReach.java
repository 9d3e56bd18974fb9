package org.orbweaver.core.graph;

import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;

/**
 * From every satellite to the gateways that it can reach, directly or over lasers, by the shortest
 * way or the one that costs least. Close it when the plan is made: its storage may be used again.
 */
public interface GatewayReach extends AutoCloseable {
  /** Instead of a next satellite: this one sees the gateway itself. */
  int LANDS_HERE = -1;

  int gateways();

  /**
   * How far every gateway is from a satellite, or what the way to it costs, by gateway; see {@link
   * Delay}. Those out of reach are {@link Delay#UNREACHABLE_FS}.
   */
  void delaysFs(int satellite, long[] byGateway);

  /** How far one of them is; see {@link Delay}. */
  long delayFs(int satellite, int gateway);

  /** Whether any way leads from a satellite to a gateway. */
  boolean isReached(int satellite, int towardGateway);

  /**
   * The next satellite on the way to a gateway, or {@link #LANDS_HERE}. Of equal ways the one that
   * lands first, then the one over the satellite of the smallest index.
   *
   * @throws IllegalArgumentException where the satellite does not reach the gateway
   */
  int next(int satellite, int towardGateway);

  /** The satellite above a gateway, at the end of the way to it. */
  default int exit(int satellite, int towardGateway) {
    int here = satellite;
    for (int next = next(here, towardGateway); next >= 0; next = next(here, towardGateway)) {
      here = next;
    }
    return here;
  }

  /** Laser links on the way to a gateway. */
  default int hops(int satellite, int towardGateway) {
    int hops = 0;
    int here = next(satellite, towardGateway);
    while (here >= 0) {
      hops++;
      here = next(here, towardGateway);
    }
    return hops;
  }

  /** Finds gateways for satellites and PoPs; one for each thread. */
  default GatewaySearch search(GroundFibre fibre) {
    return GatewaySearch.of(this, fibre);
  }

  @Override
  default void close() {}

  /**
   * One tree after another, in femtoseconds; without lasers, the links to gateways themselves.
   * {@link GatewayTrees} finds the same much faster.
   */
  static GatewayReach of(InView gateways, LaserLinks lasers) {
    return ReachRows.of(gateways, lasers);
  }

  /** The same with the ways that cost least; delays are then costs. */
  static GatewayReach of(InView gateways, LaserLinks lasers, LinkCosts costs) {
    return ReachRows.of(gateways, lasers, costs);
  }

  /** The laser links as a graph of satellites. */
  static DelayGraph graphOf(LaserLinks lasers) {
    return ReachRows.graphOf(lasers, ReachRows.DELAYS);
  }

  /** The laser links as a graph of satellites, with costs in place of delays. */
  static DelayGraph graphOf(LaserLinks lasers, LinkCosts costs) {
    return ReachRows.graphOf(lasers, costs);
  }
}
