package org.orbweaver.core.geometry;

import java.util.Arrays;

/**
 * For each cell of one degree the area that all of it is in, where no border crosses it. Layout:
 * one entry by cell, rows from south to north, columns from the antimeridian eastward.
 */
final class RegionCells {
  /** Instead of an area: the cell is in several, or partly in none. */
  static final int MIXED = -2;

  private static final int ROWS = 180;
  private static final int COLUMNS = 360;
  private static final double HALF_CELL_RAD = Math.PI / ROWS / 2;

  private final short[] cell = new short[ROWS * COLUMNS];

  RegionCells(BorderRows borders) {
    short unknown = Short.MIN_VALUE;
    Arrays.fill(cell, unknown);
    borders.forEachBorder(this::mark);
    for (int row = 0; row < ROWS; row++) {
      double latRad = Math.toRadians(row + 0.5 - 90);
      for (int column = 0; column < COLUMNS; column++) {
        int at = row * COLUMNS + column;
        if (cell[at] == unknown) {
          // Between two cells that no border crosses runs none either.
          boolean asBefore = column > 0 && cell[at - 1] != MIXED;
          cell[at] =
              asBefore
                  ? cell[at - 1]
                  : (short) borders.at(latRad, Math.toRadians(column + 0.5 - 180));
        }
      }
    }
  }

  private void mark(double lowLat, double lowLon, double highLat, double highLon) {
    int firstColumn = column(Math.min(lowLon, highLon));
    int lastColumn = column(Math.max(lowLon, highLon));
    for (int row = row(lowLat); row <= row(highLat); row++) {
      Arrays.fill(cell, row * COLUMNS + firstColumn, row * COLUMNS + lastColumn + 1, (short) MIXED);
    }
  }

  /** The area of a place, {@link Regions#NONE} or {@link #MIXED}. */
  int region(double latRad, double lonRad) {
    return cell[row(latRad) * COLUMNS + column(lonRad)];
  }

  /** Whether no border runs within a distance; false where that takes more than a look. */
  boolean isFarFromBorders(double latRad, double lonRad, double withinRad) {
    double lonReachRad = withinRad / Math.cos(latRad);
    if (!(lonReachRad < HALF_CELL_RAD && withinRad < HALF_CELL_RAD)) {
      return false;
    }
    // As wide as a cell at most, a box has no part in cells other than its corners'.
    return isWhole(latRad - withinRad, lonRad - lonReachRad)
        && isWhole(latRad - withinRad, lonRad + lonReachRad)
        && isWhole(latRad + withinRad, lonRad - lonReachRad)
        && isWhole(latRad + withinRad, lonRad + lonReachRad);
  }

  private boolean isWhole(double latRad, double lonRad) {
    return region(latRad, Regions.withinTurn(lonRad)) != MIXED;
  }

  private static int row(double latRad) {
    return Math.clamp((int) Math.floor(Math.toDegrees(latRad) + 90), 0, ROWS - 1);
  }

  private static int column(double lonRad) {
    return Math.clamp((int) Math.floor(Math.toDegrees(lonRad) + 180), 0, COLUMNS - 1);
  }
}
