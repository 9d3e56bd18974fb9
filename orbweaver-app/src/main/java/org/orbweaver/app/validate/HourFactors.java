package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.traffic.BackgroundLoad;
import org.orbweaver.core.traffic.LoadModel;

/** How the rate toward a terminal goes with the hour, beside what was measured. */
final class HourFactors {
  private static final String TABLE = "hourly_correction";
  private static final int HOURS = 24;

  private HourFactors() {}

  /**
   * Null where the file tells no hours, or no median that they are differences from.
   *
   * @param rows of a table of rates by rain, whose {@value #TABLE} says what each hour lacks of the
   *     median, Mbit/s
   */
  static @Nullable Finding finding(LoadModel load, List<RainRow> rows) {
    RainBins measured = RainBins.of(rows);
    if (measured.bins().isEmpty()) {
      return null;
    }
    RainBins.Bin site = measured.bins().getFirst();
    double logSupply =
        load.map().logSupply(GeodeticPoint.ofDegrees(site.latDeg(), site.lonDeg(), 0));
    BackgroundLoad down = load.background(false);
    double dayBps = down.ofDay(logSupply).p50Bps();
    List<Finding.Point> points = new ArrayList<>();
    for (RainRow row : rows) {
      if (row.table().equals(TABLE) && row.key().matches("\\d{1,2}")) {
        int hour = Integer.parseInt(row.key());
        if (hour < HOURS) {
          points.add(
              new Finding.Point(
                  String.format(Locale.ROOT, "%02d h", hour),
                  down.ofHour(logSupply, hour + 0.5).p50Bps() / dayBps,
                  1 - row.value() / site.dryMbps(),
                  1));
        }
      }
    }
    return points.isEmpty() ? null : finding(points);
  }

  private static Finding finding(List<Finding.Point> points) {
    return new Finding(
        "hours",
        "Download by hour",
        "The median rate at an hour over that of the day, at a place of the measurement, whose"
            + " hours are taken as local solar time. Baseline: every hour alike.",
        "factor",
        points,
        List.of(
            new Finding.Score(
                "mean absolute error",
                "",
                points.size(),
                meanError(points, false),
                meanError(points, true),
                Double.NaN,
                true),
            new Finding.Score(
                "greatest error",
                "",
                points.size(),
                greatest(points, false),
                greatest(points, true),
                Double.NaN,
                true)),
        List.of(
            "The hours of the model are fitted to the published table of WetLinks, so that there"
                + " only the load of the place is new. That table does not name its clock, and its"
                + " two sites are in one region: whether evenings are as busy elsewhere is not"
                + " known."));
  }

  private static double[] errors(List<Finding.Point> points, boolean baseline) {
    return points.stream()
        .mapToDouble(p -> Math.abs((baseline ? p.baseline() : p.model()) - p.measured()))
        .toArray();
  }

  private static double meanError(List<Finding.Point> points, boolean baseline) {
    return Statistics.mean(errors(points, baseline));
  }

  private static double greatest(List<Finding.Point> points, boolean baseline) {
    double worst = 0;
    for (double error : errors(points, baseline)) {
      worst = Math.max(worst, error);
    }
    return worst;
  }
}
