package org.orbweaver.core.geometry;

/**
 * A quick first answer to whether a direction keeps its angle from the geostationary arc, for
 * groups of sites that lie together; {@link GsoArc} decides what it leaves open.
 *
 * <p>From any site the arc keeps to a narrow belt of declination, just below the equator as seen
 * from the north. A direction is never nearer to the arc than to the belt; and where the arc passes
 * its hour angle, no farther from it than to the belt's far side. Both are comparisons of sines.
 *
 * <p>Layout: an array by group for each bound.
 */
public final class GsoScreen {
  /** Far enough for every site of the group. */
  public static final int ADMITTED = 1;

  /** For no site of the group. */
  public static final int REFUSED = -1;

  /** Ask {@link GsoArc}. */
  public static final int OPEN = 0;

  /** What the quick and the exact answer may differ by at most, with plenty to spare. */
  private static final double SPARE_RAD = 2e-3;

  /** Up to here the arc is a parallel of declination near enough. */
  private static final double LARGEST_LIMIT_RAD = 0.4;

  private final boolean protects;
  private final double cosFar;
  private final double sinFar;
  private final double cosNear;
  private final double sinNear;
  private final double limitRad;
  private final double[] admitAbove;
  private final double[] admitBelow;
  private final double[] refuseAbove;
  private final double[] refuseBelow;
  private final double[] cosSpan;
  private final double[] cosLon;
  private final double[] sinLon;

  /**
   * @param limitRad least angle from the arc; 0 for none
   */
  public GsoScreen(int groups, double limitRad) {
    this.limitRad = limitRad;
    protects = limitRad > 0;
    // The arc slants by 0.016 at most, which brings it nearer by a part of m² / 2 and no more.
    double spareRad = limitRad > LARGEST_LIMIT_RAD ? Double.NaN : 1e-4 + 4e-4 * limitRad;
    cosFar = Math.cos(limitRad + spareRad);
    sinFar = Math.sin(limitRad + spareRad);
    cosNear = Math.cos(limitRad - spareRad);
    sinNear = Math.sin(limitRad - spareRad);
    admitAbove = new double[groups];
    admitBelow = new double[groups];
    refuseAbove = new double[groups];
    refuseBelow = new double[groups];
    cosSpan = new double[groups];
    cosLon = new double[groups];
    sinLon = new double[groups];
  }

  /**
   * Says where a group lies.
   *
   * @param x its middle, metres
   * @param radiusM from the middle to any site, at most
   * @param halfWidthRad half of the arc's longitudes that every site sees; {@code NaN} where one
   *     sees none
   */
  public void place(int group, double x, double y, double z, double radiusM, double halfWidthRad) {
    double axisM = Math.hypot(x, y);
    double spareRad = SPARE_RAD + 2 * radiusM / (GsoArc.RADIUS_M - axisM);
    double nearRad = Math.atan2(-z, GsoArc.RADIUS_M - axisM);
    double farRad = Math.atan2(-z, Math.hypot(GsoArc.RADIUS_M, axisM));
    double lowRad = Math.min(nearRad, farRad) - spareRad;
    double highRad = Math.max(nearRad, farRad) + spareRad;
    admitAbove[group] = sine(highRad + limitRad);
    admitBelow[group] = sine(lowRad - limitRad);
    refuseAbove[group] = sine(highRad - limitRad);
    refuseBelow[group] = sine(lowRad + limitRad);
    cosLon[group] = axisM > 0 ? x / axisM : 1;
    sinLon[group] = axisM > 0 ? y / axisM : 0;
    double spanRad =
        Math.atan2(
            GsoArc.RADIUS_M * Math.sin(halfWidthRad),
            GsoArc.RADIUS_M * Math.cos(halfWidthRad) - axisM);
    // Another meridian is the middle of the arc for a site east or west of the group's middle.
    spanRad -= spareRad + (radiusM < axisM / 2 ? 2 * radiusM / axisM : Math.PI);
    cosSpan[group] = spanRad > 0 ? Math.cos(spanRad) : 3;
  }

  /** Beyond a right angle from the equator there is no direction. */
  private static double sine(double declinationRad) {
    if (Math.abs(declinationRad) >= Math.PI / 2) {
      return Math.copySign(2, declinationRad);
    }
    return Math.sin(declinationRad);
  }

  /**
   * What holds for every site of a group.
   *
   * @param x direction, Earth-fixed, of length one
   * @param slackRad how far the direction may differ from site to site
   */
  public int judge(int group, double x, double y, double z, double slackRad) {
    if (!protects || z - slackRad > admitAbove[group] || z + slackRad < admitBelow[group]) {
      return ADMITTED;
    }
    if (z - slackRad > refuseAbove[group] && z + slackRad < refuseBelow[group]) {
      double toMeridian = x * cosLon[group] + y * sinLon[group];
      double needed = cosSpan[group] * Math.sqrt(x * x + y * y);
      if (toMeridian > needed + slackRad * (1 + Math.abs(cosSpan[group]))) {
        return REFUSED;
      }
    }
    return OPEN;
  }

  /**
   * The same for one site of a group, and rarely open: where the arc passes the direction's hour
   * angle it stands at a declination that can be told, and about there is its nearest place.
   *
   * @param siteX where the site lies, metres
   */
  public int judge(
      int group, double siteX, double siteY, double siteZ, double x, double y, double z) {
    int judged = judge(group, x, y, z, 0);
    if (judged != OPEN) {
      return judged;
    }
    double axisM = Math.sqrt(siteX * siteX + siteY * siteY);
    double flat = Math.sqrt(x * x + y * y);
    double cosHour = (x * siteX + y * siteY) / (axisM * flat);
    double sinAxisM = axisM * Math.sqrt(Math.max(0, 1 - cosHour * cosHour));
    double flatM =
        Math.sqrt(GsoArc.RADIUS_M * GsoArc.RADIUS_M - sinAxisM * sinAxisM) - axisM * cosHour;
    double rangeM = Math.sqrt(flatM * flatM + siteZ * siteZ);
    double sinArc = -siteZ / rangeM;
    double cosArc = flatM / rangeM;
    if (z > sinArc * cosFar + cosArc * sinFar || z < sinArc * cosFar - cosArc * sinFar) {
      return ADMITTED;
    }
    boolean passes = x * cosLon[group] + y * sinLon[group] > cosSpan[group] * flat;
    boolean near =
        z < sinArc * cosNear + cosArc * sinNear && z > sinArc * cosNear - cosArc * sinNear;
    return passes && near ? REFUSED : OPEN;
  }
}
