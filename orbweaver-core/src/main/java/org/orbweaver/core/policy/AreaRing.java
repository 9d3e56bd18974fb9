package org.orbweaver.core.policy;

import java.util.Arrays;

/**
 * A closed line on the map of equal degrees that GeoJSON means (RFC 7946, section 3.1.1): straight
 * between its corners. Layout: corners in order, and by row of latitude the edges with a part in
 * it. Immutable.
 */
public final class AreaRing {
  /** Instead of a corner: the ring does not cross itself. */
  public static final int NO_CROSSING = -1;

  /** Instead of a corner: it would take too long to find out. */
  public static final int TOO_INTRICATE = -2;

  private static final long MOST_PAIRS = 200_000_000;

  /** Fewer edges are not worth rows. */
  private static final int FEW = 16;

  /** About as many edges start in a row. */
  private static final int PER_ROW = 4;

  private final long[] latNd;
  private final long[] lonNd;
  private final long south;
  private final long north;
  private final long west;
  private final long east;
  private final long rowNd;

  /** By row the first place in {@link #edges}; one more at the end. */
  private final int[] first;

  private final int[] edges;

  /**
   * @param latNd latitudes of its corners, {@link Nanodegrees}, each from -90 to 90 degrees; the
   *     first is not repeated at the end
   * @param lonNd longitudes of its corners, each from -360 to 360 degrees
   * @throws IllegalArgumentException where that is not a ring
   */
  public AreaRing(long[] latNd, long[] lonNd) {
    if (latNd.length != lonNd.length || latNd.length < 3) {
      throw new IllegalArgumentException("a ring has at least three corners");
    }
    this.latNd = latNd.clone();
    this.lonNd = lonNd.clone();
    south = Arrays.stream(latNd).min().orElseThrow();
    north = Arrays.stream(latNd).max().orElseThrow();
    west = Arrays.stream(lonNd).min().orElseThrow();
    east = Arrays.stream(lonNd).max().orElseThrow();
    if (south < -90 * Nanodegrees.DEGREE
        || north > 90 * Nanodegrees.DEGREE
        || west < -Nanodegrees.TURN
        || east > Nanodegrees.TURN) {
      throw new IllegalArgumentException("a ring lies within the map");
    }
    int rows = rows();
    rowNd = (north - south) / rows + 1;
    first = new int[rows + 1];
    for (int e = 0; e < latNd.length; e++) {
      for (int row = row(low(e)); row <= row(high(e)); row++) {
        first[row + 1]++;
      }
    }
    for (int row = 0; row < rows; row++) {
      first[row + 1] += first[row];
    }
    edges = new int[first[rows]];
    int[] next = first.clone();
    for (int e = 0; e < latNd.length; e++) {
      for (int row = row(low(e)); row <= row(high(e)); row++) {
        edges[next[row]++] = e;
      }
    }
  }

  /** So many that the edges' parts in all rows stay within a few times the edges. */
  private int rows() {
    if (latNd.length <= FEW || north == south) {
      return 1;
    }
    double heights = 0;
    for (int e = 0; e < latNd.length; e++) {
      heights += high(e) - low(e);
    }
    double rows = PER_ROW * latNd.length * ((double) (north - south) / heights);
    return Math.clamp((int) rows, 1, latNd.length / PER_ROW);
  }

  private long low(int edge) {
    return Math.min(latNd[edge], latNd[after(edge)]);
  }

  private long high(int edge) {
    return Math.max(latNd[edge], latNd[after(edge)]);
  }

  private int row(long lat) {
    return (int) ((lat - south) / rowNd);
  }

  private int after(int corner) {
    return corner + 1 == latNd.length ? 0 : corner + 1;
  }

  /** Number of corners, and of edges: edge e leads from corner e to the next. */
  public int size() {
    return latNd.length;
  }

  public long latNd(int corner) {
    return latNd[corner];
  }

  public long lonNd(int corner) {
    return lonNd[corner];
  }

  public long southNd() {
    return south;
  }

  public long northNd() {
    return north;
  }

  public long westNd() {
    return west;
  }

  public long eastNd() {
    return east;
  }

  /**
   * Where a point of the map is: 1 inside, 0 on the line, -1 outside. Exact. A point is inside
   * where a ray from it eastward crosses the line an odd number of times.
   *
   * @param lat {@link Nanodegrees}
   * @param lon {@link Nanodegrees}; another turn is another point
   */
  public int side(long lat, long lon) {
    if (lat < south || lat > north || lon < west || lon > east) {
      return -1;
    }
    boolean inside = false;
    int row = row(lat);
    for (int k = first[row]; k < first[row + 1]; k++) {
      int from = edges[k];
      int to = after(from);
      boolean fromAbove = latNd[from] > lat;
      boolean toAbove = latNd[to] > lat;
      if (fromAbove == toAbove) {
        if (latNd[from] == lat || latNd[to] == lat) {
          if (touches(from, to, lat, lon)) {
            return 0;
          }
        }
      } else {
        int turn = turn(from, to, lat, lon);
        if (turn == 0) {
          return 0;
        }
        // East of the point where an edge that rises has it on its left.
        inside ^= turn > 0 == toAbove;
      }
    }
    return inside ? 1 : -1;
  }

  /** For an edge that does not cross the point's parallel but reaches it. */
  private boolean touches(int from, int to, long lat, long lon) {
    if (latNd[from] == latNd[to]) {
      return lon >= Math.min(lonNd[from], lonNd[to]) && lon <= Math.max(lonNd[from], lonNd[to]);
    }
    return lon == (latNd[from] == lat ? lonNd[from] : lonNd[to]);
  }

  /** On which side of an edge a point is: above zero left of it, 0 on its line. Exact. */
  private int turn(int from, int to, long lat, long lon) {
    return ExactSign.ofDifference(
        lonNd[to] - lonNd[from], lat - latNd[from], latNd[to] - latNd[from], lon - lonNd[from]);
  }

  /**
   * The first corner of an edge that properly crosses another, {@link #NO_CROSSING} or {@link
   * #TOO_INTRICATE}. Edges that only touch, as where a ring meets itself in a corner, do not cross.
   */
  public int firstCrossing() {
    long pairs = 0;
    for (int row = 0; row + 1 < first.length; row++) {
      long inRow = first[row + 1] - first[row];
      pairs += inRow * inRow / 2;
    }
    if (pairs > MOST_PAIRS) {
      return TOO_INTRICATE;
    }
    for (int row = 0; row + 1 < first.length; row++) {
      for (int k = first[row]; k < first[row + 1]; k++) {
        for (int other = k + 1; other < first[row + 1]; other++) {
          if (cross(edges[k], edges[other])) {
            return Math.min(edges[k], edges[other]);
          }
        }
      }
    }
    return NO_CROSSING;
  }

  private boolean cross(int edge, int other) {
    int end = after(edge);
    int otherEnd = after(other);
    return turn(edge, end, latNd[other], lonNd[other])
                * turn(edge, end, latNd[otherEnd], lonNd[otherEnd])
            < 0
        && turn(other, otherEnd, latNd[edge], lonNd[edge])
                * turn(other, otherEnd, latNd[end], lonNd[end])
            < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AreaRing ring
        && Arrays.equals(latNd, ring.latNd)
        && Arrays.equals(lonNd, ring.lonNd);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(latNd) + Arrays.hashCode(lonNd);
  }
}
