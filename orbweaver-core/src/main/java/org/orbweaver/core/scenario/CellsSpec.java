package org.orbweaver.core.scenario;

import org.orbweaver.core.policy.CellMode;

/** Cells of the H3 grid that stand for an area where it is counted or drawn. */
public record CellsSpec(
    @Key(
            value = "Resolution; 5 has cells of 253 km², each next one of a seventh.",
            min = 0,
            max = 9)
        int resolution,
    @Key(value = "Which cells: those whose centre is in the area.", byDefault = "centre")
        CellMode mode) {}
