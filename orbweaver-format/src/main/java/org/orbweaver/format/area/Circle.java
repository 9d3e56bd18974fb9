package org.orbweaver.format.area;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.Nanodegrees;

/** All places within a great-circle distance of one, as a polygon. */
public final class Circle {
  /** Its corners lie on the circle; between them the polygon stays within 0.06 % of the radius. */
  public static final int CORNERS = 96;

  private static final double NEAREST_POLE_DEG = 90 - 1e-6;

  private Circle() {}

  /**
   * The polygon, or null where the circle holds both poles.
   *
   * @param radiusM along a sphere of the mean Earth radius
   */
  public static @Nullable AreaShape shape(double latDeg, double lonDeg, double radiusM) {
    // On a pole itself there are no bearings; a hand's breadth beside it there are.
    double lat = Math.toRadians(Math.clamp(latDeg, -NEAREST_POLE_DEG, NEAREST_POLE_DEG));
    double reach = radiusM / Wgs84.MEAN_RADIUS_M;
    boolean north = lat + reach >= Math.PI / 2;
    boolean south = lat - reach <= -Math.PI / 2;
    if (north && south) {
      return null;
    }
    List<long[]> corners = new ArrayList<>();
    double before = 0;
    for (int i = 0; i <= CORNERS; i++) {
      double bearing = -2 * Math.PI * i / CORNERS;
      double sinLat =
          Math.sin(lat) * Math.cos(reach) + Math.cos(lat) * Math.sin(reach) * Math.cos(bearing);
      double east =
          Math.atan2(
              Math.sin(bearing) * Math.sin(reach) * Math.cos(lat),
              Math.cos(reach) - Math.sin(lat) * sinLat);
      // Round a pole the longitude runs on, a whole turn in all.
      double turns = i == 0 ? 0 : Math.rint((east - before) / (2 * Math.PI));
      east -= 2 * Math.PI * turns;
      before = east;
      corners.add(
          new long[] {
            Nanodegrees.ofRad(Math.asin(Math.clamp(sinLat, -1, 1))),
            Nanodegrees.ofDegrees(lonDeg) + Nanodegrees.ofRad(east)
          });
    }
    long[] first = corners.getFirst();
    long[] last = corners.removeLast();
    if (north || south) {
      long pole = (north ? 90 : -90) * Nanodegrees.DEGREE;
      corners.add(new long[] {first[0], last[1]});
      corners.add(new long[] {pole, last[1]});
      corners.add(new long[] {pole, first[1]});
    }
    long shift = 0;
    long most = corners.stream().mapToLong(corner -> corner[1]).max().orElseThrow();
    long least = corners.stream().mapToLong(corner -> corner[1]).min().orElseThrow();
    if (most > Nanodegrees.TURN) {
      shift = -Nanodegrees.TURN;
    } else if (least < -Nanodegrees.TURN) {
      shift = Nanodegrees.TURN;
    }
    long shiftNd = shift;
    return AreaShape.of(
        new AreaRing(
            corners.stream().mapToLong(corner -> corner[0]).toArray(),
            corners.stream().mapToLong(corner -> corner[1] + shiftNd).toArray()));
  }
}
