package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.graph.GatewayReach;

/**
 * The ways from serving satellites to gateways that a slot uses, each once however many terminals
 * take it. Layout: by way its gateway, and compressed rows of the satellites that it passes, from
 * the serving one to the one above the gateway.
 */
public final class Ways {
  private int[] gateway = new int[64];
  private int[] rowStart = new int[65];
  private int[] satellite = new int[256];
  private int size;

  Ways() {}

  /** Adds the way between two ends; returns its number. */
  int add(int fromSatellite, int toGateway, GatewayReach reach) {
    if (size == gateway.length) {
      gateway = Arrays.copyOf(gateway, 2 * size);
      rowStart = Arrays.copyOf(rowStart, 2 * size + 1);
    }
    int at = rowStart[size];
    for (int here = fromSatellite; here >= 0; here = reach.next(here, toGateway)) {
      if (at == satellite.length) {
        satellite = Arrays.copyOf(satellite, 2 * at);
      }
      satellite[at++] = here;
    }
    gateway[size] = toGateway;
    rowStart[++size] = at;
    return size - 1;
  }

  /** How many ways are in use. */
  public int size() {
    return size;
  }

  public int gateway(int way) {
    return gateway[way];
  }

  /** The serving satellite, where the way begins. */
  public int satellite(int way) {
    return satellite[rowStart[way]];
  }

  /** The satellite above the gateway, where the way ends; in a bent pipe the serving one. */
  public int exitSatellite(int way) {
    return satellite[rowStart[way + 1] - 1];
  }

  /** Laser links on the way. */
  public int hops(int way) {
    return rowStart[way + 1] - rowStart[way] - 1;
  }

  /**
   * A satellite that the way passes.
   *
   * @param place 0 for the serving one, {@link #hops} for the one above the gateway
   */
  public int satellite(int way, int place) {
    return satellite[rowStart[way] + place];
  }
}
