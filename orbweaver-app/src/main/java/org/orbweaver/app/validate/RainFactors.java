package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orbweaver.app.validate.RainBins.Bin;
import org.orbweaver.app.validate.RainBins.Count;
import org.orbweaver.core.radio.UnexplainedRain;

/** What rain leaves of the download rate, bin by bin, beside what was measured. */
final class RainFactors {
  private static final double NEAR = 0.07;
  private static final String EACH_NEAR = "share of bins of rain within 0.07";

  private final RainRates rates;
  private final List<Bin> bins;
  private final RainFit fit;

  RainFactors(RainRates rates) {
    this.rates = rates;
    this.bins = rates.measured().bins();
    this.fit = RainFit.of(rates);
  }

  RainFit fit() {
    return fit;
  }

  Finding finding() {
    List<Finding.Point> points = new ArrayList<>();
    List<Double> model = new ArrayList<>();
    for (Bin bin : bins) {
      double factor = rates.factor(bin, bin.mmPerH(), rates.shipped());
      model.add(factor);
      points.add(new Finding.Point(bin.title(), factor, bin.factor(), 1));
    }
    List<Finding.Score> scores = new ArrayList<>();
    scores.add(share(EACH_NEAR, model));
    scores.add(share(EACH_NEAR + ", each told by a fit to the others", fit.unseen()));
    scores.add(
        new Finding.Score(
            "greatest error of a bin told by a fit to the others",
            "",
            bins.size(),
            greatest(fit.unseen()),
            bins.stream().mapToDouble(bin -> 1 - bin.factor()).max().orElse(Double.NaN),
            NEAR,
            true));
    rates.measured().meanFactor().ifPresent(measured -> addMean(measured, points, scores));
    return new Finding(
        "rain",
        "Download in rain",
        "The rate in rain over the rate without, by bins of rain. Slots of a day are planned at"
            + " each place; in each it then rains as the middle of a bin says (1.6 times the bound"
            + " where there is none above). Baseline: rain takes nothing.",
        "factor",
        points,
        scores,
        List.of(
            String.format(
                Locale.ROOT,
                "Rain in the air (ITU-R P.838 along the path) explains little: alone it would leave"
                    + " between %.2f and %.2f of the rate where %.2f to %.2f was measured. The rest"
                    + " is `radio.budget.unexplainedRain`, a fitted curve of %.2f dB at 1 mm/h that"
                    + " grows with the power %.2f of the rain rate; water on the antenna is the"
                    + " likely cause.",
                least(UnexplainedRain.NONE),
                most(UnexplainedRain.NONE),
                bins.stream().mapToDouble(Bin::factor).min().orElse(Double.NaN),
                bins.stream().mapToDouble(Bin::factor).max().orElse(Double.NaN),
                rates.shipped().atOneDb(),
                rates.shipped().power()),
            "Bins of heavy rain hold few measurements: some rise where the next heavier one falls,"
                + " which no curve can follow."));
  }

  /** All rain together, weighed by how often each was measured, which nothing was fitted to. */
  private void addMean(double measured, List<Finding.Point> points, List<Finding.Score> scores) {
    double sum = 0;
    double all = 0;
    for (Count count : rates.measured().counts()) {
      sum += count.samples() * rates.factor(bins.getFirst(), count.mmPerH(), rates.shipped());
      all += count.samples();
    }
    if (all > 0) {
      points.add(new Finding.Point("all rain, mean", sum / all, measured, 1));
      scores.add(
          new Finding.Score(
              "error of the mean over all rain, not fitted",
              "",
              1,
              Math.abs(sum / all - measured),
              1 - measured,
              NEAR,
              true));
    }
  }

  private double least(UnexplainedRain curve) {
    return bins.stream()
        .mapToDouble(bin -> rates.factor(bin, bin.mmPerH(), curve))
        .min()
        .orElse(Double.NaN);
  }

  private double most(UnexplainedRain curve) {
    return bins.stream()
        .mapToDouble(bin -> rates.factor(bin, bin.mmPerH(), curve))
        .max()
        .orElse(Double.NaN);
  }

  private Finding.Score share(String name, List<Double> model) {
    int near = 0;
    int baseline = 0;
    for (int b = 0; b < bins.size(); b++) {
      near += Math.abs(model.get(b) - bins.get(b).factor()) <= NEAR ? 1 : 0;
      baseline += 1 - bins.get(b).factor() <= NEAR ? 1 : 0;
    }
    return new Finding.Score(
        name,
        "",
        bins.size(),
        (double) near / bins.size(),
        (double) baseline / bins.size(),
        1,
        false);
  }

  private double greatest(List<Double> model) {
    double worst = 0;
    for (int b = 0; b < bins.size(); b++) {
      worst = Math.max(worst, Math.abs(model.get(b) - bins.get(b).factor()));
    }
    return worst;
  }
}
