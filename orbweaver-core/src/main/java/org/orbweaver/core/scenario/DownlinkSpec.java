package org.orbweaver.core.scenario;

import org.orbweaver.core.radio.RadioLink;

/** One beam toward terminals. */
public record DownlinkSpec(
    @Key(value = "Middle of the channel, GHz.", byDefault = "11.7", min = 1, max = 100)
        double frequencyGhz,
    @Key(value = "Width of the channel, MHz.", byDefault = "240", min = 0.001, max = 10000)
        double bandwidthMhz,
    @Key(
            value = "What the satellite radiates toward the terminal, dBW in the channel.",
            byDefault = "29",
            min = -100,
            max = 100)
        double eirpDbw,
    @Key(
            value = "How well the terminal receives: gain over noise temperature, dB/K.",
            byDefault = "9.2",
            min = -100,
            max = 100)
        double gainOverTempDb,
    @Key(
            value = "Lost because antennas do not point exactly, dB.",
            byDefault = "0.5",
            min = 0,
            max = 30)
        double pointingDb,
    @Key(value = "Signal over all interference, dB.", byDefault = "17", min = -30, max = 100)
        double interferenceDb,
    @Key(
            value = "How much better than its code asks a signal must be, dB.",
            byDefault = "1",
            min = 0,
            max = 30)
        double marginDb,
    @Key(
            value = "Share of the symbols that carries data.",
            byDefault = "0.963",
            min = 0,
            max = 1,
            aboveMin = true)
        double dataShare) {
  /** The link in SI units. */
  public RadioLink link() {
    return new RadioLink(
        1e9 * frequencyGhz,
        1e6 * bandwidthMhz,
        eirpDbw,
        gainOverTempDb,
        pointingDb,
        interferenceDb,
        marginDb,
        dataShare);
  }
}
