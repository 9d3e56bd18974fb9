package org.orbweaver.core.schedule;

import java.util.Locale;
import java.util.ResourceBundle;
import org.orbweaver.core.orbit.Generation;

/**
 * What {@link AsObserved} weighs by.
 *
 * @param tiltRad how far dishes lean from the zenith toward the nearer pole
 * @param fullTiltLatRad latitude from which on they lean by all of that; toward the equator less,
 *     in proportion
 * @param kneeSin sine of the elevation over the dish's own plane above which more is no better
 * @param shortfall what the log odds lose by the square of how far that sine falls short of the
 *     knee
 * @param capacityPower the odds grow with this power of the satellite's capacity
 * @param v1Gbps capacity of the first make
 * @param v15Gbps capacity of the second make
 * @param v2Gbps capacity of the third make
 * @param kept what the log odds gain where the satellite served in the slot before
 */
public record ChoiceWeights(
    double tiltRad,
    double fullTiltLatRad,
    double kneeSin,
    double shortfall,
    double capacityPower,
    double v1Gbps,
    double v15Gbps,
    double v2Gbps,
    double kept) {
  private static final String RESOURCE = "org.orbweaver.core.schedule.as-observed";

  /** The weights that are shipped; their file names the data that they are fitted to. */
  public static ChoiceWeights shipped() {
    ResourceBundle file = ResourceBundle.getBundle(RESOURCE, Locale.ROOT);
    return new ChoiceWeights(
        Math.toRadians(number(file, "tilt_deg")),
        Math.toRadians(number(file, "full_tilt_from_lat_deg")),
        Math.sin(Math.toRadians(number(file, "knee_deg"))),
        number(file, "shortfall"),
        number(file, "capacity_power"),
        number(file, "v1_gbps"),
        number(file, "v15_gbps"),
        number(file, "v2_gbps"),
        number(file, "kept"));
  }

  private static double number(ResourceBundle file, String key) {
    return Double.parseDouble(file.getString(key));
  }

  /** How far a dish leans toward north, below zero toward south, rad. */
  public double tiltRad(double latRad) {
    return tiltRad * Math.clamp(latRad / fullTiltLatRad, -1, 1);
  }

  /**
   * What the direction adds to the log odds, zero or less.
   *
   * @param sinBoresight cosine of the angle between the satellite and the dish's axis
   */
  public double boresightTerm(double sinBoresight) {
    double lack = kneeSin - sinBoresight;
    return lack > 0 ? -shortfall * lack * lack : 0;
  }

  /** What the make adds to the log odds; zero for the first make and for those not known. */
  public double generationTerm(Generation generation) {
    double gbps =
        switch (generation) {
          case UNKNOWN, V1 -> v1Gbps;
          case V1_5 -> v15Gbps;
          case V2_MINI -> v2Gbps;
        };
    return capacityPower * Math.log(gbps / v1Gbps);
  }
}
