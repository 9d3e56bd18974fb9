package org.example.tilted;

import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.schedule.SelectionStrategy;
import org.orbweaver.core.schedule.Sky;

/**
 * Prefers satellites near the axis of a dish that leans toward its pole: north in the northern
 * hemisphere, south in the southern one. The scheduler keeps its hard rules whatever this says; of
 * the satellites that they leave, the one with the highest score is tried first.
 */
public final class TiltedDish implements SelectionStrategy {
  /** How far the axis leans from the zenith, radians. */
  private static final double TILT_RAD = Math.toRadians(15);

  @Override
  public String name() {
    return "tilted-dish";
  }

  /**
   * The cosine of the angle between the dish's axis and the satellite, 1 where it is on the axis.
   */
  @Override
  public double score(Sky sky, int candidate) {
    boolean northern = sky.terminals().point(sky.terminal()).latRad() >= 0;
    double axisAzimuthRad = northern ? 0 : Math.PI;
    LookAngle at = sky.lookAngle(candidate);
    return Math.sin(at.elevationRad()) * Math.cos(TILT_RAD)
        + Math.cos(at.elevationRad())
            * Math.sin(TILT_RAD)
            * Math.cos(at.azimuthRad() - axisAzimuthRad);
  }
}
