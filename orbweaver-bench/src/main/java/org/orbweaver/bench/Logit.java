package org.orbweaver.bench;

import java.util.Arrays;
import java.util.List;

/**
 * Maximum likelihood of a conditional logit model (McFadden 1974) by Newton's method: its
 * likelihood is concave, so that a few steps from zero lead to the only top.
 */
final class Logit {
  private static final int STEPS = 30;
  private static final double RIDGE = 1e-6;

  private Logit() {}

  /**
   * One choice.
   *
   * @param x by candidate its features
   * @param chosen place of the one chosen
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Choice(double[][] x, int chosen) {}

  /** Weights of the features. */
  static double[] fit(List<Choice> choices, int features) {
    double[] w = new double[features];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[features];
      double[][] curvature = new double[features][features];
      for (Choice choice : choices) {
        add(choice, w, gradient, curvature);
      }
      for (int a = 0; a < features; a++) {
        gradient[a] -= RIDGE * w[a];
        curvature[a][a] += RIDGE;
      }
      double[] next = climb(choices, w, solve(curvature, gradient));
      if (Arrays.equals(next, w)) {
        break;
      }
      w = next;
    }
    return w;
  }

  /** Goes as much of a way as leads up: far from the top the parabola leads beyond it. */
  private static double[] climb(List<Choice> choices, double[] w, double[] way) {
    double loss = loss(choices, w);
    for (double share = 1; share > 1e-9; share /= 2) {
      double[] next = w.clone();
      for (int a = 0; a < w.length; a++) {
        next[a] += share * way[a];
      }
      if (loss(choices, next) < loss) {
        return next;
      }
    }
    return w;
  }

  /** Standard errors of weights, from the curvature of the likelihood. */
  static double[] errors(List<Choice> choices, double[] w) {
    double[][] curvature = new double[w.length][w.length];
    for (Choice choice : choices) {
      add(choice, w, new double[w.length], curvature);
    }
    double[] errors = new double[w.length];
    for (int a = 0; a < w.length; a++) {
      double[] unit = new double[w.length];
      unit[a] = 1;
      errors[a] = Math.sqrt(solve(copy(curvature), unit)[a]);
    }
    return errors;
  }

  /** Mean of the negative logarithm of the probability of what was chosen. */
  static double loss(List<Choice> choices, double[] w) {
    double sum = 0;
    for (Choice choice : choices) {
      sum -= Math.log(probabilities(choice, w)[choice.chosen]);
    }
    return sum / choices.size();
  }

  static double[] probabilities(Choice choice, double[] w) {
    double[] p = new double[choice.x.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < p.length; k++) {
      for (int a = 0; a < w.length; a++) {
        p[k] += w[a] * choice.x[k][a];
      }
      most = Math.max(most, p[k]);
    }
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k] - most);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static void add(Choice choice, double[] w, double[] gradient, double[][] curvature) {
    double[] p = probabilities(choice, w);
    double[] mean = new double[w.length];
    for (int k = 0; k < p.length; k++) {
      for (int a = 0; a < w.length; a++) {
        mean[a] += p[k] * choice.x[k][a];
      }
    }
    for (int a = 0; a < w.length; a++) {
      gradient[a] += choice.x[choice.chosen][a] - mean[a];
      for (int b = 0; b < w.length; b++) {
        for (int k = 0; k < p.length; k++) {
          curvature[a][b] += p[k] * (choice.x[k][a] - mean[a]) * (choice.x[k][b] - mean[b]);
        }
      }
    }
  }

  private static double[][] copy(double[][] m) {
    double[][] other = new double[m.length][];
    for (int a = 0; a < m.length; a++) {
      other[a] = m[a].clone();
    }
    return other;
  }

  /** Gauss's elimination; the matrix is positive definite and small. */
  private static double[] solve(double[][] m, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        double factor = m[b][a] / m[a][a];
        for (int c = a; c < n; c++) {
          m[b][c] -= factor * m[a][c];
        }
        x[b] -= factor * x[a];
      }
    }
    for (int a = n - 1; a >= 0; a--) {
      for (int c = a + 1; c < n; c++) {
        x[a] -= m[a][c] * x[c];
      }
      x[a] /= m[a][a];
    }
    return x;
  }
}
