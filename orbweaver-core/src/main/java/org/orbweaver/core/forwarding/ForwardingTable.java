package org.orbweaver.core.forwarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each terminal's path to its home PoP in a slot: the hops, fixed for the slot; the delay at both
 * ends of the slot, linear between them; the rates. Layout: one array by terminal for each column.
 */
public final class ForwardingTable {
  private final @Nullable Path[] path;
  private final double[] endDelayS;
  private final double[] downBps;
  private final double[] upBps;

  /** Takes the arrays over; the caller keeps no reference to them. */
  public ForwardingTable(
      List<@Nullable Path> path, double[] endDelayS, double[] downBps, double[] upBps) {
    this.path = path.toArray(new Path[0]);
    this.endDelayS = endDelayS;
    this.downBps = downBps;
    this.upBps = upBps;
  }

  /** From the terminal to its home PoP, delay at the slot's start; null where it is unserved. */
  public @Nullable Path path(int terminal) {
    return path[terminal];
  }

  /**
   * One way, terminal to home PoP, propagation only, seconds; {@code NaN} where it is unserved.
   *
   * @param fraction of the slot that has passed, 0 to 1
   */
  public double oneWayDelayS(int terminal, double fraction) {
    Path p = path[terminal];
    return p == null
        ? Double.NaN
        : p.oneWayDelayS() + fraction * (endDelayS[terminal] - p.oneWayDelayS());
  }

  /** Rate toward the terminal, bit/s; 0 where it is unserved. */
  public double downBps(int terminal) {
    return downBps[terminal];
  }

  /** Rate from the terminal, bit/s; 0 where it is unserved. */
  public double upBps(int terminal) {
    return upBps[terminal];
  }

  /** Laser links on the terminal's path. */
  public int islHops(int terminal) {
    Path p = path[terminal];
    if (p == null) {
      return 0;
    }
    int satellites = 0;
    for (Node node : p.nodes()) {
      satellites += node.kind() == Node.Kind.SATELLITE ? 1 : 0;
    }
    return Math.max(0, satellites - 1);
  }
}
