package org.orbweaver.core.radio;

/**
 * What a link is seen to lose while it rains beyond what rain in the air explains: water on the
 * antenna, mostly, and whatever else comes with rain. Not physics but a curve that {@code validate
 * --fit} fits to measurements: {@code mostDb (1 - exp(-(R / scale)^power))}.
 *
 * @param mostDb how much it is at most; 0 for none
 * @param scaleMmPerH rain rate at which most of it is there
 * @param power how steeply it comes
 */
public record UnexplainedRain(double mostDb, double scaleMmPerH, double power) {
  /** Rain takes what the Recommendations say. */
  public static final UnexplainedRain NONE = new UnexplainedRain(0, 1, 1);

  /** The loss at a rain rate at the antenna. */
  public double db(double rainMmPerH) {
    return rainMmPerH <= 0 ? 0 : mostDb * -Math.expm1(-Math.pow(rainMmPerH / scaleMmPerH, power));
  }
}
