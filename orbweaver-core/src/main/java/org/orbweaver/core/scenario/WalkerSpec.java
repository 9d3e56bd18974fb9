package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** A Walker shell of circular orbits: exactly one of altitude and mean motion. */
@ExactlyOne({"altitudeKm", "meanMotionRevPerDay"})
public record WalkerSpec(
    @Key(
            value = "delta spreads the planes over 360 degrees of right ascension, star over 180.",
            byDefault = "delta")
        Pattern pattern,
    @Key(value = "Altitude above the equatorial radius, kilometres.", min = 160, max = 40000)
        @Nullable Double altitudeKm,
    @Key(value = "Kozai mean motion, revolutions a day.", min = 0.9, max = 16.5)
        @Nullable Double meanMotionRevPerDay,
    @Key(value = "Inclination, degrees.", min = 0, max = 180) double inclinationDeg,
    @Key(value = "Number of planes.", min = 1, max = 1000) int planes,
    @Key(value = "Satellites in each plane.", min = 1, max = 1000) int perPlane,
    @Key(
            value =
                "Walker's F: a satellite leads its neighbour of the plane to the west by"
                    + " F * 360 / (planes * perPlane) degrees.",
            byDefault = "0",
            min = 0,
            max = 1000000)
        int phasing,
    @Key(
            value =
                "Right ascension over which the planes are spread, degrees; 360 for delta and 180"
                    + " for star where absent.",
            min = 0,
            max = 360,
            aboveMin = true)
        @Nullable Double raanSpreadDeg,
    @Key(
            value = "Right ascension of the first plane at the epoch, degrees.",
            byDefault = "0",
            min = -360,
            max = 360)
        double raanOffsetDeg,
    @Key(
            value = "Mean anomaly of the first satellite at the epoch, degrees.",
            byDefault = "0",
            min = -360,
            max = 360)
        double anomalyOffsetDeg,
    @Key(
            value =
                "UTC of the elements, ISO 8601 with Z. Where absent, the start that the scenario"
                    + " gives, whatever --start says; 2000-01-01T12:00:00Z where that is now.",
            example = "2026-05-21T00:00:00Z")
        @Nullable String epoch) {
  /** How the planes are spread. */
  public enum Pattern {
    DELTA,
    STAR
  }
}
