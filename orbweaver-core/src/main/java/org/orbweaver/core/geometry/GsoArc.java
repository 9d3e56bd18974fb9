package org.orbweaver.core.geometry;

/**
 * The geostationary arc as sites see it: all places 42,164 km from the Earth's centre in the plane
 * of the equator and above the site's horizon. A terminal that transmits near it would disturb the
 * satellites there (ITU Radio Regulations, article 22), so the angle between it and the serving
 * satellite has a lower limit.
 *
 * <p>The nearest place of the arc is found by Newton's method on the cosine of the angle. Layout:
 * for its first guess, by whole degree of latitude, unit vectors toward the arc in steps of three
 * degrees of longitude, in a frame turned to the site's meridian.
 */
public final class GsoArc {
  /** Radius of the geostationary orbit, metres. */
  public static final double RADIUS_M = 42_164_170.0;

  private static final int STEP_DEG = 3;
  private static final int LATITUDES = 181;
  private static final int NEWTON_STEPS = 4;
  private static final double[][] GUESSES = new double[LATITUDES][];

  static {
    for (int k = 0; k < LATITUDES; k++) {
      GUESSES[k] = guesses(k - 90);
    }
  }

  private final SiteTable sites;

  public GsoArc(SiteTable sites) {
    this.sites = sites;
  }

  /** The sites that look at it. */
  public SiteTable sites() {
    return sites;
  }

  /** Directions from a place on the prime meridian toward the whole arc it may see. */
  private static double[] guesses(int latDeg) {
    double latRad = Math.toRadians(latDeg);
    int steps = 90 / STEP_DEG;
    double[] d = new double[3 * (2 * steps + 1)];
    double x = Wgs84.SEMI_MAJOR_AXIS_M * Math.cos(latRad);
    double z = Wgs84.SEMI_MAJOR_AXIS_M * Math.sin(latRad);
    for (int k = -steps; k <= steps; k++) {
      double lonRad = Math.toRadians(k * STEP_DEG);
      double dx = RADIUS_M * Math.cos(lonRad) - x;
      double dy = RADIUS_M * Math.sin(lonRad);
      double range = Math.sqrt(dx * dx + dy * dy + z * z);
      int at = 3 * (k + steps);
      d[at] = dx / range;
      d[at + 1] = dy / range;
      d[at + 2] = -z / range;
    }
    return d;
  }

  /**
   * Smallest angle at the site between an Earth-fixed position and the arc above its horizon, rad;
   * positive infinity where the site sees nothing of the arc.
   */
  public double separationRad(int site, double xM, double yM, double zM) {
    double halfWidthRad = visibleHalfWidthRad(site);
    if (Double.isNaN(halfWidthRad)) {
      return Double.POSITIVE_INFINITY;
    }
    // Turned about the axis until the site lies on the prime meridian: y of the site is zero.
    double cosLon = sites.cosLon(site);
    double sinLon = sites.sinLon(site);
    double sx = cosLon * sites.xM(site) + sinLon * sites.yM(site);
    double sz = sites.zM(site);
    double dx = cosLon * xM + sinLon * yM - sx;
    double dy = cosLon * yM - sinLon * xM;
    double dz = zM - sz;
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    dx /= range;
    dy /= range;
    dz /= range;
    double lonRad =
        Math.clamp(guess(sites.point(site).latRad(), dx, dy, dz), -halfWidthRad, halfWidthRad);
    return angleRad(refine(lonRad, halfWidthRad, sx, sz, dx, dy, dz), sx, sz, dx, dy, dz);
  }

  /**
   * Half of the longitudes of the arc that a site sees, rad; {@code NaN} where it sees none. The
   * arc stands above the horizon where {@code R cos(lat) cos(dLon)} exceeds the site's height.
   */
  public double visibleHalfWidthRad(int site) {
    double heightM =
        sites.xM(site) * sites.upX(site)
            + sites.yM(site) * sites.upY(site)
            + sites.zM(site) * sites.upZ(site);
    double cos = heightM / (RADIUS_M * Math.cos(sites.point(site).latRad()));
    return cos > 1 || cos < 0 ? Double.NaN : Math.acos(cos);
  }

  private static double guess(double latRad, double dx, double dy, double dz) {
    double[] d = GUESSES[(int) Math.round(Math.toDegrees(latRad)) + 90];
    double best = -2;
    int bestAt = 0;
    for (int at = 0; at < d.length; at += 3) {
      double cos = dx * d[at] + dy * d[at + 1] + dz * d[at + 2];
      if (cos > best) {
        best = cos;
        bestAt = at;
      }
    }
    return Math.toRadians(bestAt / 3.0 * STEP_DEG - 90);
  }

  /**
   * Newton's method on {@code A' D² - (A - B) D D'}, the derivative of the cosine {@code (A - B)/D}
   * freed of its denominator, where A and B are the direction's components along the arc's place
   * and the site, and D is the distance of the two. A step never leaves the guess by more than two
   * samples, nor the visible arc.
   */
  private static double refine(
      double start, double halfWidthRad, double sx, double sz, double dx, double dy, double dz) {
    double reach = Math.toRadians(2.0 * STEP_DEG);
    double low = Math.max(-halfWidthRad, start - reach);
    double high = Math.min(halfWidthRad, start + reach);
    double b = dx * sx + dz * sz;
    double lon = start;
    for (int k = 0; k < NEWTON_STEPS; k++) {
      double cos = Math.cos(lon);
      double sin = Math.sin(lon);
      double a = RADIUS_M * (dx * cos + dy * sin);
      double slope = RADIUS_M * (dy * cos - dx * sin);
      double d2 = RADIUS_M * RADIUS_M + sx * sx + sz * sz - 2 * RADIUS_M * sx * cos;
      double dd = RADIUS_M * sx * sin;
      double g = slope * d2 - (a - b) * dd;
      double gSlope = -a * d2 + slope * dd - (a - b) * RADIUS_M * sx * cos;
      if (gSlope >= 0) {
        break;
      }
      lon = Math.clamp(lon - g / gSlope, low, high);
    }
    return lon;
  }

  private static double angleRad(
      double lonRad, double sx, double sz, double dx, double dy, double dz) {
    double ax = RADIUS_M * Math.cos(lonRad) - sx;
    double ay = RADIUS_M * Math.sin(lonRad);
    double az = -sz;
    double cx = dy * az - dz * ay;
    double cy = dz * ax - dx * az;
    double cz = dx * ay - dy * ax;
    return Math.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), dx * ax + dy * ay + dz * az);
  }
}
