package org.orbweaver.core.geometry;

/**
 * The geostationary arc as each site sees it: all places 42,164 km from the Earth's centre in the
 * plane of the equator and above the site's horizon. A terminal that transmits near it would
 * disturb the satellites there (ITU Radio Regulations, article 22), so the angle between it and the
 * serving satellite has a lower limit.
 *
 * <p>Layout: for each site the first longitude of the visible arc and, from there in steps of two
 * degrees, unit vectors toward the arc in Earth-fixed coordinates.
 */
public final class GsoArc {
  /** Radius of the geostationary orbit, metres. */
  public static final double RADIUS_M = 42_164_170.0;

  private static final double STEP_RAD = Math.toRadians(2);

  private final SiteTable sites;
  private final double[][] directions;
  private final double[] firstLonRad;

  /** Samples the arc above the horizon of every site. */
  public GsoArc(SiteTable sites) {
    this.sites = sites;
    directions = new double[sites.size()][];
    firstLonRad = new double[sites.size()];
    for (int site = 0; site < sites.size(); site++) {
      sample(site);
    }
  }

  /** Longitudes are symmetric about the site's own; the arc is visible up to a half-width. */
  private void sample(int site) {
    double lonRad = sites.point(site).lonRad();
    double halfWidthRad = visibleHalfWidthRad(site, lonRad);
    if (Double.isNaN(halfWidthRad)) {
      directions[site] = new double[0];
      return;
    }
    int steps = Math.max(2, 2 * (int) Math.ceil(halfWidthRad / STEP_RAD));
    double stepRad = 2 * halfWidthRad / steps;
    firstLonRad[site] = lonRad - halfWidthRad;
    double[] d = new double[3 * (steps + 1)];
    for (int k = 0; k <= steps; k++) {
      double l = firstLonRad[site] + k * stepRad;
      double dx = RADIUS_M * Math.cos(l) - sites.xM(site);
      double dy = RADIUS_M * Math.sin(l) - sites.yM(site);
      double dz = -sites.zM(site);
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      d[3 * k] = dx / range;
      d[3 * k + 1] = dy / range;
      d[3 * k + 2] = dz / range;
    }
    directions[site] = d;
  }

  private double visibleHalfWidthRad(int site, double lonRad) {
    if (!isAboveHorizon(site, lonRad)) {
      return Double.NaN;
    }
    double inside = 0;
    double outside = Math.PI / 2;
    for (int i = 0; i < 40; i++) {
      double middle = (inside + outside) / 2;
      if (isAboveHorizon(site, lonRad + middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  private boolean isAboveHorizon(int site, double lonRad) {
    double dx = RADIUS_M * Math.cos(lonRad) - sites.xM(site);
    double dy = RADIUS_M * Math.sin(lonRad) - sites.yM(site);
    double dz = -sites.zM(site);
    return dx * sites.upX(site) + dy * sites.upY(site) + dz * sites.upZ(site) >= 0;
  }

  /**
   * Smallest angle at the site between an Earth-fixed position and the arc above its horizon, rad;
   * positive infinity where the site sees nothing of the arc.
   */
  public double separationRad(int site, double xM, double yM, double zM) {
    double[] d = directions[site];
    if (d.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double dx = xM - sites.xM(site);
    double dy = yM - sites.yM(site);
    double dz = zM - sites.zM(site);
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    dx /= range;
    dy /= range;
    dz /= range;
    double best = -2;
    int bestK = 0;
    for (int k = 0; k < d.length; k += 3) {
      double cos = dx * d[k] + dy * d[k + 1] + dz * d[k + 2];
      if (cos > best) {
        best = cos;
        bestK = k;
      }
    }
    return distanceToChordRad(d, bestK, dx, dy, dz);
  }

  /**
   * The arc bends so little within two degrees that the great circle through neighbouring samples
   * stands for it: the nearest point lies on one of the two pieces that meet at the best sample.
   */
  private static double distanceToChordRad(double[] d, int k, double x, double y, double z) {
    double result = angleRad(d, k, x, y, z);
    if (k > 0) {
      result = Math.min(result, distanceToPieceRad(d, k - 3, k, x, y, z));
    }
    if (k + 3 < d.length) {
      result = Math.min(result, distanceToPieceRad(d, k, k + 3, x, y, z));
    }
    return result;
  }

  private static double angleRad(double[] d, int k, double x, double y, double z) {
    double cx = y * d[k + 2] - z * d[k + 1];
    double cy = z * d[k] - x * d[k + 2];
    double cz = x * d[k + 1] - y * d[k];
    double dot = x * d[k] + y * d[k + 1] + z * d[k + 2];
    return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), dot);
  }

  private static double distanceToPieceRad(double[] d, int a, int b, double x, double y, double z) {
    double nx = d[a + 1] * d[b + 2] - d[a + 2] * d[b + 1];
    double ny = d[a + 2] * d[b] - d[a] * d[b + 2];
    double nz = d[a] * d[b + 1] - d[a + 1] * d[b];
    double norm = Math.sqrt(nx * nx + ny * ny + nz * nz);
    nx /= norm;
    ny /= norm;
    nz /= norm;
    double height = x * nx + y * ny + z * nz;
    double fx = x - height * nx;
    double fy = y - height * ny;
    double fz = z - height * nz;
    // The foot of the perpendicular lies on the piece if it is on the inner side of both ends.
    double fromA =
        (d[a + 1] * fz - d[a + 2] * fy) * nx
            + (d[a + 2] * fx - d[a] * fz) * ny
            + (d[a] * fy - d[a + 1] * fx) * nz;
    double toB =
        (fy * d[b + 2] - fz * d[b + 1]) * nx
            + (fz * d[b] - fx * d[b + 2]) * ny
            + (fx * d[b + 1] - fy * d[b]) * nz;
    return fromA >= 0 && toB >= 0
        ? Math.abs(Math.asin(Math.clamp(height, -1, 1)))
        : Double.POSITIVE_INFINITY;
  }
}
