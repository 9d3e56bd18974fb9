package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.validate.RainBins.Bin;
import org.orbweaver.core.radio.UnexplainedRain;

/**
 * The two numbers of what rain takes beyond physics, fitted by least squares on a grid.
 *
 * @param curve fitted to all bins
 * @param unseen by bin the factor that a curve says which was fitted to all others
 */
public record RainFit(UnexplainedRain curve, List<Double> unseen) {
  private static final double STEP_DB = 0.125;
  private static final int STEPS = 48;
  private static final double STEP_POWER = 0.02;

  public RainFit {
    unseen = List.copyOf(unseen);
  }

  static RainFit of(RainRates rates) {
    List<Bin> bins = rates.measured().bins();
    double[][] error = new double[STEPS * STEPS][bins.size()];
    for (int c = 0; c < error.length; c++) {
      for (int b = 0; b < bins.size(); b++) {
        Bin bin = bins.get(b);
        double wrong = rates.factor(bin, bin.mmPerH(), curve(c)) - bin.factor();
        error[c][b] = wrong;
      }
    }
    List<Double> unseen = new ArrayList<>();
    for (int b = 0; b < bins.size(); b++) {
      unseen.add(bins.get(b).factor() + error[best(error, b)][b]);
    }
    return new RainFit(curve(best(error, -1)), unseen);
  }

  private static UnexplainedRain curve(int number) {
    int db = number / STEPS;
    return new UnexplainedRain(STEP_DB * db, STEP_POWER * (number % STEPS));
  }

  private static int best(double[][] error, int without) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < error.length; c++) {
      double sum = 0;
      for (int b = 0; b < error[c].length; b++) {
        sum += b == without ? 0 : error[c][b] * error[c][b];
      }
      if (sum < least) {
        least = sum;
        best = c;
      }
    }
    return best;
  }
}
