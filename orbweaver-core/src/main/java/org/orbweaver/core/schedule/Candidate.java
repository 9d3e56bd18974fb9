package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.LookAngle;

/**
 * A satellite in view of a terminal, and what became of it.
 *
 * @param satellite its index
 * @param look where it stands
 * @param gsoSeparationRad from the geostationary arc; positive infinity where that is not in view
 * @param admitted whether the protection of the geostationary arc allows it
 * @param rank 1 for the strategy's first choice among the admitted; 0 where it is not admitted
 * @param chosen whether it serves the terminal in this slot
 */
public record Candidate(
    int satellite,
    LookAngle look,
    double gsoSeparationRad,
    boolean admitted,
    int rank,
    boolean chosen) {}
