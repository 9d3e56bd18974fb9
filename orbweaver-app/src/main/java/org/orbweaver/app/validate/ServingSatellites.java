package org.orbweaver.app.validate;

import java.nio.file.Path;
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
  private static final double PROTECTED_RAD = Math.toRadians(18);

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
        "choice",
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
        List.of(),
        List.of(
            share("true satellite is admitted", rows, result.admitted(), Double.NaN, 0.97),
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
                "scheduled slots closer than 18° to the geostationary arc",
                "",
                rows.size(),
                result.closerThan(PROTECTED_RAD),
                Double.NaN,
                0,
                true)),
        List.of(
            "Rows whose elements have no such satellite, or whose label is wrong, count as missed."
                + " [choice.md](choice.md) says what the model is and how it does on rows it was"
                + " not fitted to."));
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
