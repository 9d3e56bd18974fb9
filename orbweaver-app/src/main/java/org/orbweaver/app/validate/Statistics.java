package org.orbweaver.app.validate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Means, medians and rank correlation. */
final class Statistics {
  private Statistics() {}

  /** {@code NaN} where there are none. */
  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** {@code NaN} where there are none. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /**
   * A quantile, straight between neighbours.
   *
   * @param sorted ascending, at least one
   * @param part 0 to 1
   */
  static double quantile(double[] sorted, double part) {
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Spearman's rank correlation, mean ranks for ties; {@code NaN} below three pairs. */
  static double rankCorrelation(double[] a, double[] b) {
    return a.length < 3 ? Double.NaN : correlation(ranks(a), ranks(b));
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      for (double other : values) {
        ranks[i] += other < values[i] ? 1 : other == values[i] ? 0.5 : 0;
      }
    }
    return ranks;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i : IntStream.range(0, a.length).toArray()) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
