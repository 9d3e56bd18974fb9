package org.orbweaver.app.sharing;

import org.orbweaver.dataplane.packet.Gauge;
import org.orbweaver.dataplane.packet.LinkGauges;

/** What one carrier asks for, for one terminal. */
final class Claim {
  final int link;

  private final LinkGauges gauges;
  private final Demand up = new Demand();
  private final Demand down = new Demand();
  private double upBps;
  private double downBps;

  Claim(int link, LinkGauges gauges) {
    this.link = link;
    this.gauges = gauges;
  }

  /**
   * Looks again.
   *
   * @param passedNs since the last look
   */
  void look(long passedNs) {
    upBps = look(up, gauges.up(), passedNs);
    downBps = look(down, gauges.down(), passedNs);
  }

  private static double look(Demand demand, Gauge gauge, long passedNs) {
    return demand.look(passedNs, gauge.offeredBytes(), gauge.busyNs(), gauge.waitingNs());
  }

  /** Bit/s; positive infinity for all that it may have. */
  double bps(boolean isUp) {
    return isUp ? upBps : downBps;
  }
}
