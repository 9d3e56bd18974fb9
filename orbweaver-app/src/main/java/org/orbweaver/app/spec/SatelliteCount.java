package org.orbweaver.app.spec;

import org.orbweaver.core.scenario.Key;

/** How many satellites a constellation has after its filters. */
public record SatelliteCount(
    @Key("Name of the constellation.") String constellation,
    @Key(value = "Fewest satellites.", min = 0) int atLeast,
    @Key(value = "Most satellites.", min = 0) int atMost) {}
