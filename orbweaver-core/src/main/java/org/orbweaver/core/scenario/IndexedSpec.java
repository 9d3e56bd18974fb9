package org.orbweaver.core.scenario;

/** The regular order of an element file. */
public record IndexedSpec(
    @Key(value = "Number of planes.", min = 1, max = 1000) int planes,
    @Key(value = "Satellites in each plane.", min = 1, max = 1000) int perPlane) {}
