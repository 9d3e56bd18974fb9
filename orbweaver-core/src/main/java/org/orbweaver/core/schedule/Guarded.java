package org.orbweaver.core.schedule;

import java.util.function.DoubleSupplier;

/**
 * A selection strategy of someone else's, watched: what it throws, and scores that are no number,
 * become a {@link StrategyFault} with its name.
 *
 * @param strategy the one watched
 * @param name its own, read once
 */
record Guarded(SelectionStrategy strategy, String name) implements SelectionStrategy {
  private static final String KIND = "selection";

  @Override
  public double score(Sky sky, int candidate) {
    double score = answer(KIND, name, () -> strategy.score(sky, candidate));
    if (Double.isNaN(score)) {
      throw new StrategyFault(KIND, name, "gives a score that is no number (NaN)", null);
    }
    return score;
  }

  @Override
  public boolean usesLoad() {
    return answer(KIND, name, () -> strategy.usesLoad() ? 1 : 0) == 1;
  }

  /** What foreign code answers; whatever it throws is its fault, lack of memory excepted. */
  static double answer(String kind, String name, DoubleSupplier question) {
    try {
      return question.getAsDouble();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new StrategyFault(kind, name, "threw " + e, e);
    }
  }
}
