package org.orbweaver.app.validate;

import org.orbweaver.core.scenario.Key;

/** A line of another tool's shortest paths. */
public record PairRow(
    @Key(value = "Terminal at one end.") String from,
    @Key(value = "Terminal at the other end.") String to,
    @Key(value = "There and back, ms.", min = 0, max = 100000) double rttMs,
    @Key(value = "Links.", min = 0, max = 100000) int hops) {}
