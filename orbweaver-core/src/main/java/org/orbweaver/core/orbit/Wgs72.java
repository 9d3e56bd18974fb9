package org.orbweaver.core.orbit;

/**
 * The WGS72 constants that element sets are fitted with, and that SGP4 therefore must use (Hoots
 * and Roehrich 1980, section 12; Vallado, Crawford, Hujsak and Kelso 2006, AIAA 2006-6753, section
 * III).
 */
public final class Wgs72 {
  /** Equatorial radius, metres. */
  public static final double EARTH_RADIUS_M = 6_378_135.0;

  /** Gravitational parameter, m³/s². */
  public static final double MU_M3_PER_S2 = 398_600.8e9;

  /** Second zonal harmonic. */
  public static final double J2 = 0.001082616;

  /** Third zonal harmonic. */
  public static final double J3 = -0.00000253881;

  /** Fourth zonal harmonic. */
  public static final double J4 = -0.00000165597;

  /** Square root of the gravitational parameter in Earth radii^1.5 per minute. */
  public static final double XKE =
      60.0 / Math.sqrt(EARTH_RADIUS_M * EARTH_RADIUS_M * EARTH_RADIUS_M / MU_M3_PER_S2);

  private Wgs72() {}
}
