package org.orbweaver.core.geometry;

/**
 * A curve over the Earth on which places that follow each other are near each other (Hilbert 1891),
 * drawn on longitude and latitude as if they were flat.
 */
public final class PlaceCurve {
  /** Bits of a coordinate: 150 m. */
  private static final int DEPTH = 18;

  /** Bits of {@link #along}. */
  public static final int BITS = 2 * DEPTH;

  private PlaceCurve() {}

  /** Where on the curve a place is, 0 to below 2^{@link #BITS}. */
  public static long along(double latRad, double lonRad) {
    double turn = lonRad / (2 * Math.PI);
    int x = cell(turn - Math.floor(turn));
    int y = cell(latRad / (2 * Math.PI) + 0.5);
    long along = 0;
    for (int bit = 1 << (DEPTH - 1); bit > 0; bit >>= 1) {
      boolean right = (x & bit) != 0;
      boolean upper = (y & bit) != 0;
      along = along << 2 | (upper ? right ? 2 : 1 : right ? 3 : 0);
      if (!upper) {
        int mirror = right ? -1 : 0;
        int swapped = x ^ mirror;
        x = y ^ mirror;
        y = swapped;
      }
    }
    return along;
  }

  private static int cell(double share) {
    return Math.clamp((long) (share * (1 << DEPTH)), 0, (1 << DEPTH) - 1);
  }
}
