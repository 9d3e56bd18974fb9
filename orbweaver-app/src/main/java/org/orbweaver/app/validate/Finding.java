package org.orbweaver.app.validate;

import java.util.List;
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
    /** Null where it cannot be said. */
    public @Nullable Boolean met() {
      if (Double.isNaN(model) || Double.isNaN(goal)) {
        return null;
      }
      return atMost ? model <= goal : model >= goal;
    }
  }
}
