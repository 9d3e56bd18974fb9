package org.orbweaver.core.geometry;

/**
 * Direction and distance from a site.
 *
 * @param azimuthRad from north over east, 0 to 2π
 * @param elevationRad above the plane normal to the ellipsoid
 * @param rangeM straight distance
 */
public record LookAngle(double azimuthRad, double elevationRad, double rangeM) {}
