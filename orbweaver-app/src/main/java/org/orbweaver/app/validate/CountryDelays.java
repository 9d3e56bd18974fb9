package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;

/** Median round trips by country, planned, beside what was measured. */
final class CountryDelays {
  /** What a two-parameter formula gives: this and so much a kilometre to the nearest PoP, ms. */
  private static final double BASELINE_MS = 23;

  private static final double BASELINE_MS_PER_KM = 0.013;
  private static final double FAR_KM = 2000;

  /** What stands at both ends of a country's users: a fifth is quicker, a fifth slower. */
  private static final double[] ENDS = {0.2, 0.8};

  /**
   * One country.
   *
   * @param endsMs measured, the quick and the slow end; {@code NaN} where not told
   */
  @SuppressWarnings("ArrayRecordComponent") // read here alone
  record Country(
      String code, double measuredMs, double[] endsMs, int from, int to, double nearestPopKm) {}

  private final List<Country> countries = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final PlannedDelays delays;

  CountryDelays(Network network, List<CountryRow> rows, int slots) {
    Map<String, List<CountryPlace>> places = Places.byCountry();
    List<TerminalSpec> terminals = new ArrayList<>();
    for (CountryRow row : rows) {
      String two = Places.alpha2(row.isoA3());
      List<CountryPlace> here = two == null ? null : places.get(two);
      if (here == null) {
        unknown.add(row.isoA3());
        continue;
      }
      int from = terminals.size();
      for (CountryPlace at : here) {
        String name = row.isoA3() + "-" + (terminals.size() - from);
        terminals.add(
            PlannedDelays.place(name, at.latDeg(), at.lonDeg(), new CountryAndPop(two, null)));
      }
      countries.add(
          new Country(
              row.isoA3(),
              row.latencyP50Ms(),
              new double[] {number(row.latencyFast20Ms()), number(row.latencySlow20Ms())},
              from,
              terminals.size(),
              nearestPopKm(network.pops(), here)));
    }
    delays = new PlannedDelays(network, terminals, slots);
  }

  private static double nearestPopKm(SiteTable pops, List<CountryPlace> places) {
    return places.stream()
        .map(at -> GeodeticPoint.ofDegrees(at.latDeg(), at.lonDeg(), 0))
        .mapToDouble(at ->
            IntStream.range(0, pops.size())
                .mapToDouble(p -> at.greatCircleM(pops.point(p)))
                .min()
                .orElse(Double.NaN))
        .map(m -> m / 1e3)
        .average()
        .orElse(Double.NaN);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  List<Country> countries() {
    return countries;
  }

  PlannedDelays delays() {
    return delays;
  }

  private double modelMs(Country c) {
    return 1e3 * delays.access().mixedS(delays.baseS(c.from(), c.to()), 0.5);
  }

  /** Of the medians of a country's places, which stand for its users. */
  private double endMs(Country c, double quantile) {
    double[] mediansMs =
        IntStream.range(c.from(), c.to())
            .mapToDouble(at -> 1e3 * delays.access().mixedS(delays.baseS(at, at + 1), 0.5))
            .filter(ms -> !Double.isNaN(ms))
            .sorted()
            .toArray();
    return mediansMs.length == 0 ? Double.NaN : Statistics.quantile(mediansMs, quantile);
  }

  private static double baselineMs(Country c) {
    return BASELINE_MS + BASELINE_MS_PER_KM * c.nearestPopKm();
  }

  Finding finding() {
    List<Finding.Point> points =
        countries.stream()
            .map(c -> new Finding.Point(c.code(), modelMs(c), c.measuredMs(), baselineMs(c)))
            .filter(p -> !Double.isNaN(p.model()))
            .toList();
    List<Finding.Point> far =
        IntStream.range(0, countries.size())
            .filter(k -> countries.get(k).nearestPopKm() > FAR_KM)
            .mapToObj(k -> countries.get(k).code())
            .flatMap(code -> points.stream().filter(p -> p.name().equals(code)))
            .toList();
    List<Finding.Score> scores = new ArrayList<>();
    scores.add(
        new Finding.Score(
            "mean absolute error",
            "ms",
            points.size(),
            mae(points, false),
            mae(points, true),
            4.0,
            true));
    scores.add(
        new Finding.Score(
            "rank correlation (Spearman)",
            "",
            points.size(),
            rank(points, false),
            rank(points, true),
            0.85,
            false));
    scores.add(
        new Finding.Score(
            "mean absolute error beyond 2,000 km of a PoP",
            "ms",
            far.size(),
            mae(far, false),
            mae(far, true),
            5,
            true));
    ends(scores);
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Countries that are missed by most are far from their PoP over lasers, whose real layout is"
            + " not published, or have several PoPs, of which a country's rule takes the nearest."
            + " Places with few users near their PoP come out a few milliseconds too slow: access"
            + " is the same for all here, and neither a country's measured rates nor its latitude"
            + " tell who is quick.");
    if (countries.stream().anyMatch(c -> !Double.isNaN(c.endsMs()[0]))) {
      remarks.add(
          "The 20th and 80th percentiles are those of users, of whom each counts once: the spread"
              + " of single round trips is not in them. Users of a country differ by more than"
              + " their places' ways do, and who is slow goes with no load that is known here.");
    }
    if (far.stream().anyMatch(p -> p.name().equals("MHL") && p.error() < -15)) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "The Marshall Islands take 20 ms more than any way to the PoP that their addresses"
                  + " name; without them the far ones are missed by %.1f ms.",
              mae(far.stream().filter(p -> !p.name().equals("MHL")).toList(), false)));
    }
    if (!unknown.isEmpty()) {
      remarks.add("Left out, because no place is known there: " + String.join(", ", unknown) + ".");
    }
    return new Finding(
        "countries",
        "Median round trip by country",
        "A dozen places of each country, each for as many people as the others, are planned in"
            + " slots over a day; the median of propagation, processing and access over all of"
            + " them, beside the operator's own figure. Baseline: 23 ms and 0.013 ms a kilometre to"
            + " the nearest PoP; for the ends, those and what lies between in the median of these"
            + " rows.",
        "ms",
        points,
        scores,
        remarks);
  }

  /** Both ends where they are told; baseline is the median's and what lies between on average. */
  private void ends(List<Finding.Score> scores) {
    for (int e = 0; e < ENDS.length; e++) {
      int end = e;
      List<Country> told =
          countries.stream()
              .filter(c -> !Double.isNaN(c.endsMs()[end]) && !Double.isNaN(endMs(c, ENDS[end])))
              .toList();
      double apart =
          Statistics.median(
              told.stream().mapToDouble(c -> c.endsMs()[end] - c.measuredMs()).toArray());
      List<Finding.Point> points =
          told.stream()
              .map(c ->
                  new Finding.Point(
                      c.code(), endMs(c, ENDS[end]), c.endsMs()[end], baselineMs(c) + apart))
              .toList();
      if (!told.isEmpty()) {
        scores.add(
            new Finding.Score(
                "mean absolute error of the " + (e == 0 ? "20th" : "80th") + " percentile of users",
                "ms",
                told.size(),
                mae(points, false),
                mae(points, true),
                Double.NaN,
                true));
      }
    }
  }

  private static double mae(List<Finding.Point> points, boolean baseline) {
    return Statistics.mean(
        points.stream()
            .mapToDouble(p -> Math.abs((baseline ? p.baseline() : p.model()) - p.measured()))
            .toArray());
  }

  private static double rank(List<Finding.Point> points, boolean baseline) {
    return Statistics.rankCorrelation(
        points.stream().mapToDouble(p -> baseline ? p.baseline() : p.model()).toArray(),
        points.stream().mapToDouble(Finding.Point::measured).toArray());
  }
}
