package org.orbweaver.core.geometry;

import java.util.function.BiConsumer;

/**
 * A division of the sphere that needs no angles: bands of the sine of latitude, each cut into cells
 * by an easy stand-in for longitude, {@code y / (|x| + |y|)} continued round. Cells are numbered
 * band after band, eastward in each, so that what lies within some angle of a place is in a few
 * runs of numbers, one or two a band.
 */
public final class SkyCells {
  /** Cells round a band. */
  private static final int ROUND = 256;

  /** Steps of the sine of latitude from its middle to its end. */
  private static final int HALF_STEPS = 2048;

  private static final double BAND_RAD = Math.toRadians(5);
  private static final int BANDS = (int) Math.round(Math.PI / BAND_RAD);
  static final int CELLS = BANDS * ROUND;

  /** First cell of the band by step of the sine. */
  private static final int[] FIRST_CELL = new int[2 * HALF_STEPS + 1];

  /** First step of each band. */
  private static final int[] FIRST_STEP = new int[BANDS + 1];

  static {
    for (int band = 1; band < BANDS; band++) {
      FIRST_STEP[band] = step(Math.sin(band * BAND_RAD - Math.PI / 2));
    }
    FIRST_STEP[BANDS] = FIRST_CELL.length;
    for (int band = 0; band < BANDS; band++) {
      for (int step = FIRST_STEP[band]; step < FIRST_STEP[band + 1]; step++) {
        FIRST_CELL[step] = band * ROUND;
      }
    }
  }

  private SkyCells() {}

  /** Of the sine of latitude, -1 to 1. */
  static int step(double sinLat) {
    return (int) (sinLat * HALF_STEPS + HALF_STEPS);
  }

  /** Where a direction stands in its band, 0 to below {@link #ROUND}. */
  static int column(double x, double y) {
    double beyond = 1 - y / (Math.abs(x) + Math.abs(y));
    return (int) ((2 - Math.copySign(beyond, x)) * (ROUND / 4)) & (ROUND - 1);
  }

  /** The cell of a step and a column. */
  static int cell(int step, int column) {
    return FIRST_CELL[step] + column;
  }

  /**
   * Names the runs of cells, first and last, that hold everything within an angle of a place, and
   * some things beyond.
   *
   * @param latRad geocentric
   */
  static void near(
      double latRad, double lonRad, double angleRad, BiConsumer<Integer, Integer> run) {
    for (int band = 0; band < BANDS; band++) {
      double lowRad = Math.asin(sine(FIRST_STEP[band]));
      double highRad = Math.asin(sine(FIRST_STEP[band + 1]));
      if (highRad < latRad - angleRad || lowRad > latRad + angleRad) {
        continue;
      }
      double halfRad = halfWidthRad(latRad, angleRad, lowRad, highRad);
      int first = band * ROUND;
      int from = column(Math.cos(lonRad - halfRad), Math.sin(lonRad - halfRad));
      int to = column(Math.cos(lonRad + halfRad), Math.sin(lonRad + halfRad));
      if (halfRad >= Math.PI - 4 * Math.PI / ROUND) {
        run.accept(first, first + ROUND - 1);
      } else if (from <= to) {
        run.accept(first + from, first + to);
      } else {
        run.accept(first, first + to);
        run.accept(first + from, first + ROUND - 1);
      }
    }
  }

  private static double sine(int step) {
    return Math.clamp((step - HALF_STEPS) / (double) HALF_STEPS, -1, 1);
  }

  /** Widest half of a cap in longitude between two latitudes, with a little to spare. */
  private static double halfWidthRad(
      double latRad, double angleRad, double lowRad, double highRad) {
    if (Math.abs(latRad) + angleRad >= Math.PI / 2 - 0.001) {
      return Math.PI;
    }
    double widestAtRad = Math.asin(Math.sin(latRad) / Math.cos(angleRad));
    double atRad = Math.clamp(widestAtRad, Math.min(lowRad, highRad), Math.max(lowRad, highRad));
    double cos =
        (Math.cos(angleRad) - Math.sin(latRad) * Math.sin(atRad))
            / (Math.cos(latRad) * Math.cos(atRad));
    return Math.acos(Math.clamp(cos, -1, 1)) + 0.001;
  }
}
