package org.orbweaver.core.forwarding;

import java.util.stream.IntStream;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Services;
import org.orbweaver.core.schedule.Ways;

/** Turns a schedule into each terminal's path to its home PoP. */
public final class TerminalPaths {
  /** Terminals that go to a thread together. */
  private static final int CHUNK = 8192;

  private final Schedule schedule;
  private final int[] homePop;
  private final PathDelay delay;
  private final Snapshot start;
  private final Snapshot end;
  private final double[] wayStartS;
  private final double[] wayEndS;
  private final double[] startS;
  private final double[] endS;

  private TerminalPaths(
      Schedule schedule, int[] homePop, PathDelay delay, Snapshot start, Snapshot end) {
    this.schedule = schedule;
    this.homePop = homePop;
    this.delay = delay;
    this.start = start;
    this.end = end;
    int ways = schedule.services().ways().size();
    wayStartS = new double[ways];
    wayEndS = new double[ways];
    startS = new double[schedule.terminals()];
    endS = new double[schedule.terminals()];
  }

  /**
   * Every terminal's way to its home PoP, its delays and rates. The way from a satellite to a
   * gateway is common to all terminals that take it, so that its delay is worked out once.
   *
   * @param homePop by terminal; not changed any more
   * @param start positions at the slot's start
   * @param end positions at the slot's end
   * @param downBps rates toward terminals, handed over
   * @param upBps rates from terminals, handed over
   */
  public static ForwardingTable table(
      Schedule schedule,
      int[] homePop,
      PathDelay delay,
      Snapshot start,
      Snapshot end,
      double[] downBps,
      double[] upBps) {
    TerminalPaths paths = new TerminalPaths(schedule, homePop, delay, start, end);
    paths.measure();
    return new ForwardingTable(schedule, homePop, paths.startS, paths.endS, downBps, upBps);
  }

  private void measure() {
    Ways ways = schedule.services().ways();
    for (int way = 0; way < ways.size(); way++) {
      wayStartS[way] = delay.ofWayS(ways, way, start);
      wayEndS[way] = delay.ofWayS(ways, way, end);
    }
    int chunks = Math.ceilDiv(schedule.terminals(), CHUNK);
    IntStream range = IntStream.range(0, chunks);
    (chunks > 1 ? range.parallel() : range).forEach(this::measureChunk);
  }

  private void measureChunk(int chunk) {
    Services services = schedule.services();
    int to = Math.min(schedule.terminals(), (chunk + 1) * CHUNK);
    for (int t = chunk * CHUNK; t < to; t++) {
      int service = schedule.service(t);
      if (service < 0) {
        startS[t] = Double.NaN;
        endS[t] = Double.NaN;
        continue;
      }
      int satellite = services.satellite(service);
      int way = services.way(service);
      int gateway = services.ways().gateway(way);
      double fibreS = Delay.toSeconds(delay.fibre().gatewayToPopFs(gateway, homePop[t]));
      startS[t] = upS(t, satellite, start) + wayStartS[way] + fibreS;
      double atEndS = upS(t, satellite, end) + wayEndS[way] + fibreS;
      // A satellite may leave its model within the slot; its last known delay then holds.
      endS[t] = Double.isNaN(atEndS) ? startS[t] : atEndS;
    }
  }

  private double upS(int terminal, int satellite, Snapshot at) {
    SiteTable terminals = delay.terminals();
    return terminals.rangeM(terminal, at.xM(satellite), at.yM(satellite), at.zM(satellite))
        / Wgs84.SPEED_OF_LIGHT_M_PER_S;
  }
}
