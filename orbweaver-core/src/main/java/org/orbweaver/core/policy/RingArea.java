package org.orbweaver.core.policy;

import org.orbweaver.core.geometry.Wgs84;

/** How much of a sphere a ring encloses. */
final class RingArea {
  /** Below this a difference of cosines loses more digits than the mean latitude does. */
  private static final double FLAT_RAD = 1e-6;

  private RingArea() {}

  /**
   * Square metres, exact for edges that are straight on the map: of each edge the integral of the
   * sine of latitude over longitude. The same on every machine.
   */
  static double squareMetres(AreaRing ring) {
    double sum = 0;
    for (int i = 0; i < ring.size(); i++) {
      int next = i + 1 == ring.size() ? 0 : i + 1;
      double lat = Nanodegrees.toRad(ring.latNd(i));
      double nextLat = Nanodegrees.toRad(ring.latNd(next));
      double stepRad = Nanodegrees.toRad(ring.lonNd(next) - ring.lonNd(i));
      sum += stepRad * meanSin(lat, nextLat);
    }
    return Math.abs(sum) * Wgs84.MEAN_RADIUS_M * Wgs84.MEAN_RADIUS_M;
  }

  private static double meanSin(double fromRad, double toRad) {
    double step = toRad - fromRad;
    return Math.abs(step) < FLAT_RAD
        ? StrictMath.sin((fromRad + toRad) / 2)
        : (StrictMath.cos(fromRad) - StrictMath.cos(toRad)) / step;
  }
}
