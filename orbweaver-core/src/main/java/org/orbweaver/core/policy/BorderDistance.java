package org.orbweaver.core.policy;

import org.orbweaver.core.geometry.Wgs84;

/**
 * How far a place is from the border of an area: over a sphere, on a map that is true at the place,
 * good to some per cent up to 100 km. The line along which an area is cut at the antimeridian is no
 * border, nor is a pole.
 */
final class BorderDistance {
  private static final double M_PER_ND =
      Wgs84.MEAN_RADIUS_M * Math.PI / (180.0 * Nanodegrees.DEGREE);

  private final AreaShape shape;
  private final long latNd;
  private final long lonNd;
  private final double cos;
  private double nearest = Double.POSITIVE_INFINITY;

  private BorderDistance(AreaShape shape, long latNd, long lonNd) {
    this.shape = shape;
    this.latNd = latNd;
    this.lonNd = lonNd;
    cos = Math.cos(Nanodegrees.toRad(latNd));
  }

  /** False only where a place is farther than some metres from the border, by latitude alone. */
  static boolean isNear(AreaShape shape, double latRad, double metres) {
    double lat = Nanodegrees.ofRad(latRad);
    double margin = metres / M_PER_ND;
    return shape.polygons().stream()
        .map(AreaShape.Polygon::outer)
        .anyMatch(ring -> lat >= ring.southNd() - margin && lat <= ring.northNd() + margin);
  }

  /** Metres, never negative; in {@link Nanodegrees}. */
  static double metres(AreaShape shape, long latNd, long lonNd) {
    BorderDistance distance = new BorderDistance(shape, latNd, lonNd);
    for (AreaShape.Polygon polygon : shape.polygons()) {
      distance.add(polygon.outer());
      polygon.holes().forEach(distance::add);
    }
    return distance.nearest * M_PER_ND;
  }

  private void add(AreaRing ring) {
    for (int e = 0; e < ring.size(); e++) {
      int next = e + 1 == ring.size() ? 0 : e + 1;
      if (!isSeam(ring, e, next)) {
        double x = Nanodegrees.withinTurn(ring.lonNd(e) - lonNd);
        double dx = ring.lonNd(next) - ring.lonNd(e);
        double y = ring.latNd(e) - latNd;
        double dy = ring.latNd(next) - ring.latNd(e);
        nearest = Math.min(nearest, toSegment(x * cos, y, dx * cos, dy));
      }
    }
  }

  /** From the origin to a segment that begins at x, y. */
  private static double toSegment(double x, double y, double dx, double dy) {
    double length2 = dx * dx + dy * dy;
    double along = length2 == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / length2, 0.0, 1.0);
    return Math.hypot(x + along * dx, y + along * dy);
  }

  private boolean isSeam(AreaRing ring, int from, int to) {
    if (Math.abs(ring.latNd(from)) == 90 * Nanodegrees.DEGREE
        && ring.latNd(from) == ring.latNd(to)) {
      return true;
    }
    if (Math.abs(ring.lonNd(from)) != Nanodegrees.HALF_TURN || ring.lonNd(from) != ring.lonNd(to)) {
      return false;
    }
    long mid = (ring.latNd(from) + ring.latNd(to)) / 2;
    return shape.containsNd(mid, Nanodegrees.HALF_TURN - 1)
        && shape.containsNd(mid, -Nanodegrees.HALF_TURN + 1);
  }
}
