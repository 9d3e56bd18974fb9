package org.orbweaver.core.scenario;

/** One point of a horizon. */
public record HorizonPointSpec(
    @Key(value = "From north over east, degrees.", min = 0, max = 360) double azimuthDeg,
    @Key(value = "What is below it is hidden, degrees.", min = 0, max = 90) double elevationDeg) {}
