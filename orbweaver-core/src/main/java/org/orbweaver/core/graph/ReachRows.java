package org.orbweaver.core.graph;

import java.util.Arrays;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;

/**
 * The reach of a moment found gateway by gateway. Layout: compressed rows by satellite, gateways
 * ascending, with the delay or cost to the gateway and the next satellite on the way in parallel
 * arrays.
 */
final class ReachRows implements GatewayReach {
  static final LinkCosts DELAYS =
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

  private final int gateways;
  private final int[] rowStart;
  private final int[] gateway;
  private final long[] delayFs;
  private final int[] next;

  private ReachRows(int gateways, int[] rowStart) {
    this.gateways = gateways;
    this.rowStart = rowStart;
    int entries = rowStart[rowStart.length - 1];
    gateway = new int[entries];
    delayFs = new long[entries];
    next = new int[entries];
    Arrays.fill(next, LANDS_HERE);
  }

  /** One delay tree from every gateway; without lasers, the links to gateways themselves. */
  static GatewayReach of(InView gateways, LaserLinks lasers) {
    return lasers.isEmpty()
        ? bentPipe(gateways, lasers.satellites())
        : grown(gateways, graphOf(lasers, DELAYS), DELAYS);
  }

  /** The same with the ways that cost least; delays of entries are then costs. */
  static GatewayReach of(InView gateways, LaserLinks lasers, LinkCosts costs) {
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
    ReachRows reach = new ReachRows(gateways.sites(), rowStart);
    int[] fill = rowStart.clone();
    for (int g = 0; g < gateways.sites(); g++) {
      for (int k = gateways.first(g); k < gateways.end(g); k++) {
        int at = fill[gateways.satellite(k)]++;
        reach.gateway[at] = g;
        reach.delayFs[at] = Delay.spaceFs(gateways.rangeM(k));
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
    ReachRows reach = new ReachRows(gateways.sites(), rowStart);
    for (int s = 0; s < satellites; s++) {
      int at = rowStart[s];
      for (int g = 0; g < gateways.sites(); g++) {
        if (delay[g][s] < Delay.UNREACHABLE_FS) {
          reach.gateway[at] = g;
          reach.delayFs[at] = delay[g][s];
          reach.next[at++] = toward[g][s];
        }
      }
    }
    return reach;
  }

  /** The laser links as a graph of satellites, with costs in place of delays. */
  static DelayGraph graphOf(LaserLinks lasers, LinkCosts costs) {
    var graph = new DelayGraph.Builder(lasers.satellites());
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        int to = lasers.neighbour(k);
        graph.oneWay(s, to, costs.laserFs(s, to, lasers.lengthM(k)));
      }
    }
    return graph.build();
  }

  @Override
  public int gateways() {
    return gateways;
  }

  @Override
  public void delaysFs(int satellite, long[] byGateway) {
    Arrays.fill(byGateway, Delay.UNREACHABLE_FS);
    for (int k = rowStart[satellite]; k < rowStart[satellite + 1]; k++) {
      byGateway[gateway[k]] = delayFs[k];
    }
  }

  @Override
  public long delayFs(int satellite, int towardGateway) {
    int entry = find(satellite, towardGateway);
    return entry < 0 ? Delay.UNREACHABLE_FS : delayFs[entry];
  }

  @Override
  public boolean isReached(int satellite, int towardGateway) {
    return find(satellite, towardGateway) >= 0;
  }

  @Override
  public int next(int satellite, int towardGateway) {
    int entry = find(satellite, towardGateway);
    if (entry < 0) {
      throw new IllegalArgumentException(
          "satellite " + satellite + " does not reach gateway " + towardGateway);
    }
    return next[entry];
  }

  private int find(int satellite, int towardGateway) {
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
