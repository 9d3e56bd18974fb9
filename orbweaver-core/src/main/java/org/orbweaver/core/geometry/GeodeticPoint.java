package org.orbweaver.core.geometry;

/**
 * A place on or above the WGS84 ellipsoid.
 *
 * @param latRad geodetic latitude, north positive
 * @param lonRad longitude, east positive
 * @param altM height above the ellipsoid
 */
public record GeodeticPoint(double latRad, double lonRad, double altM) {
  /** A point from degrees and metres, as files and screens have them. */
  public static GeodeticPoint ofDegrees(double latDeg, double lonDeg, double altM) {
    return new GeodeticPoint(Math.toRadians(latDeg), Math.toRadians(lonDeg), altM);
  }

  /** Length of the shortest way over a sphere of the mean Earth radius (IUGG R1), metres. */
  public double greatCircleM(GeodeticPoint other) {
    double sinHalfLat = Math.sin((other.latRad - latRad) / 2);
    double sinHalfLon = Math.sin((other.lonRad - lonRad) / 2);
    double h =
        sinHalfLat * sinHalfLat
            + Math.cos(latRad) * Math.cos(other.latRad) * sinHalfLon * sinHalfLon;
    return 2 * Wgs84.MEAN_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
