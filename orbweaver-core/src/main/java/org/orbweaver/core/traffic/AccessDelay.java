package org.orbweaver.core.traffic;

/**
 * What a round trip takes beside propagation: access to the satellite's channel (frames, grants,
 * queues) and processing at lasers. Access is a floor plus a lognormal part, {@code floor + scale ·
 * exp(spread · z)} with z standard normal: three numbers that give the measured quantiles from the
 * 1st to the 99th within a few milliseconds, long right tail included (doc/delay.md).
 *
 * @param floorS least access, seconds there and back
 * @param scaleS median of what access takes above its floor, seconds there and back
 * @param spread standard deviation of the logarithm of that part
 * @param perHopS processing at one laser link, seconds there and back
 */
public record AccessDelay(double floorS, double scaleS, double spread, double perHopS) {
  /** Of all round trips, a twentieth is faster than that of minus this, one slower than this. */
  private static final double Z95 = 1.6448536269514722;

  /** Quantiles of a round trip, milliseconds. */
  public record Quantiles(double p05Ms, double p50Ms, double p95Ms) {}

  /**
   * From what scenarios say.
   *
   * @param load 0 as usual; below 1
   */
  public static AccessDelay of(
      double floorMs, double medianMs, double spread, double load, double hopMs) {
    double scaleMs = Math.max(0, medianMs - floorMs) / (1 - load);
    return new AccessDelay(1e-3 * floorMs, 1e-3 * scaleMs, spread, 1e-3 * hopMs);
  }

  /** Access at a standard normal z, seconds there and back. */
  public double accessS(double z) {
    return floorS + scaleS * Math.exp(spread * z);
  }

  /** Processing on the way, seconds there and back. */
  public double processingS(int hops) {
    return hops * perHopS;
  }

  /**
   * Quantiles of the round trip over a path.
   *
   * @param propagationS there and back
   * @param hops laser links on it
   */
  public Quantiles over(double propagationS, int hops) {
    double baseS = propagationS + processingS(hops);
    return new Quantiles(
        1e3 * (baseS + accessS(-Z95)), 1e3 * (baseS + accessS(0)), 1e3 * (baseS + accessS(Z95)));
  }

  /** The part of all accesses that take at most so long, seconds there and back. */
  public double shareWithin(double accessS) {
    if (accessS < floorS || scaleS == 0) {
      return accessS < floorS ? 0 : 1;
    }
    double ratio = (accessS - floorS) / scaleS;
    if (spread == 0) {
      return ratio >= 1 ? 1 : 0;
    }
    return ratio == 0 ? 0 : Normal.below(Math.log(ratio) / spread);
  }

  /**
   * A quantile of round trips over many paths that are taken equally often: the time within which
   * that part of all arrives.
   *
   * @param baseS propagation and processing of each path, seconds there and back; {@code NaN} are
   *     left out
   * @param quantile above 0, below 1
   * @return seconds, or {@code NaN} where there is no path
   */
  public double mixedS(double[] baseS, double quantile) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    int paths = 0;
    for (double base : baseS) {
      if (!Double.isNaN(base)) {
        low = Math.min(low, base);
        high = Math.max(high, base);
        paths++;
      }
    }
    if (paths == 0) {
      return Double.NaN;
    }
    low += floorS;
    high += accessS(6);
    for (int step = 0; step < 50; step++) {
      double middle = (low + high) / 2;
      double within = 0;
      for (double base : baseS) {
        within += Double.isNaN(base) ? 0 : shareWithin(middle - base);
      }
      if (within < quantile * paths) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
