package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** Keeps the objects that meet every condition given; the dropped ones are counted by reason. */
public record FilterSpec(
    @Key(
            value = "Lowest mean altitude (semi-major axis less equatorial radius), kilometres.",
            min = 0,
            max = 50000)
        @Nullable Double minAltitudeKm,
    @Key(
            value = "Highest mean altitude (semi-major axis less equatorial radius), kilometres.",
            min = 0,
            max = 50000)
        @Nullable Double maxAltitudeKm,
    @Key(
            value =
                "Largest change of the mean altitude, kilometres a day up or down, from the first"
                    + " derivative of the mean motion.",
            min = 0,
            max = 1000)
        @Nullable Double maxDriftKmPerDay,
    @Key(value = "Regular expression found in the names that are kept.", example = "^STARLINK-")
        @Nullable String name,
    @Key(value = "Regular expression found in the names that are dropped.", example = "DEB|R/B")
        @Nullable String notName) {}
