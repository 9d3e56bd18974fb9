package org.orbweaver.core.schedule;

import java.util.List;
import org.orbweaver.core.geometry.LookAngle;

/**
 * A satellite in view of a terminal, and what became of it.
 *
 * @param satellite its index
 * @param look where it stands
 * @param gsoSeparationRad from the geostationary arc; positive infinity where that is not in view
 * @param admitted whether the protection of the geostationary arc allows it
 * @param rank 1 for the strategy's first choice among the admitted, or for the most probable one
 *     where it draws lots; 0 where it is not admitted
 * @param probability that it is chosen among the admitted, not knowing which served before; {@code
 *     NaN} where the strategy draws no lots, 0 where it is not admitted
 * @param score the strategy's, which it is tried by
 * @param terms the parts of the score, where the strategy tells
 * @param chosen whether it serves the terminal in this slot
 */
public record Candidate(
    int satellite,
    LookAngle look,
    double gsoSeparationRad,
    boolean admitted,
    int rank,
    double probability,
    double score,
    List<SelectionStrategy.Term> terms,
    boolean chosen) {
  public Candidate {
    terms = List.copyOf(terms);
  }
}
