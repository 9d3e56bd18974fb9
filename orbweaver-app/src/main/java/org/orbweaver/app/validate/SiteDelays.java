package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;

/** Quantiles of the round trip from sites to their PoPs, planned, beside what was measured. */
final class SiteDelays {
  /** Baseline: propagation and this, ms. */
  private static final double BASELINE_MS = 20.5;

  private static final double[] QUANTILES = {0.05, 0.5, 0.95};
  private static final double[] NEAR_MS = {5, 5, 15};
  private static final int[] OF_SEVEN = {5, 6, 5};

  private final List<SiteRow> rows;
  private final PlannedDelays delays;

  SiteDelays(Network network, List<SiteRow> rows, int slots) {
    this.rows = rows;
    List<TerminalSpec> terminals = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      SiteRow row = rows.get(k);
      CountryAndPop home = new CountryAndPop(null, pop(network.pops(), row.pop()));
      terminals.add(PlannedDelays.place("site" + k, row.lat(), row.lon(), home));
    }
    delays = new PlannedDelays(network, terminals, slots);
  }

  /** The PoP that the first words name, or null. */
  private static @Nullable String pop(SiteTable pops, @Nullable String words) {
    String letters = words == null ? "" : words.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    for (int p = 0; p < pops.size(); p++) {
      if (letters.startsWith(pops.name(p))) {
        return pops.name(p);
      }
    }
    return null;
  }

  List<SiteRow> rows() {
    return rows;
  }

  PlannedDelays delays() {
    return delays;
  }

  Finding finding() {
    double hostMs = Fitted.value("hostMs");
    List<Finding.Point> points = new ArrayList<>();
    int[] near = new int[QUANTILES.length];
    int[] baselineNear = new int[QUANTILES.length];
    int sites = 0;
    for (int k = 0; k < rows.size(); k++) {
      SiteRow row = rows.get(k);
      double[] measured = {row.p5(), row.p50(), row.p95()};
      double[] base = delays.baseS(k, k + 1);
      double median = 1e3 * Statistics.median(delays.servedS(k)) + BASELINE_MS;
      if (Double.isNaN(median)) {
        continue;
      }
      sites++;
      for (int q = 0; q < QUANTILES.length; q++) {
        double model = 1e3 * delays.access().mixedS(base, QUANTILES[q]) + hostMs;
        String name = row.site() + " p" + Math.round(100 * QUANTILES[q]);
        points.add(new Finding.Point(name, model, measured[q], q == 1 ? median : Double.NaN));
        near[q] += Math.abs(model - measured[q]) <= NEAR_MS[q] ? 1 : 0;
        baselineNear[q] += q == 1 && Math.abs(median - measured[q]) <= NEAR_MS[q] ? 1 : 0;
      }
    }
    List<Finding.Score> scores = new ArrayList<>();
    for (int q : new int[] {1, 0, 2}) {
      scores.add(
          new Finding.Score(
              "share of sites whose p"
                  + Math.round(100 * QUANTILES[q])
                  + " is within "
                  + Math.round(NEAR_MS[q])
                  + " ms",
              "",
              sites,
              (double) near[q] / sites,
              q == 1 ? (double) baselineNear[q] / sites : Double.NaN,
              OF_SEVEN[q] / 7.0 - 1e-9,
              false));
    }
    return new Finding(
        "sites",
        "Round trip from a terminal to its PoP",
        "Sites are planned in slots over a day with elements near the measurement's date; "
            + hostMs
            + " ms are added for the host and router from which it was probed. Baseline:"
            + " propagation and 20.5 ms, which says nothing of other quantiles.",
        "ms",
        points,
        scores,
        remarks(points));
  }

  private static List<String> remarks(List<Finding.Point> points) {
    Finding.Point busy =
        points.stream().filter(p -> p.name().equals("seattle-usa p95")).findFirst().orElse(null);
    return busy == null || busy.error() > -15
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "A busy site is slower than the model, which knows no load: by %.0f ms in the tail"
                    + " (Seattle). The tail of quiet sites comes out 8 ms"
                    + " long instead: one spread stands for both kinds. Victoria, 130 km from"
                    + " Seattle and with the same PoP, has a quiet tail: what makes a site busy is"
                    + " not known of any place in advance.",
                -busy.error()));
  }
}
