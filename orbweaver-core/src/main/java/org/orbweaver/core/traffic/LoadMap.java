package org.orbweaver.core.traffic;

import java.util.List;
import java.util.function.IntConsumer;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.orbit.Ephemeris;

/**
 * How much of the satellites in reach is there for a place, all over the Earth: the mean over the
 * circle in which they can serve it of {@code density / √(1 + D / free)}, where density is beside
 * the Earth's mean and D counts the subscribers that a satellite there can reach. It is 1 where
 * satellites are as dense as in the mean and have nobody else to serve. A gravity measure of
 * access, in two steps, as geographers use it for surgeries and patients (Luo and Wang 2003,
 * "two-step floating catchment area"); the root stands for demand that adapts to what there is.
 *
 * <p>Layout: cells of two degrees by row from the south and column from 180° west; the logarithm in
 * their middles.
 */
public final class LoadMap {
  private static final int ROWS = 90;
  private static final int COLUMNS = 180;
  private static final double STEP_RAD = Math.PI / ROWS;
  private static final double EARTH_RADIUS_M = 6_371_000;

  /** Where no satellite flies there is no supply, whose logarithm would be infinite. */
  private static final double LEAST = 1e-3;

  private final double reachRad;
  private final double[] logSupply = new double[ROWS * COLUMNS];

  /**
   * @param reachM ground distance within which a satellite serves, metres
   * @param free subscribers in a satellite's reach that hardly matter
   */
  public LoadMap(Ephemeris ephemeris, List<Subscribers> subscribers, double reachM, double free) {
    reachRad = Math.min(reachM / EARTH_RADIUS_M, Math.PI / 2);
    double[] demand = new double[ROWS * COLUMNS];
    for (Subscribers s : subscribers) {
      around(s.latRad(), s.lonRad(), cell -> demand[cell] += s.count());
    }
    double[] density = LatitudeBands.relativeDensity(ephemeris, ROWS);
    double[] offer = new double[ROWS * COLUMNS];
    for (int cell = 0; cell < offer.length; cell++) {
      int row = cell / COLUMNS;
      offer[cell] = Math.cos(latRad(row)) * density[row] / Math.sqrt(1 + demand[cell] / free);
    }
    double[] sums = new double[2];
    for (int cell = 0; cell < offer.length; cell++) {
      sums[0] = 0;
      sums[1] = 0;
      around(
          latRad(cell / COLUMNS),
          lonRad(cell % COLUMNS),
          c -> {
            sums[0] += offer[c];
            sums[1] += Math.cos(latRad(c / COLUMNS));
          });
      logSupply[cell] = Math.log(Math.max(LEAST, sums[0] / sums[1]));
    }
  }

  private static double latRad(int row) {
    return (row + 0.5) * STEP_RAD - Math.PI / 2;
  }

  private static double lonRad(int column) {
    return (column + 0.5) * STEP_RAD - Math.PI;
  }

  /** Every cell whose middle is in reach of a place, the place's own in any case. */
  private void around(double lat, double lon, IntConsumer visit) {
    double sinLat = Math.sin(lat);
    double cosLat = Math.cos(lat);
    int own = Math.clamp((int) Math.floor((lat + Math.PI / 2) / STEP_RAD), 0, ROWS - 1);
    int rows = (int) Math.ceil(reachRad / STEP_RAD);
    for (int row = Math.max(0, own - rows); row <= Math.min(ROWS - 1, own + rows); row++) {
      double sinRow = Math.sin(latRad(row));
      double cosRow = Math.cos(latRad(row));
      double cosApart = (Math.cos(reachRad) - sinLat * sinRow) / (cosLat * cosRow);
      if (cosApart > 1 && row != own) {
        continue;
      }
      double apart = Math.acos(Math.clamp(cosApart, -1.0, 1.0));
      int first = (int) Math.ceil((lon - apart + Math.PI) / STEP_RAD - 0.5);
      int last = (int) Math.floor((lon + apart + Math.PI) / STEP_RAD - 0.5);
      if (last < first && row == own) {
        first = (int) Math.floor((lon + Math.PI) / STEP_RAD);
        last = first;
      }
      last = Math.min(last, first + COLUMNS - 1);
      for (int column = first; column <= last; column++) {
        visit.accept(row * COLUMNS + Math.floorMod(column, COLUMNS));
      }
    }
  }

  /** The logarithm of the supply at a place, between the middles of cells. */
  public double logSupply(GeodeticPoint at) {
    double y = Math.clamp((at.latRad() + Math.PI / 2) / STEP_RAD - 0.5, 0, ROWS - 1.0);
    double x = (at.lonRad() + Math.PI) / STEP_RAD - 0.5;
    int row = Math.min((int) y, ROWS - 2);
    int column = (int) Math.floor(x);
    double north = y - row;
    double east = x - column;
    return (1 - north) * between(row, column, east) + north * between(row + 1, column, east);
  }

  private double between(int row, int column, double east) {
    return (1 - east) * logSupply[row * COLUMNS + Math.floorMod(column, COLUMNS)]
        + east * logSupply[row * COLUMNS + Math.floorMod(column + 1, COLUMNS)];
  }
}
