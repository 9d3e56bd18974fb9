package org.orbweaver.core.geometry;

/** The WGS84 ellipsoid (NIMA TR8350.2, third edition, table 3.1) and the speed of light. */
public final class Wgs84 {
  /** Equatorial radius, metres. */
  public static final double SEMI_MAJOR_AXIS_M = 6_378_137.0;

  public static final double FLATTENING = 1 / 298.257223563;

  /** First eccentricity, squared. */
  public static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  /** Mean radius R1 = (2a + b) / 3 (IUGG), metres. */
  public static final double MEAN_RADIUS_M = SEMI_MAJOR_AXIS_M * (1 - FLATTENING / 3);

  /** In vacuum, m/s (SI, exact). */
  public static final double SPEED_OF_LIGHT_M_PER_S = 299_792_458.0;

  private Wgs84() {}
}
