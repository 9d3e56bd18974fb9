package org.orbweaver.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;

/** Small worlds for tests: satellites at chosen places and sites with chosen names. */
public final class Skies {
  private Skies() {}

  /** Satellites at {latDeg, lonDeg, altKm}. */
  public static Snapshot satellites(double[]... places) {
    double[] x = new double[places.length];
    double[] y = new double[places.length];
    double[] z = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      SiteTable at = sites("s", places[i][0], places[i][1], 1e3 * places[i][2]);
      x[i] = at.xM(0);
      y[i] = at.yM(0);
      z[i] = at.zM(0);
    }
    return new Snapshot(0, x, y, z);
  }

  /** Evenly scattered satellites between two altitudes. */
  public static Snapshot scattered(int count, double lowKm, double highKm, long seed) {
    Random random = new Random(seed);
    double[][] places = new double[count][];
    for (int i = 0; i < count; i++) {
      places[i] =
          new double[] {
            Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)),
            360 * random.nextDouble() - 180,
            lowKm + (highKm - lowKm) * random.nextDouble()
          };
    }
    return satellites(places);
  }

  /** One site. */
  public static SiteTable sites(String name, double latDeg, double lonDeg, double altM) {
    return new SiteTable(List.of(name), List.of(GeodeticPoint.ofDegrees(latDeg, lonDeg, altM)));
  }

  /** Sites at {latDeg, lonDeg}, named a, b, c … */
  public static SiteTable sites(double[]... places) {
    List<String> names = new ArrayList<>();
    List<GeodeticPoint> points = new ArrayList<>();
    for (double[] place : places) {
      names.add(String.valueOf((char) ('a' + names.size())));
      points.add(GeodeticPoint.ofDegrees(place[0], place[1], 0));
    }
    return new SiteTable(names, points);
  }

  /** Places on the ground at {latDeg, lonDeg}. */
  public static List<GeodeticPoint> points(double[]... places) {
    List<GeodeticPoint> points = new ArrayList<>();
    for (double[] place : places) {
      points.add(GeodeticPoint.ofDegrees(place[0], place[1], 0));
    }
    return points;
  }

  /** Many sites, among them both poles, the antimeridian and the equator. */
  public static SiteTable awkwardSites(int scatteredToo, long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    List<GeodeticPoint> points = new ArrayList<>();
    double[][] awkward = {
      {90, 0}, {-90, 0}, {89.99, 120}, {0, 180}, {0, -180}, {0, 179.999}, {51, -179.999}, {0, 0}
    };
    for (double[] place : awkward) {
      points.add(GeodeticPoint.ofDegrees(place[0], place[1], 0));
    }
    for (int i = 0; i < scatteredToo; i++) {
      points.add(
          GeodeticPoint.ofDegrees(
              180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180, 0));
    }
    for (int i = 0; i < points.size(); i++) {
      names.add("site-" + i);
    }
    return new SiteTable(names, points);
  }
}
