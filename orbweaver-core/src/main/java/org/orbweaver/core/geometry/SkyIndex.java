package org.orbweaver.core.geometry;

import java.util.function.IntConsumer;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Finds the satellites near a site's zenith without looking at all of them. The sphere is cut into
 * bands of geocentric latitude, each band into cells of longitude about as wide as the band is
 * high; satellites are sorted by the cell that their subsatellite point lies in.
 */
public final class SkyIndex {
  private static final double CELL_RAD = Math.toRadians(3);
  private static final int BANDS = (int) Math.round(Math.PI / CELL_RAD);
  private static final int[] FIRST_CELL = new int[BANDS + 1];

  static {
    for (int band = 0; band < BANDS; band++) {
      double widest =
          Math.min(
              Math.abs(-Math.PI / 2 + band * CELL_RAD),
              Math.abs(-Math.PI / 2 + (band + 1) * CELL_RAD));
      int cells = Math.max(1, (int) Math.round(2 * Math.PI * Math.cos(widest) / CELL_RAD));
      FIRST_CELL[band + 1] = FIRST_CELL[band] + cells;
    }
  }

  private final int[] cellStart = new int[FIRST_CELL[BANDS] + 1];
  private final int[] satellites;
  private final double largestRadiusM;

  /** Sorts the valid satellites of a snapshot into cells. */
  public SkyIndex(Snapshot snapshot) {
    int n = snapshot.size();
    int[] cellOf = new int[n];
    int valid = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      if (!snapshot.isValid(i)) {
        cellOf[i] = -1;
        continue;
      }
      double x = snapshot.xM(i);
      double y = snapshot.yM(i);
      double z = snapshot.zM(i);
      double radius = Math.sqrt(x * x + y * y + z * z);
      largest = Math.max(largest, radius);
      cellOf[i] = cell(Math.asin(Math.clamp(z / radius, -1, 1)), Math.atan2(y, x));
      cellStart[cellOf[i] + 1]++;
      valid++;
    }
    for (int c = 0; c < cellStart.length - 1; c++) {
      cellStart[c + 1] += cellStart[c];
    }
    satellites = new int[valid];
    int[] next = cellStart.clone();
    for (int i = 0; i < n; i++) {
      if (cellOf[i] >= 0) {
        satellites[next[cellOf[i]]++] = i;
      }
    }
    largestRadiusM = largest;
  }

  /**
   * Offers every satellite that may be seen from a site at or above an elevation and within a
   * range, and some that may not: the caller tests each.
   *
   * @param minElevationRad above the site's horizon
   * @param maxRangeM positive infinity for none
   */
  public void near(
      SiteTable sites, int site, double minElevationRad, double maxRangeM, IntConsumer offered) {
    double x = sites.xM(site);
    double y = sites.yM(site);
    double z = sites.zM(site);
    double radiusM = Math.sqrt(x * x + y * y + z * z);
    near(
        x,
        y,
        z,
        radiusM,
        0,
        minElevationRad,
        maxRangeM,
        (from, to) -> {
          for (int k = from; k < to; k++) {
            offered.accept(satellites[k]);
          }
        });
  }

  /** Takes runs of places in the index's own order. */
  @FunctionalInterface
  private interface Runs {
    void take(int from, int to);
  }

  /** How many satellites it holds. */
  public int size() {
    return satellites.length;
  }

  /**
   * As the other, for all places near one; writes the satellites down and returns how many.
   *
   * @param x the direction from the Earth's centre to the middle of the places
   * @param leastRadiusM from the Earth's centre to any of them
   * @param spreadRad angle at the Earth's centre between the middle and any of them, at most
   * @param into receives them; as long as {@link #size}
   */
  public int near(
      double x,
      double y,
      double z,
      double leastRadiusM,
      double spreadRad,
      double minElevationRad,
      double maxRangeM,
      int[] into) {
    int[] size = {0};
    near(
        x,
        y,
        z,
        leastRadiusM,
        spreadRad,
        minElevationRad,
        maxRangeM,
        (from, to) -> {
          System.arraycopy(satellites, from, into, size[0], to - from);
          size[0] += to - from;
        });
    return size[0];
  }

  private void near(
      double x,
      double y,
      double z,
      double leastRadiusM,
      double spreadRad,
      double minElevationRad,
      double maxRangeM,
      Runs runs) {
    if (satellites.length == 0) {
      return;
    }
    double angleRad = farthestRad(leastRadiusM, minElevationRad, maxRangeM) + spreadRad;
    double latRad = Math.atan2(z, Math.hypot(x, y));
    double lonRad = Math.atan2(y, x);
    int lowest = band(latRad - angleRad);
    int highest = band(latRad + angleRad);
    // A cap that holds a pole spans all longitudes; else its widest half-width is this.
    boolean polar = Math.abs(latRad) + angleRad >= Math.PI / 2;
    double halfLonRad =
        polar ? Math.PI : Math.asin(Math.min(1, Math.sin(angleRad) / Math.cos(latRad)));
    for (int band = lowest; band <= highest; band++) {
      int cells = FIRST_CELL[band + 1] - FIRST_CELL[band];
      double cellsPerRad = cells / (2 * Math.PI);
      int from = (int) Math.floor((lonRad - halfLonRad) * cellsPerRad);
      int to = (int) Math.floor((lonRad + halfLonRad) * cellsPerRad);
      if (to - from + 1 >= cells) {
        from = 0;
        to = cells - 1;
      }
      // Cells of a band are contiguous, but for where the longitudes close.
      int first = FIRST_CELL[band] + Math.floorMod(from, cells);
      int last = FIRST_CELL[band] + Math.floorMod(to, cells);
      if (first <= last) {
        runs.take(cellStart[first], cellStart[last + 1]);
      } else {
        runs.take(cellStart[first], cellStart[FIRST_CELL[band + 1]]);
        runs.take(cellStart[FIRST_CELL[band]], cellStart[last + 1]);
      }
    }
  }

  /**
   * Largest angle at the Earth's centre between a site and a satellite that it may use. The
   * ellipsoid's normal leans from the radius by at most 0.2 degrees, so half a degree is added.
   */
  private double farthestRad(double siteRadiusM, double minElevationRad, double maxRangeM) {
    double marginRad = Math.toRadians(0.5);
    double elevationRad = Math.max(-marginRad, minElevationRad - marginRad);
    double byElevation =
        Footprint.angleRad(siteRadiusM, Math.max(siteRadiusM, largestRadiusM), elevationRad);
    double byRange = maxRangeM < siteRadiusM ? Math.asin(maxRangeM / siteRadiusM) : Math.PI;
    return Math.min(byElevation, byRange) + marginRad;
  }

  private static int cell(double latRad, double lonRad) {
    int band = band(latRad);
    int cells = FIRST_CELL[band + 1] - FIRST_CELL[band];
    return FIRST_CELL[band]
        + Math.floorMod((int) Math.floor(lonRad * cells / (2 * Math.PI)), cells);
  }

  private static int band(double latRad) {
    return Math.clamp((int) Math.floor((latRad + Math.PI / 2) / CELL_RAD), 0, BANDS - 1);
  }
}
