package org.orbweaver.core.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Straight pieces of border by the rows of latitude that they cross. Layout: pieces in parallel
 * arrays, the lower end first, ordered by area; for each row the pieces in it in runs of one area
 * each, with the span of longitudes of the run, so that most runs are passed over whole.
 */
final class BorderRows {
  private static final int ROWS_PER_DEGREE = 4;
  private static final int ROWS = 180 * ROWS_PER_DEGREE;
  private static final double LAST_LAT = Math.nextDown(Math.PI / 2);

  private final int pieces;
  private final double[] lowLat;
  private final double[] lowLon;
  private final double[] highLat;
  private final double[] highLon;
  private final int[] regionOf;
  private final int[] rowStart = new int[ROWS + 1];
  private final int[] inRow;
  private final int[] runsOfRow = new int[ROWS + 1];
  private int[] runEnd = new int[1024];
  private double[] runWest = new double[1024];
  private double[] runEast = new double[1024];

  /** The nearest border: whose it is and how far. */
  record Nearest(int region, double distanceM) {}

  /** Takes in a piece of border. */
  @FunctionalInterface
  interface Visitor {
    void piece(double lowLat, double lowLon, double highLat, double highLon);
  }

  /** The first {@code pieces} of each array, ordered by area, lower end first; taken over. */
  BorderRows(
      int pieces,
      double[] lowLat,
      double[] lowLon,
      double[] highLat,
      double[] highLon,
      int[] regionOf) {
    this.pieces = pieces;
    this.lowLat = lowLat;
    this.lowLon = lowLon;
    this.highLat = highLat;
    this.highLon = highLon;
    this.regionOf = regionOf;
    for (int k = 0; k < pieces; k++) {
      for (int row = row(lowLat[k]); row <= row(highLat[k]); row++) {
        rowStart[row + 1]++;
      }
    }
    for (int row = 0; row < ROWS; row++) {
      rowStart[row + 1] += rowStart[row];
    }
    inRow = new int[rowStart[ROWS]];
    int[] fill = rowStart.clone();
    for (int k = 0; k < pieces; k++) {
      for (int row = row(lowLat[k]); row <= row(highLat[k]); row++) {
        inRow[fill[row]++] = k;
      }
    }
    formRuns();
  }

  private void formRuns() {
    int runs = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int first = rowStart[row]; first < rowStart[row + 1]; runs++) {
        if (runs == runEnd.length) {
          runEnd = Arrays.copyOf(runEnd, 2 * runs);
          runWest = Arrays.copyOf(runWest, 2 * runs);
          runEast = Arrays.copyOf(runEast, 2 * runs);
        }
        runWest[runs] = Double.POSITIVE_INFINITY;
        runEast[runs] = Double.NEGATIVE_INFINITY;
        int end = first;
        while (end < rowStart[row + 1] && regionOf[inRow[end]] == regionOf[inRow[first]]) {
          int k = inRow[end++];
          runWest[runs] = Math.min(runWest[runs], Math.min(lowLon[k], highLon[k]));
          runEast[runs] = Math.max(runEast[runs], Math.max(lowLon[k], highLon[k]));
        }
        runEnd[runs] = end;
        first = end;
      }
      runsOfRow[row + 1] = runs;
    }
  }

  private static int row(double latRad) {
    int row = (int) Math.floor((Math.toDegrees(latRad) + 90) * ROWS_PER_DEGREE);
    return Math.clamp(row, 0, ROWS - 1);
  }

  void forEachBorder(Visitor visitor) {
    for (int k = 0; k < pieces; k++) {
      visitor.piece(lowLat[k], lowLon[k], highLat[k], highLon[k]);
    }
  }

  /** The first area with an odd number of borders to the east of a place. */
  int at(double latRad, double lonRad) {
    double lat = Math.min(latRad, LAST_LAT);
    int row = row(lat);
    int first = rowStart[row];
    for (int run = runsOfRow[row]; run < runsOfRow[row + 1]; run++) {
      if (lonRad >= runWest[run]
          && lonRad < runEast[run]
          && isOdd(first, runEnd[run], lat, lonRad)) {
        return regionOf[inRow[first]];
      }
      first = runEnd[run];
    }
    return Regions.NONE;
  }

  private boolean isOdd(int first, int end, double lat, double lon) {
    boolean odd = false;
    for (int at = first; at < end; at++) {
      int k = inRow[at];
      if (lat >= lowLat[k] && lat < highLat[k]) {
        // The same arithmetic on both sides of a border, so that no place is lost between them.
        double t = (lat - lowLat[k]) / (highLat[k] - lowLat[k]);
        odd ^= lowLon[k] + t * (highLon[k] - lowLon[k]) > lon;
      }
    }
    return odd;
  }

  /** The nearest border within a distance, of equally near ones that of the first area; or null. */
  @Nullable Nearest nearest(double latRad, double lonRad, double withinM) {
    double reachRad = withinM / Wgs84.SEMI_MAJOR_AXIS_M;
    double cosLat = Math.cos(latRad);
    double reachLonRad = cosLat > reachRad ? reachRad / cosLat : Math.PI;
    int region = Regions.NONE;
    double least = reachRad * reachRad;
    for (int row = row(latRad - reachRad); row <= row(latRad + reachRad); row++) {
      int first = rowStart[row];
      for (int run = runsOfRow[row]; run < runsOfRow[row + 1]; run++) {
        int end = runsInReach(run, lonRad, reachLonRad) ? runEnd[run] : first;
        for (int at = first; at < end; at++) {
          int k = inRow[at];
          double squared = squaredRad(k, latRad, lonRad, cosLat);
          boolean nearer = squared < least || (squared == least && regionOf[k] < region);
          if (nearer && !isSeam(k)) {
            least = squared;
            region = regionOf[k];
          }
        }
        first = runEnd[run];
      }
    }
    return region == Regions.NONE
        ? null
        : new Nearest(region, Math.sqrt(least) * Wgs84.SEMI_MAJOR_AXIS_M);
  }

  private boolean runsInReach(int run, double lonRad, double reachLonRad) {
    double middle = (runWest[run] + runEast[run]) / 2;
    double half = (runEast[run] - runWest[run]) / 2;
    return Math.abs(withinHalfTurn(middle - lonRad)) <= half + reachLonRad;
  }

  /** Where maps are cut runs no border: along the antimeridian and at a pole. */
  private boolean isSeam(int k) {
    return (isAntimeridian(lowLon[k]) && isAntimeridian(highLon[k]))
        || (lowLat[k] == highLat[k] && Math.abs(lowLat[k]) > Math.toRadians(89.99));
  }

  private static boolean isAntimeridian(double lonRad) {
    return Math.abs(Math.abs(lonRad) - Math.PI) < 1e-9;
  }

  /** On a map that is true to scale at the place. */
  private double squaredRad(int k, double latRad, double lonRad, double cosLat) {
    double fromX = withinHalfTurn(lowLon[k] - lonRad) * cosLat;
    double fromY = lowLat[k] - latRad;
    double dx = (highLon[k] - lowLon[k]) * cosLat;
    double dy = highLat[k] - lowLat[k];
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(-(fromX * dx + fromY * dy) / length, 0.0, 1.0);
    double x = fromX + t * dx;
    double y = fromY + t * dy;
    return x * x + y * y;
  }

  private static double withinHalfTurn(double rad) {
    return rad - 2 * Math.PI * Math.rint(rad / (2 * Math.PI));
  }
}
