package org.orbweaver.app.choice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Where a measurement was made, from the directions and distances that it gives: each row places
 * the terminal a straight line away from its satellite, and the median of all leaves out those
 * whose satellite is told wrongly.
 *
 * @param place on the ellipsoid, height included
 * @param momentS how long after the start of the slot the directions hold, seconds
 * @param spreadM median distance of a row's place from it
 */
public record SiteEstimate(GeodeticPoint place, double momentS, double spreadM) {
  private static final int STEPS = 12;
  private static final int MOST_ROWS = 400;
  private static final double[] MOMENTS_S = {0, 7.5};

  /**
   * The place that fits best, the directions taken to hold at the start or in the middle of slots.
   *
   * @throws IllegalArgumentException where no row gives a direction
   */
  public static SiteEstimate of(ServedSlots rows, Ephemeris satellites) {
    SiteEstimate best = at(rows, satellites, MOMENTS_S[0]);
    for (int k = 1; k < MOMENTS_S.length; k++) {
      SiteEstimate other = at(rows, satellites, MOMENTS_S[k]);
      best = other.spreadM < best.spreadM ? other : best;
    }
    return best;
  }

  private static SiteEstimate at(ServedSlots rows, Ephemeris satellites, double momentS) {
    int[] used =
        IntStream.range(0, rows.size())
            .filter(row -> rows.satellite(row) >= 0 && rows.hasDirection(row))
            .limit(MOST_ROWS)
            .toArray();
    if (used.length == 0) {
      throw new IllegalArgumentException("no row gives a direction of a known satellite");
    }
    double[][] position = new double[used.length][];
    for (int k = 0; k < used.length; k++) {
      Snapshot then = satellites.at(rows.startNs(used[k]) + (long) (1e9 * momentS));
      int s = rows.satellite(used[k]);
      position[k] = new double[] {then.xM(s), then.yM(s), then.zM(s)};
    }
    double[] site = median(position);
    double[][] each = new double[used.length][];
    for (int step = 0; step < STEPS; step++) {
      GeodeticPoint here = geodetic(site);
      for (int k = 0; k < used.length; k++) {
        each[k] = from(position[k], here, rows, used[k]);
      }
      site = median(each);
    }
    double[] middle = site;
    double[] away = Arrays.stream(each).mapToDouble(p -> distance(p, middle)).sorted().toArray();
    return new SiteEstimate(geodetic(site), momentS, away[away.length / 2]);
  }

  /** A satellite's place less the way that a row gives, in the frame of a place nearby. */
  private static double[] from(double[] satellite, GeodeticPoint here, ServedSlots rows, int row) {
    double up = Math.sin(rows.elevationRad(row));
    double east = Math.cos(rows.elevationRad(row)) * Math.sin(rows.azimuthRad(row));
    double north = Math.cos(rows.elevationRad(row)) * Math.cos(rows.azimuthRad(row));
    double sinLat = Math.sin(here.latRad());
    double cosLat = Math.cos(here.latRad());
    double sinLon = Math.sin(here.lonRad());
    double cosLon = Math.cos(here.lonRad());
    double outward = cosLat * up - sinLat * north;
    double range = rows.rangeM(row);
    return new double[] {
      satellite[0] - range * (cosLon * outward - sinLon * east),
      satellite[1] - range * (sinLon * outward + cosLon * east),
      satellite[2] - range * (sinLat * up + cosLat * north)
    };
  }

  private static double[] median(double[][] points) {
    double[] middle = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int a = axis;
      double[] sorted = Arrays.stream(points).mapToDouble(p -> p[a]).sorted().toArray();
      middle[axis] = sorted[sorted.length / 2];
    }
    return middle;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  /** By repeated correction: a place of the guess's coordinates, and how far off it is. */
  private static GeodeticPoint geodetic(double[] at) {
    double lonRad = Math.atan2(at[1], at[0]);
    double radial = Math.hypot(at[0], at[1]);
    double latRad = Math.atan2(at[2], radial);
    double altM = 0;
    for (int step = 0; step < 6; step++) {
      GeodeticPoint guess = new GeodeticPoint(latRad, lonRad, altM);
      SiteTable one = new SiteTable(List.of("guess"), List.of(guess));
      double dr = radial - Math.hypot(one.xM(0), one.yM(0));
      double dz = at[2] - one.zM(0);
      double norm = Math.hypot(one.xM(0), one.yM(0)) + Math.abs(one.zM(0));
      altM += Math.cos(latRad) * dr + Math.sin(latRad) * dz;
      latRad += (Math.cos(latRad) * dz - Math.sin(latRad) * dr) / Math.max(norm / 2, 1);
    }
    return new GeodeticPoint(latRad, lonRad, altM);
  }
}
