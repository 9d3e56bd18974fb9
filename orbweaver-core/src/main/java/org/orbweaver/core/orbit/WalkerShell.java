package org.orbweaver.core.orbit;

import java.util.ArrayList;
import java.util.List;

/**
 * A regular shell of circular orbits (J. G. Walker, Satellite constellations, Journal of the
 * British Interplanetary Society 37, 1984): planes evenly spread in right ascension, satellites
 * evenly spread in each, and neighbouring planes shifted along the orbit by a fixed phase.
 *
 * @param name the first part of the satellites' names
 * @param meanMotionRadPerS Kozai mean motion, rad/s; see {@link #meanMotionRadPerS(double, double)}
 * @param inclinationRad 0 to π
 * @param planes number of planes
 * @param perPlane satellites in each plane
 * @param phasing Walker's F: a satellite leads its neighbour of the plane to the west by F · 2π /
 *     (planes · perPlane)
 * @param raanSpreadRad right ascension over which the planes are spread, the last one a step short
 *     of its end: {@link #DELTA_SPREAD_RAD} or {@link #STAR_SPREAD_RAD} in Walker's patterns
 * @param raanOffsetRad right ascension of the first plane at the epoch, in TEME
 * @param anomalyOffsetRad mean anomaly of the first satellite at the epoch
 * @param epochNs UTC, nanoseconds since the Unix epoch
 */
public record WalkerShell(
    String name,
    double meanMotionRadPerS,
    double inclinationRad,
    int planes,
    int perPlane,
    int phasing,
    double raanSpreadRad,
    double raanOffsetRad,
    double anomalyOffsetRad,
    long epochNs) {
  /** Spread of a Walker delta: planes all round. */
  public static final double DELTA_SPREAD_RAD = 2 * Math.PI;

  /** Spread of a Walker star: ascending halves of all planes in one hemisphere. */
  public static final double STAR_SPREAD_RAD = Math.PI;

  /** Small enough to be a circle within a metre, and not the singular zero. */
  private static final double ECCENTRICITY = 1e-7;

  /**
   * @throws IllegalArgumentException where a count is below one
   */
  public WalkerShell {
    if (planes < 1 || perPlane < 1) {
      throw new IllegalArgumentException(
          "a shell needs at least one plane and one satellite in it");
    }
  }

  /**
   * The Kozai mean motion, rad/s, at which SGP4 flies with a mean semi-major axis of the equatorial
   * radius of WGS72 (6,378.135 km) plus this altitude, metres.
   */
  public static double meanMotionRadPerS(double altitudeM, double inclinationRad) {
    return MeanMotion.kozaiRadPerS(Wgs72.EARTH_RADIUS_M + altitudeM, ECCENTRICITY, inclinationRad);
  }

  public int size() {
    return Math.multiplyExact(planes, perPlane);
  }

  /**
   * Synthetic element sets without drag, in the order plane · perPlane + slot, named {@code
   * name-plane-slot} from zero, padded with zeros so that names sort as indices do.
   */
  public List<MeanElements> elements() {
    int planeDigits = Integer.toString(planes - 1).length();
    int slotDigits = Integer.toString(perPlane - 1).length();
    List<MeanElements> elements = new ArrayList<>(size());
    for (int plane = 0; plane < planes; plane++) {
      double raanRad = raanOffsetRad + raanSpreadRad * plane / planes;
      String planeName = name + "-" + padded(plane, planeDigits) + "-";
      for (int slot = 0; slot < perPlane; slot++) {
        // Whole steps of 1/(planes·perPlane) of a turn, so that no rounding piles up over planes.
        long steps = (long) slot * planes + (long) phasing * plane;
        double anomalyRad = anomalyOffsetRad + 2 * Math.PI * (steps % size()) / size();
        elements.add(
            new MeanElements(
                planeName + padded(slot, slotDigits),
                0,
                "",
                epochNs,
                meanMotionRadPerS,
                0,
                ECCENTRICITY,
                inclinationRad,
                positiveTurn(raanRad),
                0,
                positiveTurn(anomalyRad),
                0));
      }
    }
    return elements;
  }

  private static double positiveTurn(double rad) {
    double within = rad % (2 * Math.PI);
    return within < 0 ? within + 2 * Math.PI : within;
  }

  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}
