package org.orbweaver.core.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the rings that bound areas. From corner to corner a ring takes the shorter way round in
 * longitude, so that it may cross the antimeridian without saying so; one that goes round the Earth
 * encloses the pole that it is nearer to. A ring within a ring of the same area is a hole.
 */
public final class RegionsBuilder {
  private static final double TURN = 2 * Math.PI;

  private final List<String> names = new ArrayList<>();
  private double[] lowLat = new double[1024];
  private double[] lowLon = new double[1024];
  private double[] highLat = new double[1024];
  private double[] highLon = new double[1024];
  private int[] regionOf = new int[1024];
  private int pieces;

  /** Begins an area; the rings that follow are its. */
  public RegionsBuilder region(String name) {
    names.add(name);
    return this;
  }

  /**
   * Adds a ring to the area begun last.
   *
   * @param latRad of its corners; the first need not be repeated at the end
   * @param lonRad of its corners, of any turn
   * @throws IllegalArgumentException where there are not as many of the one as of the other, or no
   *     area has begun
   */
  public RegionsBuilder ring(double[] latRad, double[] lonRad) {
    if (latRad.length != lonRad.length || names.isEmpty()) {
      throw new IllegalArgumentException("a ring belongs to an area and has pairs of corners");
    }
    int corners = latRad.length;
    double[] lat = Arrays.copyOf(latRad, corners + 3);
    double[] lon = new double[corners + 3];
    double meanLat = 0;
    for (int i = 0; i < corners; i++) {
      double step = i == 0 ? 0 : shorterWay(lonRad[i] - lonRad[i - 1]);
      lon[i] = i == 0 ? Regions.withinTurn(lonRad[0]) : lon[i - 1] + step;
      // Sums of steps drift; the corners of neighbours must stay the same to the last bit.
      lon[i] = i == 0 ? lon[0] : lonRad[i] + TURN * Math.rint((lon[i] - lonRad[i]) / TURN);
      meanLat += latRad[i] / corners;
    }
    if (corners == 0) {
      return this;
    }
    double home = lon[corners - 1] + shorterWay(lon[0] - lon[corners - 1]);
    if (Math.abs(home - lon[0]) > Math.PI) {
      double pole = Math.copySign(Math.PI / 2, meanLat);
      lat[corners] = lat[0];
      lon[corners] = home;
      lat[corners + 1] = pole;
      lon[corners + 1] = home;
      lat[corners + 2] = pole;
      lon[corners + 2] = lon[0];
      corners += 3;
    }
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < corners; i++) {
      west = Math.min(west, lon[i]);
      east = Math.max(east, lon[i]);
    }
    for (int turns = -2; turns <= 2; turns++) {
      if (east + turns * TURN >= -Math.PI && west + turns * TURN <= Math.PI) {
        for (int i = 0; i < corners; i++) {
          int next = i + 1 == corners ? 0 : i + 1;
          piece(lat[i], lon[i] + turns * TURN, lat[next], lon[next] + turns * TURN);
        }
      }
    }
    return this;
  }

  private static double shorterWay(double rad) {
    return rad - TURN * Math.rint(rad / TURN);
  }

  private void piece(double fromLat, double fromLon, double toLat, double toLon) {
    if (fromLat == toLat && fromLon == toLon) {
      return;
    }
    if (pieces == lowLat.length) {
      lowLat = Arrays.copyOf(lowLat, 2 * pieces);
      lowLon = Arrays.copyOf(lowLon, 2 * pieces);
      highLat = Arrays.copyOf(highLat, 2 * pieces);
      highLon = Arrays.copyOf(highLon, 2 * pieces);
      regionOf = Arrays.copyOf(regionOf, 2 * pieces);
    }
    boolean upward = fromLat <= toLat;
    lowLat[pieces] = upward ? fromLat : toLat;
    lowLon[pieces] = upward ? fromLon : toLon;
    highLat[pieces] = upward ? toLat : fromLat;
    highLon[pieces] = upward ? toLon : fromLon;
    regionOf[pieces++] = names.size() - 1;
  }

  /** The areas so far. */
  public Regions build() {
    return new Regions(
        names,
        new BorderRows(
            pieces,
            lowLat.clone(),
            lowLon.clone(),
            highLat.clone(),
            highLon.clone(),
            regionOf.clone()));
  }
}
