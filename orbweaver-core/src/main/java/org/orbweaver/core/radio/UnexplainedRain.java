package org.orbweaver.core.radio;

/**
 * What a link is seen to lose while it rains beyond what rain in the air explains: water on the
 * antenna, mostly, and whatever else comes with rain. Not physics but a curve that {@code validate
 * --fit} fits to measurements: {@code atOneDb R^power}.
 *
 * @param atOneDb at 1 mm/h; 0 for none
 * @param power of the rain rate at the antenna
 */
public record UnexplainedRain(double atOneDb, double power) {
  /** Rain takes what the Recommendations say. */
  public static final UnexplainedRain NONE = new UnexplainedRain(0, 1);

  /** The loss at a rain rate, mm/h, dB. */
  public double db(double rainMmPerH) {
    return rainMmPerH <= 0 ? 0 : atOneDb * Math.pow(rainMmPerH, power);
  }
}
