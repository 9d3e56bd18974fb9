package org.orbweaver.app.validate;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.orbweaver.core.traffic.BackgroundLoad;

/**
 * Fits what others leave in one direction to rates by country: the logarithm of how many share with
 * a terminal is a line over the logarithm of supply, by least squares in which errors beyond their
 * own scale count by their size only (Huber 1964), the slope held back by {@value #RIDGE} countries
 * on the line's mean, so that a few far ones cannot tilt it. Spread is the median of what the 20th
 * and 80th percentiles say.
 */
final class RateFit {
  private static final double RIDGE = 6;
  private static final int ROUNDS = 20;
  private static final double TO_DEVIATION = 1.4826;
  private static final double Z80 = 0.8416212335729143;

  /** Beside nobody at all a logarithm would be infinite. */
  private static final double FEWEST_OTHERS = 0.02;

  private final List<CountryRates.Country> countries;
  private final double peakBps;
  private final double spread;
  private final double[] x;
  private final double[] y;

  RateFit(List<CountryRates.Country> countries, double peakBps) {
    this.countries = countries;
    this.peakBps = peakBps;
    x = countries.stream().mapToDouble(c -> Statistics.mean(c.logSupply())).toArray();
    y = countries.stream().mapToDouble(c -> logOthers(c.measured().p50Bps())).toArray();
    spread = spread();
  }

  private double logOthers(double rateBps) {
    return Math.log(Math.max(FEWEST_OTHERS, peakBps / rateBps - 1));
  }

  private double spread() {
    return Statistics.median(
        countries.stream()
            .flatMapToDouble(c -> {
              double middle = logOthers(c.measured().p50Bps());
              return Arrays.stream(
                  new double[] {
                    (logOthers(c.measured().p20Bps()) - middle) / Z80,
                    (middle - logOthers(c.measured().p80Bps())) / Z80
                  });
            })
            .toArray());
  }

  /** By every country. */
  BackgroundLoad all() {
    return by(c -> true);
  }

  /** By every country but one. */
  BackgroundLoad without(int country) {
    return by(c -> c != country);
  }

  private BackgroundLoad by(IntPredicate taken) {
    int[] rows = IntStream.range(0, x.length).filter(taken).toArray();
    double mean = Statistics.mean(Arrays.stream(rows).mapToDouble(r -> x[r]).toArray());
    double deviation =
        Math.sqrt(
            Statistics.mean(
                Arrays.stream(rows).mapToDouble(r -> (x[r] - mean) * (x[r] - mean)).toArray()));
    double level = Statistics.median(Arrays.stream(rows).mapToDouble(r -> y[r]).toArray());
    double slope = 0;
    double[] weight = new double[x.length];
    Arrays.fill(weight, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double zz = RIDGE;
      double zy = 0;
      double rest = 0;
      double weights = 0;
      for (int r : rows) {
        double z = (x[r] - mean) / deviation;
        rest += weight[r] * (y[r] - slope * z);
        weights += weight[r];
      }
      level = rest / weights;
      for (int r : rows) {
        double z = (x[r] - mean) / deviation;
        zz += weight[r] * z * z;
        zy += weight[r] * z * (y[r] - level);
      }
      slope = zy / zz;
      double[] errors = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        errors[i] = Math.abs(y[rows[i]] - level - slope * (x[rows[i]] - mean) / deviation);
      }
      double scale = Math.max(1e-3, TO_DEVIATION * Statistics.median(errors));
      for (int i = 0; i < rows.length; i++) {
        weight[rows[i]] = Math.min(1, scale / errors[i]);
      }
    }
    double steepness = -slope / deviation;
    return new BackgroundLoad(
        peakBps, Math.exp(level + steepness * mean), Math.max(0, steepness), spread);
  }
}
