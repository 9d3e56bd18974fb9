package org.orbweaver.core.scenario;

import org.orbweaver.core.radio.UnexplainedRain;

/** What a terminal's link loses in rain beyond what rain in the air explains. */
public record UnexplainedRainSpec(
    @Key(value = "The most that is lost, dB; 0 for none.", byDefault = "0", min = 0, max = 100)
        double mostDb,
    @Key(
            value = "Rain rate at which 63 % of that is lost, mm/h.",
            byDefault = "1",
            min = 0,
            max = 1000,
            aboveMin = true)
        double scaleMmPerH,
    @Key(value = "How steeply it comes with rain.", byDefault = "1", min = 0.1, max = 10)
        double power) {
  /** The curve. */
  public UnexplainedRain curve() {
    return new UnexplainedRain(mostDb, scaleMmPerH, power);
  }
}
