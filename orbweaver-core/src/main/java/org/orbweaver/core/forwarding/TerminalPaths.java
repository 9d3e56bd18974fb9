package org.orbweaver.core.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.Schedule;

/** Turns a schedule into each terminal's path to its home PoP. */
public final class TerminalPaths {
  private TerminalPaths() {}

  /**
   * @param homePop by terminal
   * @param start positions at the slot's start
   * @param end positions at the slot's end
   * @param downBps rates toward terminals, handed over
   * @param upBps rates from terminals, handed over
   */
  public static ForwardingTable table(
      Schedule schedule,
      GatewayReach reach,
      int[] homePop,
      PathDelay delay,
      Snapshot start,
      Snapshot end,
      double[] downBps,
      double[] upBps) {
    List<@Nullable Path> paths = new ArrayList<>(schedule.terminals());
    double[] endDelayS = new double[schedule.terminals()];
    for (int t = 0; t < schedule.terminals(); t++) {
      Path path = null;
      if (schedule.isServed(t)) {
        path = delay.along(nodes(t, schedule, reach, homePop[t]), start);
        double endS = delay.oneWayS(path.nodes(), end);
        // A satellite may leave its model within the slot; its last known delay then holds.
        endDelayS[t] = Double.isNaN(endS) ? path.oneWayDelayS() : endS;
      }
      paths.add(path);
    }
    return new ForwardingTable(paths, endDelayS, downBps, upBps);
  }

  private static List<Node> nodes(int terminal, Schedule schedule, GatewayReach reach, int pop) {
    List<Node> nodes = new ArrayList<>(6);
    nodes.add(new Node(Node.Kind.TERMINAL, terminal));
    int gateway = schedule.gateway(terminal);
    for (int s = schedule.satellite(terminal); s >= 0; s = reach.next(s, gateway)) {
      nodes.add(new Node(Node.Kind.SATELLITE, s));
    }
    nodes.add(new Node(Node.Kind.GATEWAY, gateway));
    nodes.add(new Node(Node.Kind.POP, pop));
    return nodes;
  }
}
