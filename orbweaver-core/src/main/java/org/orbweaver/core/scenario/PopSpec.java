package org.orbweaver.core.scenario;

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
        double altM) {}
