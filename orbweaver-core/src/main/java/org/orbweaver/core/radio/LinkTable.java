package org.orbweaver.core.radio;

/**
 * What a link carries by elevation, worked out once for satellites of one height: the planner looks
 * it up by the sine of the elevation and asks for no logarithm. Layout: rates by step of the sine,
 * and by step of the loss on top of clear air within it.
 */
public final class LinkTable {
  private static final int SINES = 128;
  private static final double EARTH_RADIUS_M = 6_371_008.8;

  /** Losses from 0 dB on. */
  private static final double STEP_DB = 0.125;

  private static final int LOSSES = 256;

  private final RadioLink link;
  private final float[] bps = new float[SINES * LOSSES];

  /**
   * @param altitudeM of the satellites above a sphere
   * @param zenithDb what clear air takes straight up
   */
  public LinkTable(RadioLink link, double altitudeM, double zenithDb) {
    this.link = link;
    for (int s = 0; s < SINES; s++) {
      double sin = (s + 0.5) / SINES;
      double clearDb = zenithDb / Math.max(sin, Math.sin(Math.toRadians(5)));
      double rangeM = rangeM(altitudeM, sin);
      for (int k = 0; k < LOSSES; k++) {
        bps[s * LOSSES + k] =
            (float) link.rateBps(link.carrierOverNoiseDb(rangeM, clearDb + k * STEP_DB));
      }
    }
  }

  /** Distance to a satellite over a spherical Earth, metres. */
  static double rangeM(double altitudeM, double sinElevation) {
    double up = EARTH_RADIUS_M * sinElevation;
    return Math.sqrt(up * up + 2 * EARTH_RADIUS_M * altitudeM + altitudeM * altitudeM) - up;
  }

  public RadioLink link() {
    return link;
  }

  /** Bit/s of the whole channel in clear air. */
  public double clearBps(double sinElevation) {
    return bps[row(sinElevation)];
  }

  /**
   * Bit/s of the whole channel.
   *
   * @param lossDb by rain and what it wets, 0 or more
   */
  public double bps(double sinElevation, double lossDb) {
    int k = (int) (lossDb / STEP_DB + 0.5);
    return k >= LOSSES ? 0 : bps[row(sinElevation) + k];
  }

  private static int row(double sinElevation) {
    return LOSSES * Math.clamp((int) (sinElevation * SINES), 0, SINES - 1);
  }
}
