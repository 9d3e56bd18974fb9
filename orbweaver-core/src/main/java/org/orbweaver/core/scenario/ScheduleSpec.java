package org.orbweaver.core.scenario;

import org.orbweaver.core.traffic.HandoverProfile;

/** How satellites are chosen for terminals. */
public record ScheduleSpec(
    @Key(
            value = "Name of the strategy that ranks the satellites in view.",
            byDefault = "highest",
            example = "highest")
        String strategy,
    @Key(
            value = "Seed of the lots that the strategy as-observed draws.",
            byDefault = "1",
            min = 0,
            max = 2147483647)
        int seed,
    @Key(
            value =
                "How long traffic is held, and then released in order, when a terminal changes its"
                    + " satellite, milliseconds.",
            byDefault = "100",
            min = 0,
            max = 5000)
        int handoverHoldMs,
    @Key(value = "What a change of satellite does to packets.", byDefault = "{}")
        HandoverSpec handover) {

  /** What a change of satellite does to packets, in SI units. */
  public HandoverProfile handoverProfile() {
    return handover.toProfile(handoverHoldMs);
  }
}
