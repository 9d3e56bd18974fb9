package org.orbweaver.core.schedule;

import java.util.List;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Ephemeris;

/**
 * Which of the satellites in view a terminal prefers. The scheduler keeps the hard rules (mask,
 * protection of the geostationary arc, beams, antennas) whatever a strategy says; of equal scores
 * it takes the smaller satellite index. Implementations keep no state and are called from several
 * threads; they are found by {@link java.util.ServiceLoader}.
 */
public interface SelectionStrategy {
  /** The name by which a scenario asks for it: lower case, words joined by hyphens. */
  String name();

  /** How well a candidate suits the terminal; the scheduler tries higher scores first. */
  double score(Sky sky, int candidate);

  /**
   * Whether the score depends on {@link Sky#load}. Such a strategy is asked terminal by terminal,
   * each seeing what the ones before it took, instead of for all terminals at once.
   */
  default boolean usesLoad() {
    return false;
  }

  /**
   * The strategy made ready for one network; asked once before planning. One that needs nothing
   * made ready is its own answer.
   *
   * @param terminals by the index that {@link Sky#terminal} gives
   * @param satellites by the index that {@link Sky#satellite} gives
   * @param seed the scenario's, for strategies that draw lots
   */
  default SelectionStrategy over(SiteTable terminals, Ephemeris satellites, long seed) {
    return this;
  }

  /**
   * Where the strategy draws lots: the logarithm of a candidate's odds, up to a constant common to
   * the sky, not knowing which satellite served before; {@code NaN} where it draws none.
   */
  default double logOdds(Sky sky, int candidate) {
    return Double.NaN;
  }

  /** The parts of a score, which add up to it; none where the strategy does not tell. */
  default List<Term> terms(Sky sky, int candidate) {
    return List.of();
  }

  /**
   * A part of a score.
   *
   * @param name lower case, words joined by underscores
   */
  record Term(String name, double value) {}
}
