package org.orbweaver.core.graph;

/**
 * Finds the best gateway for a satellite and a PoP: the one over which the way is shortest, or
 * costs least, fibre included. A cursor, for one thread.
 */
public interface GatewaySearch {
  /** Instead of a gateway: none. */
  int NONE = -1;

  /** Which gateways may be taken. */
  @FunctionalInterface
  interface Room {
    boolean at(int satellite, int gateway);
  }

  /** The best gateway that has room, of equal ones that of the smallest index; or {@link #NONE}. */
  int nearest(int satellite, int pop, Room room);

  /** All gateways, one after another, in femtoseconds; {@link TreeSearch} finds the same faster. */
  static GatewaySearch of(GatewayReach reach, GroundFibre fibre) {
    long[] delayFs = new long[reach.gateways()];
    return (satellite, pop, room) -> {
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
        if (nearest == NONE || room.at(satellite, nearest)) {
          return nearest;
        }
        delayFs[nearest] = Delay.UNREACHABLE_FS;
      }
    };
  }
}
