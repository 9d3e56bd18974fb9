package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * The feeder links in use: each binds one antenna of a gateway to one satellite, for all traffic
 * between the two. Layout: by gateway, the satellites that its antennas follow.
 */
final class Feeders {
  private final int[] antennas;
  private final int[][] satellites;
  private final int[] used;

  Feeders(int[] antennas) {
    this.antennas = antennas;
    satellites = new int[antennas.length][];
    used = new int[antennas.length];
  }

  /** Whether an antenna is free for any satellite. */
  boolean isFree(int gateway) {
    return used[gateway] < antennas[gateway];
  }

  void take(int gateway, int satellite) {
    if (follows(gateway, satellite)) {
      return;
    }
    if (satellites[gateway] == null) {
      satellites[gateway] = new int[Math.min(8, antennas[gateway])];
    } else if (used[gateway] == satellites[gateway].length) {
      satellites[gateway] = Arrays.copyOf(satellites[gateway], 2 * used[gateway]);
    }
    satellites[gateway][used[gateway]++] = satellite;
  }

  /** Whether the link exists already. */
  boolean follows(int gateway, int satellite) {
    for (int k = 0; k < used[gateway]; k++) {
      if (satellites[gateway][k] == satellite) {
        return true;
      }
    }
    return false;
  }
}
