package org.orbweaver.app.validate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.choice.ChoiceCheck;
import org.orbweaver.app.choice.ServedSlots;
import org.orbweaver.app.choice.SiteEstimate;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Problems;

/** Where the satellites that really served stand among those of the model. */
final class ServingSatellites {
  /** What the check is called. */
  static final String NAME = "choice";

  private static final double PROTECTED_RAD = Math.toRadians(18);

  private static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9};

  private ServingSatellites() {}

  /** Null where the file cannot be used, which is then reported. */
  static @Nullable Finding finding(Path file, Network network, Problems problems) {
    ServedSlots rows = ServedSlots.read(file, network.ephemeris(), problems);
    if (rows == null || rows.size() == 0) {
      return null;
    }
    SiteEstimate site;
    try {
      site = SiteEstimate.of(rows, network.ephemeris());
    } catch (IllegalArgumentException e) {
      problems.add(
          Input.shown(file),
          1,
          1,
          "elevation_deg",
          "is of no satellite that the elements have",
          "elements of the measurement's date, and directions of satellites");
      return null;
    }
    ChoiceCheck.Result result = ChoiceCheck.run(network, rows, site.place(), null);
    double truthDeg = medianDeg(result.trueElevationRad());
    return new Finding(
        NAME,
        "Which satellite serves",
        String.format(
            Locale.ROOT,
            "The site is found from the directions in the file: %.3f° north, %.3f° east, to %.0f m."
                + " Its slots are planned one after another, as `plan --candidates` does, and the"
                + " true satellite is looked up among the admitted candidates by rank. Baseline:"
                + " the highest one that keeps 18° from the geostationary arc; for the log loss,"
                + " all that are admitted alike.",
            Math.toDegrees(site.place().latRad()),
            Math.toDegrees(site.place().lonRad()),
            site.spreadM()),
        "degrees",
        elevations(result),
        List.of(
            share("true satellite is admitted", rows, result.admitted(), Double.NaN, 0.97),
            share("true one is the first", rows, result.top(1), result.baselineTop(1), Double.NaN),
            share(
                "true one is among the first 5", rows, result.top(5), result.baselineTop(5), 0.65),
            share(
                "true one is among the first 10",
                rows,
                result.top(10),
                result.baselineTop(10),
                0.9),
            new Finding.Score(
                "mean log loss where the true one is admitted",
                "",
                rows.size(),
                result.logLoss(),
                result.evenLogLoss(),
                Double.NaN,
                true),
            new Finding.Score(
                "median elevation, difference from truth",
                "degrees",
                rows.size(),
                Math.abs(medianDeg(result.modelElevationRad()) - truthDeg),
                Math.abs(medianDeg(result.baselineElevationRad()) - truthDeg),
                3,
                true),
            new Finding.Score(
                "share of scheduled slots closer than 18° to the geostationary arc",
                "",
                rows.size(),
                (double) result.closerThan(PROTECTED_RAD) / rows.size(),
                result.blindlyTooNear(),
                0,
                true)),
        remarks(result));
  }

  /** Quantiles of the elevation at which slots are served. */
  private static List<Finding.Point> elevations(ChoiceCheck.Result result) {
    double[] model = sortedDeg(result.modelElevationRad());
    double[] truth = sortedDeg(result.trueElevationRad());
    double[] highest = sortedDeg(result.baselineElevationRad());
    return model.length == 0 || truth.length == 0 || highest.length == 0
        ? List.of()
        : Arrays.stream(QUANTILES)
            .mapToObj(q ->
                new Finding.Point(
                    String.format(Locale.ROOT, "elevation p%.0f", 100 * q),
                    Statistics.quantile(model, q),
                    Statistics.quantile(truth, q),
                    Statistics.quantile(highest, q)))
            .toList();
  }

  private static double[] sortedDeg(double[] rad) {
    return Arrays.stream(rad)
        .filter(value -> !Double.isNaN(value))
        .map(Math::toDegrees)
        .sorted()
        .toArray();
  }

  private static List<String> remarks(ChoiceCheck.Result result) {
    double admitted = Arrays.stream(result.admittedCount()).average().orElse(Double.NaN);
    double foretold = Math.exp(-result.logLoss());
    String goals =
        result.baselineTop(5) < 0.5
            ? " The goals of the first 5 and 10 are for the mean of sites that were never fitted,"
                + " where fewer stand and the highest is found more often (0.55 and 0.84) than"
                + " here."
            : "";
    return List.of(
        String.format(
            Locale.ROOT,
            "Of %.0f satellites that are admitted on average the model gives the true one a"
                + " probability of %.3f (geometric mean; all alike: %.3f). It is no more certain"
                + " than it is right: which satellites serve the cells around is not to be seen"
                + " from one terminal, and a crowded sky leaves many that are as good.%s",
            admitted,
            foretold,
            Math.exp(-result.evenLogLoss()),
            goals),
        "Rows whose elements have no such satellite, or whose label is wrong, count as missed."
            + " Baseline of the last row is one satellite in view, taken blindly."
            + " [choice.md](choice.md) says what the model is and how it does on rows it was"
            + " not fitted to.");
  }

  private static Finding.Score share(
      String name, ServedSlots rows, double model, double baseline, double goal) {
    return new Finding.Score(
        "share of slots whose " + name, "", rows.size(), model, baseline, goal, false);
  }

  private static double medianDeg(double[] rad) {
    return Math.toDegrees(ChoiceCheck.Result.median(rad));
  }
}
