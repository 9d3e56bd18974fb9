package org.orbweaver.core.scenario;

/** One line of a track file: where a terminal is at a moment. */
public record TrackPoint(
    @Key(value = "UTC in ISO 8601 with Z.", example = "2026-05-21T00:00:12Z") String timeUtc,
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg,
    @Key(
            value = "Height above the WGS84 ellipsoid, metres.",
            byDefault = "0",
            min = -500,
            max = 20000)
        double altM) {}
