package org.orbweaver.core.scenario;

/** When the network runs and how time is divided. */
public record TimeSpec(
    @Key(
            value =
                "UTC at which the network starts, ISO 8601 with Z, or now. With now and elements"
                    + " older than 3 days it starts at their median epoch instead.",
            byDefault = "now",
            example = "2026-05-21T00:00:12Z")
        String start,
    @Key(value = "Length of a slot, seconds.", byDefault = "15", min = 1, max = 3600)
        int slotSeconds,
    @Key(
            value = "Start of the first slot after a full minute, seconds.",
            byDefault = "12",
            min = 0,
            max = 3599)
        int slotOffsetSeconds) {}
