package org.orbweaver.app.choice;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/**
 * A line of a measurement: which satellite served a terminal in a slot. All but the first and the
 * third column may be absent.
 */
public record ServedSlot(
    @Key(value = "Start of the slot, UTC in ISO 8601 with Z.") String slotStartUtc,
    @Key(value = "The satellite's name.") @Nullable String satellite,
    @Key(value = "Its catalogue number.", min = 1, max = 999999999) int noradId,
    @Key(value = "Its international designator.") @Nullable String intlDesignator,
    @Key(value = "Its inclination, degrees.", min = 0, max = 180) @Nullable Double inclinationDeg,
    @Key(value = "Its mean altitude, kilometres.", min = 0, max = 100000)
        @Nullable Double meanAltKm,
    @Key(value = "Its elevation, degrees.", min = -90, max = 90) @Nullable Double elevationDeg,
    @Key(value = "Its azimuth, from north over east, degrees.", min = 0, max = 360)
        @Nullable Double azimuthDeg,
    @Key(value = "Its distance, kilometres.", min = 0, max = 100000) @Nullable Double rangeKm,
    @Key(value = "Its angle from the geostationary arc, degrees.", min = 0, max = 360)
        @Nullable Double gsoSeparationDeg,
    @Key(value = "1 where the sun shines on it.", min = 0, max = 1) @Nullable Double sunlit,
    @Key(value = "Satellites in view.", min = 0, max = 1000000) @Nullable Double nVisibleGe25,
    @Key(value = "Those far enough from the geostationary arc.", min = 0, max = 1000000)
        @Nullable Double nVisibleGe25Gso18,
    @Key(value = "Its place among all by elevation.", min = 0, max = 1000000)
        @Nullable Double elevRankAll,
    @Key(value = "Its place among those far enough from the arc.", min = 0, max = 1000000)
        @Nullable Double elevRankGso18,
    @Key(value = "Seconds of the slot for which it was seen.", min = 0, max = 1000000)
        @Nullable Double observedSeconds) {}
