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
    double bstarPerEarthRadius) {

  /** Semi-major axis of the mean orbit, metres, from Brouwer's mean motion. */
  public double semiMajorAxisM() {
    return MeanMotion.semiMajorAxisM(
        MeanMotion.brouwerRadPerS(meanMotionRadPerS, eccentricity, inclinationRad));
  }

  /**
   * Mean altitude, metres: the semi-major axis less the equatorial radius of WGS72. The Earth's
   * oblateness makes the radius that a near-circular low orbit has on average differ from its
   * semi-major axis by about 4.8 km · (1 − 3 cos² i): −0.4 km at 53°, +4.5 km at 98°.
   */
  public double meanAltitudeM() {
    return semiMajorAxisM() - Wgs72.EARTH_RADIUS_M;
  }

  /**
   * Change of the mean altitude, m/s, negative while it sinks: by Kepler's third law −⅔ · a · ṅ /
   * n, where ṅ is twice the number that a TLE prints.
   */
  public double altitudeDriftMPerS() {
    return -2.0 / 3.0 * semiMajorAxisM() * 2 * meanMotionDotRadPerS2 / meanMotionRadPerS;
  }

  /** Anomalistic period of the mean orbit, seconds. */
  public double periodS() {
    return 2 * Math.PI / MeanMotion.brouwerRadPerS(meanMotionRadPerS, eccentricity, inclinationRad);
  }

  /** Whether every number is one with which an orbit round the Earth can be begun. */
  public boolean isUsable() {
    double sum =
        meanMotionRadPerS
            + eccentricity
            + inclinationRad
            + raanRad
            + argPerigeeRad
            + meanAnomalyRad
            + bstarPerEarthRadius;
    return Double.isFinite(sum) && meanMotionRadPerS > 0 && eccentricity >= 0 && eccentricity < 1;
  }
}
