package org.orbweaver.app.spec;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The geostationary arc by plain sampling: slower than the planner's way and independent of it. The
 * arc is 42,164 km from the Earth's centre above the equator; a tenth of a degree between samples
 * lets an angle come out too large by less than 0.01 degrees.
 */
final class ArcSamples {
  private static final double RADIUS_M = 42_164e3;
  private static final int SAMPLES = 3600;

  private final SiteTable sites;

  ArcSamples(SiteTable sites) {
    this.sites = sites;
  }

  /** Smallest angle to the arc above the horizon, rad; infinite where a site sees none of it. */
  double separationRad(int site, Snapshot at, int satellite) {
    double sx = at.xM(satellite) - sites.xM(site);
    double sy = at.yM(satellite) - sites.yM(site);
    double sz = at.zM(satellite) - sites.zM(site);
    double range = Math.sqrt(sx * sx + sy * sy + sz * sz);
    double largestCos = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < SAMPLES; k++) {
      double lonRad = 2 * Math.PI * k / SAMPLES;
      double gx = RADIUS_M * Math.cos(lonRad) - sites.xM(site);
      double gy = RADIUS_M * Math.sin(lonRad) - sites.yM(site);
      double gz = -sites.zM(site);
      if (gx * sites.upX(site) + gy * sites.upY(site) + gz * sites.upZ(site) < 0) {
        continue;
      }
      double gRange = Math.sqrt(gx * gx + gy * gy + gz * gz);
      largestCos = Math.max(largestCos, (gx * sx + gy * sy + gz * sz) / (gRange * range));
    }
    return largestCos == Double.NEGATIVE_INFINITY
        ? Double.POSITIVE_INFINITY
        : Math.acos(Math.min(1, largestCos));
  }
}
