package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;

/**
 * From a satellite and a home PoP to the gateway with a free antenna and the shortest way, and to
 * that way once somebody takes it. Antennas are only ever taken, never given back, so that an
 * answer stays right until its own gateway is full, and for good once it is taken; answers are
 * therefore kept. Layout: one row by satellite, columns by PoP.
 */
final class GatewayChoice {
  static final int NONE = -1;
  private static final int UNKNOWN = -2;

  /** A way that is taken is kept as this number less its own. */
  private static final int TAKEN = -3;

  private final GatewayReach reach;
  private final GroundFibre fibre;
  private final Feeders feeders;
  private final Ways ways = new Ways();
  private final int[][] known;

  /** Delay or cost of what is known. */
  private final long[][] least;

  private final long[] delayFs;

  /** The ways already taken, by satellite a chain through this by way. */
  private final int[] lastWayOf;

  private int[] wayBefore = new int[64];

  GatewayChoice(GatewayReach reach, GroundFibre fibre, Feeders feeders, int satellites) {
    this.reach = reach;
    this.fibre = fibre;
    this.feeders = feeders;
    known = new int[satellites][];
    least = new long[satellites][];
    delayFs = new long[reach.gateways()];
    lastWayOf = new int[satellites];
    Arrays.fill(lastWayOf, NONE);
  }

  /** Whether any gateway can be had; once it cannot, it never can. */
  boolean isOpen(int satellite, int pop) {
    return pop >= 0 && find(satellite, pop) != NONE;
  }

  /** The way to the best gateway, which now has an antenna for it; it must be open. */
  int take(int satellite, int pop) {
    int found = find(satellite, pop);
    if (found <= TAKEN) {
      return TAKEN - found;
    }
    int way = way(satellite, found);
    feeders.take(found, ways.exitSatellite(way));
    known[satellite][pop] = TAKEN - way;
    return way;
  }

  /** How long the way to the gateway that {@link #take} would take is, or the cost of it. */
  long delayFs(int satellite, int pop) {
    return pop < 0 || find(satellite, pop) == NONE ? Delay.UNREACHABLE_FS : least[satellite][pop];
  }

  /** The way that somebody of the same PoP took already, or -1. */
  int taken(int satellite, int pop) {
    if (pop < 0 || known[satellite] == null || known[satellite][pop] > TAKEN) {
      return NONE;
    }
    return TAKEN - known[satellite][pop];
  }

  Ways ways() {
    return ways;
  }

  private int way(int satellite, int gateway) {
    for (int way = lastWayOf[satellite]; way >= 0; way = wayBefore[way]) {
      if (ways.gateway(way) == gateway) {
        return way;
      }
    }
    int way = ways.add(satellite, gateway, reach);
    if (way == wayBefore.length) {
      wayBefore = Arrays.copyOf(wayBefore, 2 * way);
    }
    wayBefore[way] = lastWayOf[satellite];
    lastWayOf[satellite] = way;
    return way;
  }

  /** A way that is taken, a gateway that has room, or none. */
  private int find(int satellite, int pop) {
    if (known[satellite] == null) {
      known[satellite] = new int[fibre.pops()];
      least[satellite] = new long[fibre.pops()];
      Arrays.fill(known[satellite], UNKNOWN);
    }
    int answer = known[satellite][pop];
    if (answer == NONE || answer <= TAKEN || (answer >= 0 && hasRoom(satellite, answer))) {
      return answer;
    }
    answer = search(satellite, pop);
    known[satellite][pop] = answer;
    return answer;
  }

  /**
   * The way to a gateway of one's own choice, which now has an antenna for it; -1 where no way
   * leads to it or it has none free.
   */
  int keep(int satellite, int gateway) {
    if (!reach.isReached(satellite, gateway) || !hasRoom(satellite, gateway)) {
      return NONE;
    }
    int way = way(satellite, gateway);
    feeders.take(gateway, ways.exitSatellite(way));
    return way;
  }

  /** The satellite above a gateway on the way there, or -1 where no way leads to it. */
  int exit(int satellite, int gateway) {
    return reach.isReached(satellite, gateway) ? reach.exit(satellite, gateway) : NONE;
  }

  private boolean hasRoom(int satellite, int gateway) {
    return feeders.isFree(gateway) || feeders.follows(gateway, reach.exit(satellite, gateway));
  }

  /** Of equally near gateways the one of the smallest index. */
  private int search(int satellite, int pop) {
    reach.delaysFs(satellite, delayFs);
    for (int g = 0; g < delayFs.length; g++) {
      delayFs[g] += fibre.gatewayToPopFs(g, pop);
    }
    while (true) {
      int nearest = NONE;
      long leastFs = Delay.UNREACHABLE_FS;
      for (int g = 0; g < delayFs.length; g++) {
        if (delayFs[g] < leastFs) {
          nearest = g;
          leastFs = delayFs[g];
        }
      }
      if (nearest == NONE || hasRoom(satellite, nearest)) {
        least[satellite][pop] = leastFs;
        return nearest;
      }
      delayFs[nearest] = Delay.UNREACHABLE_FS;
    }
  }
}
