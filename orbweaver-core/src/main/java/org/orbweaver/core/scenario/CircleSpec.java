package org.orbweaver.core.scenario;

/** All places within a distance of one, along the great circle. */
public record CircleSpec(
    @Key(value = "WGS84 latitude of the middle, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude of the middle, degrees east.", min = -180, max = 360)
        double lonDeg,
    @Key(value = "Radius, kilometres.", min = 0, aboveMin = true, max = 20100) double radiusKm) {}
