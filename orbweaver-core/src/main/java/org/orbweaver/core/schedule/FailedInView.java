package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;

/** Tells terminals that no satellite can serve from those that a failed satellite would serve. */
final class FailedInView {
  private final SiteTable terminals;
  private final GsoArc gso;
  private final LinkLimits limits;
  private final Snapshot positions;
  private final Outages outages;

  /**
   * @param positions at the slot's start, failed satellites included
   */
  FailedInView(
      SiteTable terminals, GsoArc gso, LinkLimits limits, Snapshot positions, Outages outages) {
    this.terminals = terminals;
    this.gso = gso;
    this.limits = limits;
    this.positions = positions;
    this.outages = outages;
  }

  /**
   * @param outcome by terminal its service, or why it has none
   */
  void tellIn(int[] outcome) {
    if (!outages.anySatellite()) {
      return;
    }
    for (int t = 0; t < outcome.length; t++) {
      boolean alone =
          outcome[t] == Schedule.unserved(ReasonCode.NO_SATELLITE_IN_VIEW)
              || outcome[t] == Schedule.unserved(ReasonCode.GSO_PROTECTION);
      if (alone && mayServe(t)) {
        outcome[t] = Schedule.unserved(ReasonCode.SATELLITE_FAILED);
      }
    }
  }

  private boolean mayServe(int terminal) {
    double sinMask = Math.sin(limits.minElevationRad(terminal));
    Horizon horizon = limits.horizon(terminal);
    for (int s = outages.nextSatellite(0); s >= 0; s = outages.nextSatellite(s + 1)) {
      double x = positions.xM(s);
      double y = positions.yM(s);
      double z = positions.zM(s);
      double range = terminals.rangeM(terminal, x, y, z);
      double height =
          (x - terminals.xM(terminal)) * terminals.upX(terminal)
              + (y - terminals.yM(terminal)) * terminals.upY(terminal)
              + (z - terminals.zM(terminal)) * terminals.upZ(terminal);
      if (height >= sinMask * range
          && range <= limits.maxRangeM()
          && (horizon == null || !horizon.hides(terminals.lookAngle(terminal, x, y, z)))
          && (limits.minGsoSeparationRad() == 0
              || gso.separationRad(terminal, x, y, z) >= limits.minGsoSeparationRad())) {
        return true;
      }
    }
    return false;
  }
}
