package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;

/** Tells terminals that no satellite can serve from those that one would but for what hides it. */
final class Obstructed {
  private final SiteTable terminals;
  private final GsoArc gso;
  private final LinkLimits limits;
  private final Snapshot start;

  Obstructed(SiteTable terminals, GsoArc gso, LinkLimits limits, Snapshot start) {
    this.terminals = terminals;
    this.gso = gso;
    this.limits = limits;
    this.start = start;
  }

  /**
   * @param outcome by terminal its service, or why it has none
   * @param near the satellites around a group, opened by the caller
   */
  void tellIn(int[] outcome, TerminalBlocks blocks, BlockSky near) {
    for (int t = 0; t < outcome.length && limits.anyHorizon(); t++) {
      Horizon horizon = limits.horizon(t);
      boolean alone =
          outcome[t] == Schedule.unserved(ReasonCode.NO_SATELLITE_IN_VIEW)
              || outcome[t] == Schedule.unserved(ReasonCode.GSO_PROTECTION);
      if (horizon != null && alone) {
        near.moveTo(blocks.groupOf(t));
        if (isOneHidden(t, horizon, near)) {
          outcome[t] = Schedule.unserved(ReasonCode.OBSTRUCTED);
        }
      }
    }
  }

  private boolean isOneHidden(int terminal, Horizon horizon, BlockSky near) {
    for (int k = 0; k < near.size(); k++) {
      int s = near.satellite(k);
      double x = start.xM(s);
      double y = start.yM(s);
      double z = start.zM(s);
      LookAngle look = terminals.lookAngle(terminal, x, y, z);
      if (look.elevationRad() >= limits.minElevationRad(terminal)
          && look.rangeM() <= limits.maxRangeM()
          && horizon.hides(look)
          && (limits.minGsoSeparationRad() == 0
              || gso.separationRad(terminal, x, y, z) >= limits.minGsoSeparationRad())) {
        return true;
      }
    }
    return false;
  }
}
