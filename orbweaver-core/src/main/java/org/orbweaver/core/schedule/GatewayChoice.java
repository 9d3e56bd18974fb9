package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;

/**
 * From a satellite and a home PoP to the gateway with a free antenna and the shortest way. Antennas
 * are only ever taken, never given back, so that an answer stays right until its own gateway is
 * full; answers are therefore kept. Layout: one row by satellite, columns by PoP.
 */
final class GatewayChoice {
  private static final int UNKNOWN = -2;
  private static final int NONE = -1;

  private final GatewayReach reach;
  private final GroundFibre fibre;
  private final Feeders feeders;
  private final int pops;
  private final int[][] known;

  GatewayChoice(GatewayReach reach, GroundFibre fibre, Feeders feeders, int satellites, int pops) {
    this.reach = reach;
    this.fibre = fibre;
    this.feeders = feeders;
    this.pops = pops;
    known = new int[satellites][];
  }

  /** The gateway, or -1. */
  int of(int satellite, int pop) {
    if (known[satellite] == null) {
      known[satellite] = new int[pops];
      Arrays.fill(known[satellite], UNKNOWN);
    }
    int gateway = known[satellite][pop];
    if (gateway == NONE || (gateway >= 0 && hasRoom(reach.entry(satellite, gateway)))) {
      return gateway;
    }
    gateway = search(satellite, pop);
    known[satellite][pop] = gateway;
    return gateway;
  }

  private boolean hasRoom(int entry) {
    return feeders.hasRoom(reach.gateway(entry), reach.exit(entry));
  }

  private int search(int satellite, int pop) {
    int nearest = NONE;
    long leastFs = Delay.UNREACHABLE_FS;
    for (int e = reach.first(satellite); e < reach.end(satellite); e++) {
      int g = reach.gateway(e);
      long delayFs = reach.delayFs(e) + fibre.gatewayToPopFs(g, pop);
      if (delayFs < leastFs && hasRoom(e)) {
        nearest = g;
        leastFs = delayFs;
      }
    }
    return nearest;
  }
}
