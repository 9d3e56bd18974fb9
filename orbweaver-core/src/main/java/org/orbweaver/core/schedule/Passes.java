package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.Footprint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;

/** How long a satellite stays in view. */
final class Passes {
  private Passes() {}

  /**
   * Seconds until a satellite sinks below a mask: it is taken to go on along the great circle of
   * its motion between two snapshots, at its present height over a sphere through the site. Within
   * a few seconds for a pass of minutes; good to rank by, not to schedule by.
   */
  static double remainingS(
      SiteTable sites, int site, double maskRad, Snapshot start, Snapshot end, int satellite) {
    double px = start.xM(satellite);
    double py = start.yM(satellite);
    double pz = start.zM(satellite);
    double radius = Math.sqrt(px * px + py * py + pz * pz);
    double siteX = sites.xM(site);
    double siteY = sites.yM(site);
    double siteZ = sites.zM(site);
    double siteRadius = Math.sqrt(siteX * siteX + siteY * siteY + siteZ * siteZ);
    double vx = end.xM(satellite) - px;
    double vy = end.yM(satellite) - py;
    double vz = end.zM(satellite) - pz;
    double along = (vx * px + vy * py + vz * pz) / (radius * radius);
    vx -= along * px;
    vy -= along * py;
    vz -= along * pz;
    double speed = Math.sqrt(vx * vx + vy * vy + vz * vz);
    double spanS = (end.timeNs() - start.timeNs()) / 1e9;
    if (!(speed > 0) || spanS <= 0) {
      return Double.isNaN(speed) ? 0 : Double.POSITIVE_INFINITY;
    }
    double anglePerS = Math.atan2(speed, radius) / spanS;
    double ahead = (siteX * vx + siteY * vy + siteZ * vz) / (siteRadius * speed);
    double overhead = (siteX * px + siteY * py + siteZ * pz) / (siteRadius * radius);
    // Largest angle at the Earth's centre at which the satellite stands on the mask.
    double widest = Footprint.angleRad(siteRadius, radius, maskRad);
    double ratio = Math.cos(widest) / Math.hypot(ahead, overhead);
    if (ratio >= 1) {
      return 0;
    }
    return Math.max(0, (Math.atan2(ahead, overhead) + Math.acos(ratio)) / anglePerS);
  }
}
