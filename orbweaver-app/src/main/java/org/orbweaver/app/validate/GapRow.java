package org.orbweaver.app.validate;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/** A line of a measurement of gaps in which an idle terminal lost everything. */
public record GapRow(
    @Key(value = "When it began, UTC in ISO 8601 with Z.") String outageStartUtc,
    @Key(value = "The same as seconds of the minute.", min = 0, max = 61)
        @Nullable Double secondInMinute,
    @Key(value = "Probes lost in it.", min = 0, max = 1e9) @Nullable Double lostPackets,
    @Key(value = "How long it was, ms.", min = 0, max = 1e6) double gapMs) {}
