package org.orbweaver.core.radio;

import java.util.List;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.Wgs84;

/**
 * Rain everywhere at one instant. Where patches overlap their rates add up. Layout: by patch the
 * unit vector to its centre, the cosine of the angle that it spans, and its rate.
 */
public final class RainNow {
  /** Farther than a path from 5 degrees up stays below the rain, metres. */
  private static final double REACH_M = 60e3;

  private static final double STEP_M = 500;
  private static final int MOST_STEPS = 128;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] cosRadius;
  private final double[] cosReach;
  private final double[] rainMmPerH;

  /** Rain as patches that are there. */
  public RainNow(List<RainCell.State> patches) {
    int n = patches.size();
    x = new double[n];
    y = new double[n];
    z = new double[n];
    cosRadius = new double[n];
    cosReach = new double[n];
    rainMmPerH = new double[n];
    for (int k = 0; k < n; k++) {
      RainCell.State patch = patches.get(k);
      double cosLat = Math.cos(patch.centre().latRad());
      x[k] = cosLat * Math.cos(patch.centre().lonRad());
      y[k] = cosLat * Math.sin(patch.centre().lonRad());
      z[k] = Math.sin(patch.centre().latRad());
      cosRadius[k] = Math.cos(patch.radiusM() / Wgs84.MEAN_RADIUS_M);
      cosReach[k] = Math.cos(Math.min(Math.PI, (patch.radiusM() + REACH_M) / Wgs84.MEAN_RADIUS_M));
      rainMmPerH[k] = patch.rainMmPerH();
    }
  }

  /** Whether it rains nowhere. */
  public boolean isDry() {
    return rainMmPerH.length == 0;
  }

  /** Whether rain may touch a path from a place, given as the vector straight up from it. */
  public boolean isNear(double upX, double upY, double upZ) {
    for (int k = 0; k < x.length; k++) {
      if (x[k] * upX + y[k] * upY + z[k] * upZ >= cosReach[k]) {
        return true;
      }
    }
    return false;
  }

  /** Rain rate at a place, mm/h. */
  public double mmPerH(GeodeticPoint place) {
    double cosLat = Math.cos(place.latRad());
    return mmPerH(
        cosLat * Math.cos(place.lonRad()),
        cosLat * Math.sin(place.lonRad()),
        Math.sin(place.latRad()));
  }

  private double mmPerH(double upX, double upY, double upZ) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      if (x[k] * upX + y[k] * upY + z[k] * upZ >= cosRadius[k]) {
        sum += rainMmPerH[k];
      }
    }
    return sum;
  }

  /**
   * Attenuation along a path: that of each piece below the top of the rain (P.838-3 along the slant
   * path of P.618-13 over a flat ground).
   *
   * @param look direction of the path, from 5 degrees up
   * @param rainTopM height of the rain above the sea; see {@link RainHeight}
   */
  public double pathDb(GeodeticPoint from, LookAngle look, double rainTopM, RainSpecific each) {
    double slantM = RainAttenuation.slantM(from.altM(), rainTopM, look.elevationRad());
    if (isDry() || slantM == 0) {
      return 0;
    }
    double groundM = slantM * Math.cos(look.elevationRad());
    int steps = Math.clamp((int) Math.ceil(groundM / STEP_M), 1, MOST_STEPS);
    double sinLat = Math.sin(from.latRad());
    double cosLat = Math.cos(from.latRad());
    double sinLon = Math.sin(from.lonRad());
    double cosLon = Math.cos(from.lonRad());
    double east = Math.sin(look.azimuthRad());
    double north = Math.cos(look.azimuthRad());
    double db = 0;
    for (int k = 0; k < steps; k++) {
      double angle = (k + 0.5) / steps * groundM / Wgs84.MEAN_RADIUS_M;
      double e = east * Math.sin(angle);
      double n = north * Math.sin(angle);
      double up = Math.cos(angle);
      db +=
          each.dbPerKm(
              mmPerH(
                  up * cosLat * cosLon - e * sinLon - n * sinLat * cosLon,
                  up * cosLat * sinLon + e * cosLon - n * sinLat * sinLon,
                  up * sinLat + n * cosLat));
    }
    return db * 1e-3 * slantM / steps;
  }
}
