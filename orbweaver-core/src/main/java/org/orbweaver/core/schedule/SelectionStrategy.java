package org.orbweaver.core.schedule;

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
}
