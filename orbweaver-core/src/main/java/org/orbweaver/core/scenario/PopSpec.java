package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** A point of presence. */
public record PopSpec(
    @Key(
            value = "Name, unique among PoPs; part of a host name.",
            pattern = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
            form = "1 to 63 lower-case letters of a to z, digits and -, neither end a -",
            example = "frankfurt")
        String name,
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg,
    @Key(
            value = "Height above the WGS84 ellipsoid, metres.",
            byDefault = "0",
            min = -500,
            max = 9000)
        double altM,
    @Key(
            value =
                "Countries, by blanks apart, whose terminals may have it for being the nearest;"
                    + " all where absent.",
            pattern = "[A-Z]{2}( [A-Z]{2})*",
            form = "codes of ISO 3166-1 alpha-2, by blanks apart",
            example = "DE AT CH")
        @Nullable String serves,
    @Key(value = "Whether any terminal may have it for being the nearest.", byDefault = "true")
        boolean nearest) {}
