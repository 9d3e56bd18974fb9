package org.orbweaver.core.schedule;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Ephemeris;

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
  public SelectionStrategy over(SiteTable terminals, Ephemeris satellites, long seed) {
    SelectionStrategy ready = told(() -> strategy.over(terminals, satellites, seed));
    return ready == strategy ? this : new Guarded(ready, name);
  }

  @Override
  public double logOdds(Sky sky, int candidate) {
    return answer(KIND, name, () -> strategy.logOdds(sky, candidate));
  }

  @Override
  public List<Term> terms(Sky sky, int candidate) {
    return told(() -> strategy.terms(sky, candidate));
  }

  @Override
  public boolean usesLoad() {
    return answer(KIND, name, () -> strategy.usesLoad() ? 1 : 0) == 1;
  }

  private <T> T told(Supplier<T> question) {
    try {
      return Objects.requireNonNull(question.get());
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new StrategyFault(KIND, name, "threw " + e, e);
    }
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
