package org.orbweaver.core.graph;

import java.util.Arrays;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;

/**
 * From every satellite to the gateways that it can reach, directly or over lasers, by the shortest
 * way. Layout: compressed rows by satellite, gateways ascending, with the delay to the gateway, the
 * next satellite on the way, the last one and the number of laser links in parallel arrays.
 */
public final class GatewayReach {
  private static final int LANDS_HERE = -1;

  private static final LinkCosts DELAYS =
      new LinkCosts() {
        @Override
        public long laserFs(int from, int to, double lengthM) {
          return Delay.spaceFs(lengthM);
        }

        @Override
        public long feederFs(int satellite, int gateway, double rangeM) {
          return Delay.spaceFs(rangeM);
        }
      };

  private final int[] rowStart;
  private final int[] gateway;
  private final long[] delayFs;
  private final int[] next;
  private final int[] exit;
  private final short[] hops;

  private GatewayReach(int[] rowStart) {
    this.rowStart = rowStart;
    int entries = rowStart[rowStart.length - 1];
    gateway = new int[entries];
    delayFs = new long[entries];
    next = new int[entries];
    exit = new int[entries];
    hops = new short[entries];
    Arrays.fill(next, LANDS_HERE);
  }

  /** One delay tree from every gateway; without lasers, the links to gateways themselves. */
  public static GatewayReach of(InView gateways, LaserLinks lasers) {
    return lasers.isEmpty()
        ? bentPipe(gateways, lasers.satellites())
        : grown(gateways, graphOf(lasers), DELAYS);
  }

  /** The same with the ways that cost least; delays of entries are then costs. */
  public static GatewayReach of(InView gateways, LaserLinks lasers, LinkCosts costs) {
    var graph = new DelayGraph.Builder(lasers.satellites());
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        // Trees grow from gateways; traffic comes the other way.
        graph.oneWay(
            s, lasers.neighbour(k), costs.laserFs(lasers.neighbour(k), s, lasers.lengthM(k)));
      }
    }
    return grown(gateways, graph.build(), costs);
  }

  private static GatewayReach bentPipe(InView gateways, int satellites) {
    int[] rowStart = new int[satellites + 1];
    for (int k = 0; k < gateways.entries(); k++) {
      rowStart[gateways.satellite(k) + 1]++;
    }
    for (int s = 0; s < satellites; s++) {
      rowStart[s + 1] += rowStart[s];
    }
    GatewayReach reach = new GatewayReach(rowStart);
    int[] fill = rowStart.clone();
    for (int g = 0; g < gateways.sites(); g++) {
      for (int k = gateways.first(g); k < gateways.end(g); k++) {
        int at = fill[gateways.satellite(k)]++;
        reach.gateway[at] = g;
        reach.delayFs[at] = Delay.spaceFs(gateways.rangeM(k));
        reach.exit[at] = gateways.satellite(k);
      }
    }
    return reach;
  }

  private static GatewayReach grown(InView gateways, DelayGraph lasers, LinkCosts costs) {
    int satellites = lasers.nodes();
    var paths = new ShortestPaths(lasers);
    long[][] delay = new long[gateways.sites()][satellites];
    int[][] toward = new int[gateways.sites()][satellites];
    int[] rowStart = new int[satellites + 1];
    for (int g = 0; g < gateways.sites(); g++) {
      paths.clear();
      for (int k = gateways.first(g); k < gateways.end(g); k++) {
        int satellite = gateways.satellite(k);
        paths.source(satellite, costs.feederFs(satellite, g, gateways.rangeM(k)));
      }
      paths.run();
      for (int s = 0; s < satellites; s++) {
        delay[g][s] = paths.delayFs(s);
        toward[g][s] = paths.predecessor(s);
        rowStart[s + 1] += paths.isReached(s) ? 1 : 0;
      }
    }
    for (int s = 0; s < satellites; s++) {
      rowStart[s + 1] += rowStart[s];
    }
    GatewayReach reach = new GatewayReach(rowStart);
    for (int s = 0; s < satellites; s++) {
      int at = rowStart[s];
      for (int g = 0; g < gateways.sites(); g++) {
        if (delay[g][s] < Delay.UNREACHABLE_FS) {
          reach.gateway[at] = g;
          reach.delayFs[at] = delay[g][s];
          reach.exit[at] = -1;
          reach.next[at++] = toward[g][s];
        }
      }
    }
    reach.traceExits();
    return reach;
  }

  /** Each way is walked once: what lies behind a satellite that is known already is known too. */
  private void traceExits() {
    int[] walked = new int[satellites()];
    for (int s = 0; s < satellites(); s++) {
      for (int e = rowStart[s]; e < rowStart[s + 1]; e++) {
        int steps = 0;
        int here = e;
        while (exit[here] < 0 && next[here] != LANDS_HERE) {
          walked[steps++] = here;
          here = entry(next[here], gateway[e]);
        }
        if (exit[here] < 0) {
          exit[here] = steps == 0 ? s : next[walked[steps - 1]];
        }
        while (steps > 0) {
          int before = walked[--steps];
          exit[before] = exit[here];
          hops[before] = (short) (hops[here] + 1);
          here = before;
        }
      }
    }
  }

  /** The laser links as a graph of satellites. */
  public static DelayGraph graphOf(LaserLinks lasers) {
    return graphOf(lasers, DELAYS);
  }

  /** The laser links as a graph of satellites, with costs in place of delays. */
  public static DelayGraph graphOf(LaserLinks lasers, LinkCosts costs) {
    var graph = new DelayGraph.Builder(lasers.satellites());
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        int to = lasers.neighbour(k);
        graph.oneWay(s, to, costs.laserFs(s, to, lasers.lengthM(k)));
      }
    }
    return graph.build();
  }

  /** First entry of a satellite's row. */
  public int first(int satellite) {
    return rowStart[satellite];
  }

  /** One past the last entry of a satellite's row. */
  public int end(int satellite) {
    return rowStart[satellite + 1];
  }

  /** The gateway of an entry. */
  public int gateway(int entry) {
    return gateway[entry];
  }

  /** From the satellite to the gateway of an entry, one way. */
  public long delayFs(int entry) {
    return delayFs[entry];
  }

  /** The satellite above the gateway of an entry, at the end of the way. */
  public int exit(int entry) {
    return exit[entry];
  }

  /** Laser links on the way of an entry. */
  public int hops(int entry) {
    return hops[entry];
  }

  /** The next satellite on the way of an entry, or -1 where its own sees the gateway itself. */
  public int next(int entry) {
    return next[entry];
  }

  private int satellites() {
    return rowStart.length - 1;
  }

  /**
   * The entry of a satellite and a gateway.
   *
   * @throws IllegalArgumentException where the satellite does not reach the gateway
   */
  public int entry(int satellite, int towardGateway) {
    int entry = find(satellite, towardGateway);
    if (entry < 0) {
      throw new IllegalArgumentException(
          "satellite " + satellite + " does not reach gateway " + towardGateway);
    }
    return entry;
  }

  /** The entry of a satellite and a gateway; negative where the one does not reach the other. */
  public int find(int satellite, int towardGateway) {
    int first = rowStart[satellite];
    int end = rowStart[satellite + 1];
    // A row that holds every gateway, as rows over lasers mostly do, needs no search.
    int guess = first + towardGateway;
    if (guess < end && gateway[guess] == towardGateway) {
      return guess;
    }
    return Arrays.binarySearch(gateway, first, end, towardGateway);
  }
}
