package org.orbweaver.core.forwarding;

import java.util.List;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.Ways;

/**
 * How long a packet is under way along given nodes at a given moment: propagation only.
 *
 * @param terminals positions of terminals
 * @param gateways positions of gateways
 * @param fibre delays on the ground
 */
public record PathDelay(SiteTable terminals, SiteTable gateways, GroundFibre fibre) {

  /** The nodes and their delay at the moment of a snapshot. */
  public Path along(List<Node> nodes, Snapshot snapshot) {
    return new Path(nodes, oneWayS(nodes, snapshot));
  }

  /** One way, seconds. */
  public double oneWayS(List<Node> nodes, Snapshot snapshot) {
    double delayS = 0;
    for (int i = 1; i < nodes.size(); i++) {
      delayS += linkS(nodes.get(i - 1), nodes.get(i), snapshot);
    }
    return delayS;
  }

  /** From the serving satellite of a way to its gateway, seconds. */
  double ofWayS(Ways ways, int way, Snapshot at) {
    double delayS = 0;
    for (int k = 1; k <= ways.hops(way); k++) {
      delayS +=
          at.distanceM(ways.satellite(way, k - 1), ways.satellite(way, k))
              / Wgs84.SPEED_OF_LIGHT_M_PER_S;
    }
    return delayS
        + rangeM(gateways, ways.gateway(way), ways.exitSatellite(way), at)
            / Wgs84.SPEED_OF_LIGHT_M_PER_S;
  }

  private double linkS(Node a, Node b, Snapshot snapshot) {
    if (a.kind().compareTo(b.kind()) > 0) {
      return linkS(b, a, snapshot);
    }
    return switch (a.kind()) {
      case SATELLITE -> fromSatelliteM(a.index(), b, snapshot) / Wgs84.SPEED_OF_LIGHT_M_PER_S;
      case GATEWAY -> Delay.toSeconds(fibre.gatewayToPopFs(a.index(), b.index()));
      case POP -> Delay.toSeconds(fibre.popToPopFs(a.index(), b.index()));
      case TERMINAL -> throw new IllegalArgumentException("terminals have no link to each other");
    };
  }

  private double fromSatelliteM(int satellite, Node to, Snapshot snapshot) {
    return switch (to.kind()) {
      case SATELLITE -> snapshot.distanceM(satellite, to.index());
      case GATEWAY -> rangeM(gateways, to.index(), satellite, snapshot);
      case TERMINAL -> rangeM(terminals, to.index(), satellite, snapshot);
      case POP -> throw new IllegalArgumentException("satellites have no link to PoPs");
    };
  }

  private static double rangeM(SiteTable sites, int site, int satellite, Snapshot snapshot) {
    return sites.rangeM(
        site, snapshot.xM(satellite), snapshot.yM(satellite), snapshot.zM(satellite));
  }
}
