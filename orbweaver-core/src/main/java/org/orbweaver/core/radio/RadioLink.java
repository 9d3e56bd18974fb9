package org.orbweaver.core.radio;

/**
 * One direction of a link between a satellite and the ground: from what is sent to what arrives.
 *
 * @param frequencyHz in the middle of the channel
 * @param bandwidthHz occupied
 * @param eirpDbw power and gain of the sender, whole channel
 * @param gainOverTempDb of the receiver, dB/K
 * @param pointingDb lost because neither antenna points exactly
 * @param interferenceDb carrier over all that other beams, satellites and the sender's own
 *     amplifier put into the channel
 * @param marginDb kept back: how much better than the ladder asks a signal must be
 * @param dataShare share of symbols that carry data, 0 to 1
 */
public record RadioLink(
    double frequencyHz,
    double bandwidthHz,
    double eirpDbw,
    double gainOverTempDb,
    double pointingDb,
    double interferenceDb,
    double marginDb,
    double dataShare) {
  private static final double LIGHT_M_PER_S = 299_792_458;

  /** Boltzmann's constant, dB(W/K/Hz). */
  private static final double BOLTZMANN_DB = 10 * Math.log10(1.380649e-23);

  /** Loss of power by spreading, dB. */
  public static double freeSpaceDb(double frequencyHz, double rangeM) {
    return 20 * Math.log10(4 * Math.PI * rangeM * frequencyHz / LIGHT_M_PER_S);
  }

  /**
   * Carrier over noise and interference.
   *
   * @param airDb what gas, rain and wet antennas take, 0 or more; interference is weakened alike
   */
  public double carrierOverNoiseDb(double rangeM, double airDb) {
    double noiseDb =
        eirpDbw
            + gainOverTempDb
            - pointingDb
            - freeSpaceDb(frequencyHz, rangeM)
            - airDb
            - BOLTZMANN_DB
            - 10 * Math.log10(bandwidthHz);
    return -10 * Math.log10(ratio(-noiseDb) + ratio(-interferenceDb));
  }

  /** The same from a sender of other power. */
  public RadioLink withEirp(double otherDbw) {
    return new RadioLink(
        frequencyHz,
        bandwidthHz,
        otherDbw,
        gainOverTempDb,
        pointingDb,
        interferenceDb,
        marginDb,
        dataShare);
  }

  private static double ratio(double db) {
    return Math.pow(10, db / 10);
  }

  /** What the whole channel carries, bit/s. */
  public double rateBps(double carrierOverNoiseDb) {
    return bandwidthHz * dataShare * SpectralEfficiency.bitsPerHz(carrierOverNoiseDb - marginDb);
  }
}
