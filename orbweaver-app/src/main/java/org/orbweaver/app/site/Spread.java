package org.orbweaver.app.site;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Least, median, 95th percentile and greatest of some values; percentiles are the nearest rank, so
 * that each is a value that occurred. {@code NaN} where there are none.
 */
public record Spread(double min, double median, double p95, double max) {
  /** Of the values of slots 0 to size - 1 that are numbers. */
  static Spread of(int size, IntToDoubleFunction value) {
    double[] values = new double[size];
    int n = 0;
    for (int k = 0; k < size; k++) {
      double v = value.applyAsDouble(k);
      if (!Double.isNaN(v)) {
        values[n++] = v;
      }
    }
    Arrays.sort(values, 0, n);
    return n == 0
        ? new Spread(Double.NaN, Double.NaN, Double.NaN, Double.NaN)
        : new Spread(values[0], rank(values, n, 0.5), rank(values, n, 0.95), values[n - 1]);
  }

  private static double rank(double[] sorted, int n, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * n) - 1)];
  }
}
