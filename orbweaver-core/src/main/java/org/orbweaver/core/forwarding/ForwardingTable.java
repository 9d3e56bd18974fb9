package org.orbweaver.core.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Ways;

/**
 * Each terminal's path to its home PoP in a slot: the hops, fixed for the slot; the delay at both
 * ends of the slot, linear between them; the rates. Layout: one array by terminal for each column;
 * the hops themselves are read off the schedule's ways when they are asked for.
 */
public final class ForwardingTable {
  private final Schedule schedule;
  private final int[] homePop;
  private final double[] startDelayS;
  private final double[] endDelayS;
  private final double[] downBps;
  private final double[] upBps;

  /** Takes the arrays over; the caller writes no more to them. */
  ForwardingTable(
      Schedule schedule,
      int[] homePop,
      double[] startDelayS,
      double[] endDelayS,
      double[] downBps,
      double[] upBps) {
    this.schedule = schedule;
    this.homePop = homePop;
    this.startDelayS = startDelayS;
    this.endDelayS = endDelayS;
    this.downBps = downBps;
    this.upBps = upBps;
  }

  /** From the terminal to its home PoP, delay at the slot's start; null where it is unserved. */
  public @Nullable Path path(int terminal) {
    if (!schedule.isServed(terminal)) {
      return null;
    }
    List<Node> nodes = new ArrayList<>(6);
    nodes.add(new Node(Node.Kind.TERMINAL, terminal));
    Ways ways = schedule.services().ways();
    int way = way(terminal);
    for (int k = 0; k <= ways.hops(way); k++) {
      nodes.add(new Node(Node.Kind.SATELLITE, ways.satellite(way, k)));
    }
    nodes.add(new Node(Node.Kind.GATEWAY, ways.gateway(way)));
    nodes.add(new Node(Node.Kind.POP, homePop[terminal]));
    return new Path(nodes, startDelayS[terminal]);
  }

  /** A terminal's home PoP in this slot, served or not; -1 where there is none. */
  public int homePop(int terminal) {
    return homePop[terminal];
  }

  private int way(int terminal) {
    return schedule.services().way(schedule.service(terminal));
  }

  /**
   * One way, terminal to home PoP, propagation only, seconds; {@code NaN} where it is unserved.
   *
   * @param fraction of the slot that has passed, 0 to 1
   */
  public double oneWayDelayS(int terminal, double fraction) {
    return startDelayS[terminal] + fraction * (endDelayS[terminal] - startDelayS[terminal]);
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
    return schedule.isServed(terminal) ? schedule.services().ways().hops(way(terminal)) : 0;
  }
}
