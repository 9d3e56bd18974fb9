package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

  /** One country. */
  record Country(String code, double measuredMs, int from, int to, double nearestPopKm) {}

  private final List<Country> countries = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final PlannedDelays delays;

  CountryDelays(Network network, List<CountryRow> rows, int slots) {
    Map<String, List<CountryPlace>> places = new TreeMap<>();
    for (CountryPlace place : Places.all()) {
      places.computeIfAbsent(place.country(), code -> new ArrayList<>()).add(place);
    }
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

  List<Country> countries() {
    return countries;
  }

  PlannedDelays delays() {
    return delays;
  }

  private double modelMs(Country c) {
    return 1e3 * delays.access().mixedS(delays.baseS(c.from(), c.to()), 0.5);
  }

  Finding finding() {
    List<Finding.Point> points =
        countries.stream()
            .map(c ->
                new Finding.Point(
                    c.code(),
                    modelMs(c),
                    c.measuredMs(),
                    BASELINE_MS + BASELINE_MS_PER_KM * c.nearestPopKm()))
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
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Countries that are missed by most are far from their PoP over lasers, whose real layout is"
            + " not published, or have several PoPs, of which a country's rule takes the nearest."
            + " The Marshall Islands take 20 ms more than any way to the PoP that their addresses"
            + " name; without them the far ones are missed by 3 ms. Places with few users near"
            + " their PoP come out a few milliseconds too slow: access is the same for all here,"
            + " and neither a country's measured rates nor its latitude tell who is quick.");
    if (!unknown.isEmpty()) {
      remarks.add("Left out, because no place is known there: " + String.join(", ", unknown) + ".");
    }
    return new Finding(
        "countries",
        "Median round trip by country",
        "A dozen places of each country, each for as many people as the others, are planned in"
            + " slots over a day; the median of propagation, processing and access over all of"
            + " them, beside the operator's own figure. Baseline: 23 ms and 0.013 ms a kilometre to"
            + " the nearest PoP.",
        "ms",
        points,
        scores,
        remarks);
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
