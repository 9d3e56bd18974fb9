package org.orbweaver.core;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.Topology;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.LinkRates;

/**
 * Everything that holds in one slot.
 *
 * @param slot when
 * @param start where the satellites are at its start
 * @param end where they are at its end
 * @param topology which links exist at its start
 * @param schedule who is served by what
 * @param forwarding the resulting paths, delays and rates
 * @param outages what is out and was planned without
 * @param policy who may be served
 * @param links what radio links carry; null where the scenario has no budget of them
 */
public record SlotPlan(
    Slot slot,
    Snapshot start,
    Snapshot end,
    Topology topology,
    Schedule schedule,
    ForwardingTable forwarding,
    Outages outages,
    ServicePolicy policy,
    @Nullable LinkRates links) {

  /** Where the terminals are in this slot: those that move are where they are at its start. */
  public SiteTable terminals() {
    return schedule.sites();
  }
}
