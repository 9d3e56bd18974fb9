package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;

/**
 * Where a terminal may be found without anybody asking.
 *
 * @param allowanceM this far from its line's address, metres
 * @param sigmas so many standard deviations of the reported position are given besides
 */
public record LocationRule(double allowanceM, double sigmas) {
  /** 20 km, a few cells of service, and 3 standard deviations. */
  public static final LocationRule DEFAULT = new LocationRule(20_000, 3);

  public LocationRule {
    if (!(allowanceM >= 0 && sigmas >= 0)) {
      throw new RefusedException("an allowance cannot be negative");
    }
  }

  /**
   * How far beyond its allowance a terminal is, metres, or null where it is where it may be. The
   * answer asks for a review by a person; it never cuts anybody.
   *
   * @param sigmaM standard deviation of the reported position, metres
   */
  public @Nullable Double unexpectedM(GeodeticPoint address, GeodeticPoint at, double sigmaM) {
    double beyondM = address.greatCircleM(at) - allowanceM - sigmas * sigmaM;
    return beyondM > 0 ? beyondM : null;
  }
}
