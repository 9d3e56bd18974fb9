package org.orbweaver.core.policy;

/**
 * A box of the map, its borders included; in {@link Nanodegrees}.
 *
 * @param southNd its lower latitude
 * @param westNd its lower longitude
 * @param heightNd how far it reaches north
 * @param widthNd how far it reaches east
 */
record BoxCut(long southNd, long westNd, long heightNd, long widthNd) {
  /** The whole map. */
  static final BoxCut WORLD =
      new BoxCut(
          -Nanodegrees.HALF_TURN / 2,
          -Nanodegrees.HALF_TURN,
          Nanodegrees.HALF_TURN,
          Nanodegrees.TURN);

  /** One of its quarters: south-west, south-east, north-west, north-east. */
  BoxCut quarter(int which) {
    long half = widthNd / 2;
    long halfHeight = heightNd / 2;
    // An odd size leaves its last unit to the quarter in the east or north.
    boolean east = (which & 1) != 0;
    boolean north = (which & 2) != 0;
    return new BoxCut(
        north ? southNd + halfHeight : southNd,
        east ? westNd + half : westNd,
        north ? heightNd - halfHeight : halfHeight,
        east ? widthNd - half : half);
  }

  /** Whether an edge of a ring, drawn by so much farther to the west, has a part in the box. */
  boolean touches(AreaRing ring, int edge, long shiftNd) {
    int after = edge + 1 == ring.size() ? 0 : edge + 1;
    long lat = ring.latNd(edge);
    long lon = ring.lonNd(edge) - shiftNd;
    long nextLat = ring.latNd(after);
    long nextLon = ring.lonNd(after) - shiftNd;
    if (Math.max(lat, nextLat) < southNd
        || Math.min(lat, nextLat) > southNd + heightNd
        || Math.max(lon, nextLon) < westNd
        || Math.min(lon, nextLon) > westNd + widthNd) {
      return false;
    }
    long dLat = nextLat - lat;
    long dLon = nextLon - lon;
    int sides = 0;
    for (int corner = 0; corner < 4; corner++) {
      long cornerLat = (corner & 2) == 0 ? southNd : southNd + heightNd;
      long cornerLon = (corner & 1) == 0 ? westNd : westNd + widthNd;
      sides += ExactSign.ofDifference(dLon, cornerLat - lat, dLat, cornerLon - lon);
    }
    // All four corners strictly on one side: the line of the edge passes the box by.
    return sides != 4 && sides != -4;
  }
}
