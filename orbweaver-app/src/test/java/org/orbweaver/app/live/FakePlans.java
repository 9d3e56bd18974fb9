package org.orbweaver.app.live;

import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.time.Slot;

/** Plans of a network without anything in it; they differ by their slot alone. */
final class FakePlans {
  private FakePlans() {}

  @SuppressWarnings(
      "NullAway") // no topology, no schedule, no paths: the fold does not look into a plan
  static SlotPlan of(Slot slot) {
    return new SlotPlan(
        slot,
        empty(slot.startNs()),
        empty(slot.endNs()),
        null,
        null,
        null,
        Outages.NONE,
        null,
        null);
  }

  private static Snapshot empty(long timeNs) {
    return new Snapshot(timeNs, new double[0], new double[0], new double[0]);
  }
}
