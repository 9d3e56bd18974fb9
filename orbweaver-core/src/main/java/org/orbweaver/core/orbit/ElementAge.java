package org.orbweaver.core.orbit;

/**
 * How far SGP4 is from the truth when its elements are old. Measured on a large constellation of
 * electrically raised satellites in low orbit, by propagating element sets to the epochs of the
 * next ones: 0.1 to 0.4 km within the hour, a median of 5.9 km (nine in ten below 30) after 1.3
 * days, and of 8.3 km (61) after 2 days. Between those the figures are interpolated, beyond them
 * continued by the last slope, which is the least to expect: manoeuvres make it worse.
 */
public final class ElementAge {
  /** Age, seconds, from which a network should not be planned without a warning. */
  public static final double STALE_S = 3 * 86_400.0;

  private static final double[] AGE_S = {3_600, 1.3 * 86_400, 2 * 86_400};
  private static final double[] MEDIAN_KM = {0.25, 5.9, 8.3};
  private static final double[] P90_KM = {0.4, 30, 61};

  private ElementAge() {}

  /** Median error of a position, kilometres, at a time before or after the epoch, seconds. */
  public static double expectedErrorKm(double ageS) {
    return interpolate(MEDIAN_KM, Math.abs(ageS));
  }

  /** Error, kilometres, that nine positions in ten stay below. */
  public static double errorP90Km(double ageS) {
    return interpolate(P90_KM, Math.abs(ageS));
  }

  private static double interpolate(double[] km, double ageS) {
    if (ageS <= AGE_S[0]) {
      return km[0];
    }
    int k = ageS < AGE_S[1] ? 0 : 1;
    return km[k] + (km[k + 1] - km[k]) * (ageS - AGE_S[k]) / (AGE_S[k + 1] - AGE_S[k]);
  }
}
