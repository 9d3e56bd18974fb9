package org.orbweaver.core.orbit;

import org.orbweaver.core.time.Utc;

/**
 * Greenwich mean sidereal time of 1982 (IAU 1982; Vallado, Fundamentals of Astrodynamics and
 * Applications, eq. 3-47), the angle that turns TEME about z into the Earth-fixed frame. UT1 is
 * taken as UTC, which is off by less than 0.9 s (420 m at the equator), and polar motion as none
 * (some 10 m).
 */
public final class EarthRotation {
  private static final long J2000_UNIX_S = 946_728_000L;
  private static final double S_PER_CENTURY = 36_525.0 * 86_400.0;
  private static final double RAD_PER_SIDEREAL_S = Math.PI / 43_200.0;

  private EarthRotation() {}

  /** Greenwich mean sidereal time, radians from 0 to below 2π, of UTC taken as UT1. */
  public static double gmstRad(long unixNs) {
    long day = Math.floorDiv(unixNs, 86_400L * Utc.NS_PER_S);
    double secondsOfDay = Math.floorMod(unixNs, 86_400L * Utc.NS_PER_S) * 1e-9;
    double t = ((day * 86_400L - J2000_UNIX_S) + secondsOfDay) / S_PER_CENTURY;
    // The formula's 876,600 hours a century are whole turns and the time of day: taken apart, no
    // digits are lost to a large angle.
    double seconds =
        67_310.54841
            + (8_640_184.812866 + (0.093104 - 6.2e-6 * t) * t) * t
            + secondsOfDay
            - 43_200.0;
    double turn = seconds * RAD_PER_SIDEREAL_S;
    double rad = turn - 2 * Math.PI * Math.floor(turn / (2 * Math.PI));
    return rad < 2 * Math.PI ? rad : 0;
  }
}
