package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.orbweaver.core.traffic.AccessDelay;

/**
 * Fits the numbers of delay to measurements, from plans that are made once: the median of access
 * and the time at lasers to countries by least absolute error, the shape of access to sites, what a
 * host behind a terminal adds to sites.
 *
 * @param medianMs of access
 * @param perHopMs at each laser link, there and back
 * @param errorMs mean absolute error of countries with these
 * @param unseenMs the same where each country's is told by the others
 * @param floorMs of access
 * @param spread of access
 * @param hostMs of a host behind a terminal
 */
public record DelayFit(
    double medianMs,
    double perHopMs,
    double errorMs,
    double unseenMs,
    double floorMs,
    double spread,
    double hostMs) {
  private static final double Z95 = 1.6448536269514722;
  private static final int HOPS = 26;
  private static final int MEDIANS = 161;

  private record Best(int hop, int median, double error) {}

  /** Steps of a tenth of a millisecond. */
  private static double perHopMs(int step) {
    return 0.1 * step;
  }

  /** Steps of a twentieth of a millisecond. */
  private static double medianMs(int step) {
    return 15 + 0.05 * step;
  }

  static DelayFit of(CountryDelays countries, SiteDelays sites) {
    List<CountryDelays.Country> all = countries.countries();
    double[][] restMs = new double[HOPS][all.size()];
    for (int h = 0; h < HOPS; h++) {
      for (int c = 0; c < all.size(); c++) {
        CountryDelays.Country country = all.get(c);
        double[] base = countries.delays().baseS(country.from(), country.to(), 1e-3 * perHopMs(h));
        restMs[h][c] = country.measuredMs() - 1e3 * new AccessDelay(0, 0, 0, 0).mixedS(base, 0.5);
      }
    }
    IntPredicate usable = c -> !Double.isNaN(restMs[0][c]);
    Best best = best(restMs, usable);
    double unseen = 0;
    int counted = 0;
    for (int left = 0; left < all.size(); left++) {
      int out = left;
      if (usable.test(out)) {
        Best others = best(restMs, c -> c != out && usable.test(c));
        unseen += Math.abs(restMs[others.hop()][out] - medianMs(others.median()));
        counted++;
      }
    }
    return withSites(best, unseen / counted, sites);
  }

  private static Best best(double[][] restMs, IntPredicate taken) {
    int[] countries = IntStream.range(0, restMs[0].length).filter(taken).toArray();
    Best best = new Best(0, 0, Double.POSITIVE_INFINITY);
    for (int h = 0; h < HOPS; h++) {
      for (int m = 0; m < MEDIANS; m++) {
        double sum = 0;
        for (int c : countries) {
          sum += Math.abs(restMs[h][c] - medianMs(m));
        }
        if (sum / countries.length < best.error()) {
          best = new Best(h, m, sum / countries.length);
        }
      }
    }
    return best;
  }

  /** Floor and spread from the sites' mean quantiles, less propagation. */
  private static DelayFit withSites(Best best, double unseenMs, SiteDelays sites) {
    List<double[]> above = new ArrayList<>();
    for (int k = 0; k < sites.rows().size(); k++) {
      double propagationMs = 1e3 * Statistics.median(sites.delays().servedS(k));
      SiteRow row = sites.rows().get(k);
      if (!Double.isNaN(propagationMs)) {
        above.add(
            new double[] {
              row.p5() - propagationMs, row.p50() - propagationMs, row.p95() - propagationMs
            });
      }
    }
    double p5 = Statistics.mean(above.stream().mapToDouble(q -> q[0]).toArray());
    double p50 = Statistics.mean(above.stream().mapToDouble(q -> q[1]).toArray());
    double p95 = Statistics.mean(above.stream().mapToDouble(q -> q[2]).toArray());
    double floor = (p5 * p95 - p50 * p50) / (p5 + p95 - 2 * p50);
    double spread = Math.log((p95 - floor) / (p50 - floor)) / Z95;
    return new DelayFit(
        medianMs(best.median()),
        perHopMs(best.hop()),
        best.error(),
        unseenMs,
        floor,
        spread,
        p50 - medianMs(best.median()));
  }
}
