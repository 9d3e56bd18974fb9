package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** A round patch of rain that stands still. */
public record RainSpec(
    @Key(value = "WGS84 latitude of its centre, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude of its centre, degrees east.", min = -180, max = 360)
        double lonDeg,
    @Key(value = "Its radius, kilometres.", min = 0, max = 20000, aboveMin = true) double radiusKm,
    @Key(
            value = "Rain rate, mm/h: 1 is light rain, 10 heavy rain, 50 a cloudburst.",
            min = 0,
            max = 1000)
        double mmPerH,
    @Key(
            value =
                "Since when: UTC, ISO 8601 with Z, or + and a length of time after the network's"
                    + " start. Since ever where absent.",
            example = "+10m")
        @Nullable String from,
    @Key(value = "Until when, written likewise. For ever where absent.", example = "+25m")
        @Nullable String until) {}
