package org.orbweaver.core.scenario;

import org.orbweaver.core.radio.RadioLink;

/**
 * Links between satellites and gateways: how well they stand in clear air. What they then carry is
 * {@code feederMbps}; rain leaves the share of it that is left of their spectral efficiency.
 */
public record FeederSpec(
    @Key(value = "From the gateway, GHz.", byDefault = "28.5", min = 1, max = 100)
        double upFrequencyGhz,
    @Key(value = "To the gateway, GHz.", byDefault = "18.5", min = 1, max = 100)
        double downFrequencyGhz,
    @Key(
            value = "Signal over noise straight up at 550 km in clear air, dB.",
            byDefault = "33",
            min = -30,
            max = 100)
        double clearDb,
    @Key(value = "Signal over all interference, dB.", byDefault = "22", min = -30, max = 100)
        double interferenceDb) {
  private static final double REFERENCE_M = 550e3;
  private static final double REFERENCE_HZ = 500e6;
  private static final double BOLTZMANN_DB = 10 * Math.log10(1.380649e-23);

  /** What goes down to terminals comes up from the gateway first. */
  public RadioLink towardTerminals() {
    return link(1e9 * upFrequencyGhz);
  }

  /** What comes from terminals goes down to the gateway last. */
  public RadioLink fromTerminals() {
    return link(1e9 * downFrequencyGhz);
  }

  private RadioLink link(double frequencyHz) {
    double eirpDbw =
        clearDb
            + RadioLink.freeSpaceDb(frequencyHz, REFERENCE_M)
            + BOLTZMANN_DB
            + 10 * Math.log10(REFERENCE_HZ);
    return new RadioLink(frequencyHz, REFERENCE_HZ, eirpDbw, 0, 0, interferenceDb, 1, 1);
  }
}
