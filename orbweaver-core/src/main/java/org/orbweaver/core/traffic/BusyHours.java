package org.orbweaver.core.traffic;

/**
 * How many use a network at each hour of a day, by local solar time, beside a day's geometric mean.
 * From the hourly correction of downloads in WetLinks (Laniewski and others 2024, two sites in the
 * Netherlands and Germany, 2023, CC BY-SA 4.0): a median of 245 Mbit/s that falls by 35 at 20 h and
 * rises by 28 at 5 h, read as neighbours who share 500 Mbit/s ({@link BackgroundLoad}). The table
 * does not name its clock; taken as local solar time it may be an hour or two off.
 */
public final class BusyHours {
  private static final double PEAK_MBPS = 500;
  private static final double MEDIAN_MBPS = 245.417;

  /** By hour, what a download at that hour lacks of the median, Mbit/s. */
  private static final double[] LACKS_MBPS = {
    -9.24, -13.14, -12.79, -17.07, -20.55, -28.15, -14.99, -6.82, -5.27, -7.06, -2.71, -1.25, 0.46,
    1.51, 2.26, 4.36, 10.02, 19.80, 26.23, 33.93, 34.55, 22.63, 6.93, -0.90
  };

  private static final double NS_PER_HOUR = 3.6e12;
  private static final double[] LOG_FACTOR = logFactors();

  /** Variance of the logarithm over a day. */
  static final double LOG_VARIANCE = logVariance();

  private BusyHours() {}

  private static double[] logFactors() {
    double[] logs = new double[LACKS_MBPS.length];
    double mean = 0;
    for (int h = 0; h < logs.length; h++) {
      logs[h] = Math.log(PEAK_MBPS / (MEDIAN_MBPS - LACKS_MBPS[h]) - 1);
      mean += logs[h] / logs.length;
    }
    for (int h = 0; h < logs.length; h++) {
      logs[h] -= mean;
    }
    return logs;
  }

  private static double logVariance() {
    double sum = 0;
    for (double log : LOG_FACTOR) {
      sum += log * log;
    }
    return sum / LOG_FACTOR.length;
  }

  /**
   * Of those who use it in the mean of a day, how many do at an hour.
   *
   * @param solarHour 0 to 24
   */
  public static double factor(double solarHour) {
    double at = solarHour - 0.5;
    double whole = Math.floor(at);
    int before = Math.floorMod((int) whole, LOG_FACTOR.length);
    double part = at - whole;
    return Math.exp(
        (1 - part) * LOG_FACTOR[before] + part * LOG_FACTOR[(before + 1) % LOG_FACTOR.length]);
  }

  /**
   * Mean solar time at a place.
   *
   * @param unixNs UTC, nanoseconds since the Unix epoch
   * @return hours, 0 to below 24
   */
  public static double solarHour(double lonRad, long unixNs) {
    double hour = Math.floorMod(unixNs, (long) (24 * NS_PER_HOUR)) / NS_PER_HOUR;
    double solar = (hour + 12 * lonRad / Math.PI) % 24;
    return solar < 0 ? solar + 24 : solar;
  }
}
