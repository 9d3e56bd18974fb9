package org.orbweaver.core.scenario;

/** A corner of a border. */
public record CornerSpec(
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg) {}
