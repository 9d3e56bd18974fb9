package org.orbweaver.app.validate;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param name a word for files and rows, such as {@code countries}
 * @param title for readers
 * @param about what was compared, a paragraph
 * @param unit of the points
 * @param points each thing that was measured; may be empty
 * @param scores how good the model is, and a trivial baseline on the same rows
 * @param remarks where it is wrong and why, a paragraph each
 */
public record Finding(
    String name,
    String title,
    String about,
    String unit,
    List<Point> points,
    List<Score> scores,
    List<String> remarks) {
  public Finding {
    points = List.copyOf(points);
    scores = List.copyOf(scores);
    remarks = List.copyOf(remarks);
  }

  /** The same as one of several of its kind, told apart by a word. */
  Finding of(String which) {
    return new Finding(
        name + "-" + which, title + ": " + which, about, unit, points, scores, remarks);
  }

  /**
   * What several findings of a kind score in the mean, each counting alike.
   *
   * @param several at least one, with the same scores
   * @param name of their kind
   */
  static Finding mean(List<Finding> several, String name) {
    Finding first = several.getFirst();
    List<Score> scores =
        IntStream.range(0, first.scores.size())
            .mapToObj(k -> Score.mean(several.stream().map(f -> f.scores.get(k)).toList()))
            .toList();
    return new Finding(
        name,
        "Mean of " + several.size() + ": " + name,
        "The mean of the " + several.size() + " that follow.",
        first.unit,
        List.of(),
        scores,
        List.of());
  }

  /** One thing that was measured; the baseline is {@code NaN} where there is none. */
  public record Point(String name, double model, double measured, double baseline) {
    double error() {
      return model - measured;
    }
  }

  /**
   * One number that says how good the model is.
   *
   * @param model {@code NaN} where there are too few rows
   * @param baseline {@code NaN} where there is none
   * @param goal at most, or at least, this
   * @param atMost whether less is better
   */
  public record Score(
      String name,
      String unit,
      int rows,
      double model,
      double baseline,
      double goal,
      boolean atMost) {
    private static Score mean(List<Score> several) {
      Score first = several.getFirst();
      return new Score(
          first.name,
          first.unit,
          several.stream().mapToInt(Score::rows).sum(),
          several.stream().mapToDouble(Score::model).average().orElse(Double.NaN),
          several.stream().mapToDouble(Score::baseline).average().orElse(Double.NaN),
          first.goal,
          first.atMost);
    }

    /** Null where it cannot be said. */
    public @Nullable Boolean met() {
      if (Double.isNaN(model) || Double.isNaN(goal)) {
        return null;
      }
      return atMost ? model <= goal : model >= goal;
    }
  }
}
