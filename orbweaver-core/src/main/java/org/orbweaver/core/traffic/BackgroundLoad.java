package org.orbweaver.core.traffic;

/**
 * What the subscribers of a network that a scenario does not simulate leave of a beam, in one
 * direction. A terminal shares with N others who use it at the same moment and gets {@code peak /
 * (1 + N)}, as of a processor that is shared. N is lognormal over a day; its median falls where
 * more satellites are in reach for each subscriber: {@code others · exp(−steepness · ln supply)},
 * with the supply of a {@link LoadMap}. The hour moves it by {@link BusyHours}.
 *
 * @param peakBps what a terminal gets with nobody beside it, bit/s
 * @param others the median of N where supply is 1
 * @param steepness power by which N falls with supply
 * @param spread standard deviation of the logarithm of N, all hours together
 */
public record BackgroundLoad(double peakBps, double others, double steepness, double spread) {
  /** Four fifths of a normal distribution lie below this. */
  static final double Z80 = 0.8416212335729143;

  private static final int STEPS = 60;

  /** Median of those who share with a terminal, over a day. */
  public double others(double logSupply) {
    return others * Math.exp(-steepness * logSupply);
  }

  /**
   * The same at an hour.
   *
   * @param solarHour local solar time, 0 to 24
   */
  public double othersAt(double logSupply, double solarHour) {
    return others(logSupply) * BusyHours.factor(solarHour);
  }

  /** Spread of the logarithm of N at one hour. */
  public double spreadWithinHour() {
    return Math.sqrt(Math.max(0, spread * spread - BusyHours.LOG_VARIANCE));
  }

  /** What a terminal gets beside so many others, bit/s. */
  public double rateBps(double besideOthers) {
    return peakBps / (1 + besideOthers);
  }

  /** Over a day. */
  public RateQuantiles ofDay(double logSupply) {
    return around(others(logSupply), spread);
  }

  /**
   * At an hour.
   *
   * @param solarHour local solar time, 0 to 24
   */
  public RateQuantiles ofHour(double logSupply, double solarHour) {
    return around(othersAt(logSupply, solarHour), spreadWithinHour());
  }

  private RateQuantiles around(double median, double ofSpread) {
    double apart = Math.exp(Z80 * ofSpread);
    return new RateQuantiles(rateBps(median * apart), rateBps(median), rateBps(median / apart));
  }

  /**
   * A quantile over a day and over many places with as many users each.
   *
   * @param logSupply of each place
   * @param quantile above 0, below 1
   * @return bit/s, or {@code NaN} where there is no place
   */
  public double mixedBps(double[] logSupply, double quantile) {
    if (logSupply.length == 0) {
      return Double.NaN;
    }
    double low = 0;
    double high = peakBps;
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      double below = 0;
      for (double place : logSupply) {
        below += shareBelow(middle, others(place));
      }
      if (below < quantile * logSupply.length) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double shareBelow(double rateBps, double median) {
    double beside = peakBps / rateBps - 1;
    if (beside <= 0) {
      return 1;
    }
    double log = Math.log(beside / median);
    return spread == 0 ? (log <= 0 ? 1 : 0) : Normal.below(-log / spread);
  }
}
