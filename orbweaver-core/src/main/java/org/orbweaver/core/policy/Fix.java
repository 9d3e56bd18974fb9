package org.orbweaver.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a moving terminal says it is, or that it does not know.
 *
 * @param terminal its index
 * @param place where, or null where it is unknown
 */
public record Fix(int terminal, @Nullable Place place) {
  /**
   * A reported place.
   *
   * @param latRad geodetic latitude
   * @param lonRad longitude
   * @param sigmaM standard deviation of the place, metres
   * @param country the country that it is in, ISO 3166-1 alpha-2, or null where it is in none
   */
  public record Place(double latRad, double lonRad, double sigmaM, @Nullable String country) {}
}
