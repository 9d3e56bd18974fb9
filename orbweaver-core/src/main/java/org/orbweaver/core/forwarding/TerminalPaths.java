package org.orbweaver.core.forwarding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.Schedule;

/** Turns a schedule into each terminal's path to its home PoP. */
public final class TerminalPaths {
  private TerminalPaths() {}

  /**
   * The way from a satellite to a gateway is common to all terminals that take it, so that its
   * delay is worked out once.
   *
   * @param startS at the slot's start, one way
   * @param endS at its end
   */
  private record SharedWay(double startS, double endS) {}

  /**
   * Every terminal's way to its home PoP, its delays and rates.
   *
   * @param homePop by terminal; not changed any more
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
    double[] startS = new double[schedule.terminals()];
    double[] endS = new double[schedule.terminals()];
    Map<Long, SharedWay> ways = new HashMap<>();
    for (int t = 0; t < schedule.terminals(); t++) {
      if (!schedule.isServed(t)) {
        startS[t] = Double.NaN;
        endS[t] = Double.NaN;
        continue;
      }
      int satellite = schedule.satellite(t);
      int gateway = schedule.gateway(t);
      SharedWay way =
          ways.computeIfAbsent(
              (long) satellite << 32 | gateway,
              key -> {
                List<Node> nodes = ForwardingTable.fromSatellite(satellite, gateway, reach);
                return new SharedWay(delay.oneWayS(nodes, start), delay.oneWayS(nodes, end));
              });
      double fibreS = Delay.toSeconds(delay.fibre().gatewayToPopFs(gateway, homePop[t]));
      startS[t] = upS(delay, t, satellite, start) + way.startS() + fibreS;
      double atEndS = upS(delay, t, satellite, end) + way.endS() + fibreS;
      // A satellite may leave its model within the slot; its last known delay then holds.
      endS[t] = Double.isNaN(atEndS) ? startS[t] : atEndS;
    }
    return new ForwardingTable(schedule, reach, homePop, startS, endS, downBps, upBps);
  }

  private static double upS(PathDelay delay, int terminal, int satellite, Snapshot at) {
    return delay.terminals().rangeM(terminal, at.xM(satellite), at.yM(satellite), at.zM(satellite))
        / Wgs84.SPEED_OF_LIGHT_M_PER_S;
  }
}
