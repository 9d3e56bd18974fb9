package org.orbweaver.core.traffic;

/**
 * Subscribers around a place.
 *
 * @param latRad of the place
 * @param lonRad of the place
 * @param count how many
 */
public record Subscribers(double latRad, double lonRad, double count) {}
