package org.orbweaver.core.geometry;

/** How much of the Earth sees a satellite. */
public final class Footprint {
  private Footprint() {}

  /**
   * The angle at the Earth's centre between a site and a satellite that it sees at an elevation, on
   * a sphere: what the law of sines leaves in the triangle of the centre, the site and the
   * satellite.
   *
   * @param siteRadiusM of the site from the centre
   * @param satelliteRadiusM of the satellite from the centre
   * @return radians; where the satellite is lower than the site, as if it were as high
   */
  public static double angleRad(double siteRadiusM, double satelliteRadiusM, double elevationRad) {
    double ratio = siteRadiusM / satelliteRadiusM * Math.cos(elevationRad);
    return Math.acos(Math.min(1, ratio)) - elevationRad;
  }
}
