package org.orbweaver.core.scenario;

import org.orbweaver.core.radio.UnexplainedRain;

/**
 * What a terminal's link loses in rain beyond what rain in the air explains: atOneDb times the
 * power of the rain rate. Fitted to measurements by {@code validate --fit}.
 */
public record UnexplainedRainSpec(
    @Key(
            value = "Lost at a rain rate of 1 mm/h, dB; 0 for nothing unexplained.",
            byDefault = "3.1",
            min = 0,
            max = 100)
        double atOneDb,
    @Key(
            value = "Power of the rain rate with which it grows.",
            byDefault = "0.38",
            min = 0,
            max = 10)
        double power) {
  /** The curve. */
  public UnexplainedRain curve() {
    return new UnexplainedRain(atOneDb, power);
  }
}
