package org.orbweaver.core.radio;

/**
 * Fading by scintillation of the air at elevations of at least 5 degrees: Recommendation ITU-R
 * P.618-13 (12/2017), section 2.4.1, with a turbulent layer up to 1,000 m.
 */
public final class Scintillation {
  private static final double LAYER_M = 1_000;

  private Scintillation() {}

  /**
   * Fade exceeded in a share of the time, dB.
   *
   * @param wetRefractivity wet term of radio refractivity, N units (P.453)
   * @param dishM diameter of the antenna
   * @param dishEfficiency 0 to 1
   * @param percent of the time, 0.01 to 50
   */
  public static double exceededDb(
      double frequencyHz,
      double elevationRad,
      double wetRefractivity,
      double dishM,
      double dishEfficiency,
      double percent) {
    double x = Math.log10(percent);
    double factor = -0.061 * x * x * x + 0.072 * x * x - 1.71 * x + 3;
    return factor * deviationDb(frequencyHz, elevationRad, wetRefractivity, dishM, dishEfficiency);
  }

  /** Standard deviation of the level, dB. */
  public static double deviationDb(
      double frequencyHz,
      double elevationRad,
      double wetRefractivity,
      double dishM,
      double dishEfficiency) {
    double ghz = 1e-9 * frequencyHz;
    double sin = Math.sin(elevationRad);
    double referenceDb = 3.6e-3 + 1e-4 * wetRefractivity;
    double lengthM = 2 * LAYER_M / (Math.sqrt(sin * sin + 2.35e-4) + sin);
    double x = 1.22 * dishEfficiency * dishM * dishM * ghz / lengthM;
    double averaging =
        x >= 7
            ? 0
            : Math.sqrt(
                3.86 * Math.pow(x * x + 1, 11.0 / 12) * Math.sin(11.0 / 6 * Math.atan2(1, x))
                    - 7.08 * Math.pow(x, 5.0 / 6));
    return referenceDb * Math.pow(ghz, 7.0 / 12) * averaging / Math.pow(sin, 1.2);
  }
}
