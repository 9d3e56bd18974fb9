package org.orbweaver.core.scenario;

/** A row of a table of rain: a patch at an instant. */
public record RainPoint(
    @Key(value = "Which patch: rows of one name are one, in the order of time.", example = "front")
        String patch,
    @Key(value = "UTC, ISO 8601 with Z.", example = "2026-05-21T06:00:00Z") String timeUtc,
    @Key(value = "WGS84 latitude of its centre, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude of its centre, degrees east.", min = -180, max = 360)
        double lonDeg,
    @Key(value = "Its radius, kilometres.", min = 0, max = 20000, aboveMin = true) double radiusKm,
    @Key(value = "Rain rate, mm/h.", min = 0, max = 1000) double mmPerH) {}
