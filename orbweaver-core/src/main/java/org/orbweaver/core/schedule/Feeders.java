package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The feeder links in use: each binds one antenna of a gateway to one satellite, for all traffic
 * between the two. Layout: by gateway, the satellites that its antennas follow.
 */
final class Feeders {
  private final int[] antennas;
  private final int[][] satellites;

  /** Written after what it counts, so that threads that only ask see no more than there is. */
  private final AtomicIntegerArray used;

  private final AtomicInteger filled = new AtomicInteger();

  Feeders(int[] antennas) {
    this.antennas = antennas;
    satellites = new int[antennas.length][];
    used = new AtomicIntegerArray(antennas.length);
  }

  /** Whether an antenna is free for any satellite. */
  boolean isFree(int gateway) {
    return used.getAcquire(gateway) < antennas[gateway];
  }

  /** How many gateways have had their last antenna taken so far. */
  int filled() {
    return filled.getAcquire();
  }

  void take(int gateway, int satellite) {
    if (follows(gateway, satellite)) {
      return;
    }
    int count = used.getPlain(gateway);
    if (satellites[gateway] == null) {
      satellites[gateway] = new int[Math.min(8, antennas[gateway])];
    } else if (count == satellites[gateway].length) {
      satellites[gateway] = Arrays.copyOf(satellites[gateway], 2 * count);
    }
    satellites[gateway][count] = satellite;
    used.setRelease(gateway, count + 1);
    if (count + 1 == antennas[gateway]) {
      filled.setRelease(filled.getPlain() + 1);
    }
  }

  /** Whether the link exists already. */
  boolean follows(int gateway, int satellite) {
    int count = used.getAcquire(gateway);
    for (int k = 0; k < count; k++) {
      if (satellites[gateway][k] == satellite) {
        return true;
      }
    }
    return false;
  }
}
