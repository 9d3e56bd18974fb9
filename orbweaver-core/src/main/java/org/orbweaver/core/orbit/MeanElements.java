package org.orbweaver.core.orbit;

/**
 * A mean element set for SGP4 (Hoots and Roehrich, Spacetrack Report No. 3, 1980), as carried by a
 * TLE or an OMM. Frame TEME, WGS72 constants.
 *
 * @param name the object's name, as its file gives it
 * @param noradId catalogue number, up to nine digits; 0 for a generated satellite
 * @param designator international designator such as {@code 1998-067A}; empty where there is none
 * @param epochNs UTC, nanoseconds since the Unix epoch
 * @param meanMotionRadPerS Kozai mean motion, rad/s
 * @param meanMotionDotRadPerS2 half the first derivative of mean motion as a TLE prints it, rad/s²
 * @param eccentricity 0 to below 1
 * @param inclinationRad 0 to π
 * @param raanRad right ascension of the ascending node
 * @param argPerigeeRad argument of perigee
 * @param meanAnomalyRad mean anomaly
 * @param bstarPerEarthRadius drag term, 1/Earth radii
 */
public record MeanElements(
    String name,
    int noradId,
    String designator,
    long epochNs,
    double meanMotionRadPerS,
    double meanMotionDotRadPerS2,
    double eccentricity,
    double inclinationRad,
    double raanRad,
    double argPerigeeRad,
    double meanAnomalyRad,
    double bstarPerEarthRadius) {}
