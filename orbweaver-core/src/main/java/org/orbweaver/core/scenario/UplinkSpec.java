package org.orbweaver.core.scenario;

import org.orbweaver.core.radio.RadioLink;

/** One beam from terminals. */
public record UplinkSpec(
    @Key(value = "Middle of the channel, GHz.", byDefault = "14.25", min = 1, max = 100)
        double frequencyGhz,
    @Key(value = "Width of the channel, MHz.", byDefault = "62.5", min = 0.001, max = 10000)
        double bandwidthMhz,
    @Key(
            value = "What the terminal radiates toward the satellite while it sends, dBW.",
            byDefault = "34",
            min = -100,
            max = 100)
        double eirpDbw,
    @Key(
            value = "How well the satellite receives: gain over noise temperature, dB/K.",
            byDefault = "9.8",
            min = -100,
            max = 100)
        double gainOverTempDb,
    @Key(
            value = "Lost because antennas do not point exactly, dB.",
            byDefault = "0.5",
            min = 0,
            max = 30)
        double pointingDb,
    @Key(value = "Signal over all interference, dB.", byDefault = "22", min = -30, max = 100)
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
        double dataShare,
    @Key(
            value = "Share of the time in which one terminal may send.",
            byDefault = "0.11",
            min = 0,
            max = 1,
            aboveMin = true)
        double duty) {
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
