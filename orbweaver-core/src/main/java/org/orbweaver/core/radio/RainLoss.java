package org.orbweaver.core.radio;

/**
 * What rain takes of the link between a place and a satellite.
 *
 * @param mmPerH rain rate at the place itself
 * @param downDb by rain in the air, toward the ground
 * @param upDb by rain in the air, from the ground
 * @param unexplainedDb on top of either; see {@link UnexplainedRain}
 */
public record RainLoss(double mmPerH, double downDb, double upDb, double unexplainedDb) {
  /** No rain. */
  public static final RainLoss NONE = new RainLoss(0, 0, 0, 0);

  /** The same with another unexplained part. */
  public RainLoss with(UnexplainedRain curve) {
    return new RainLoss(mmPerH, downDb, upDb, curve.db(mmPerH));
  }

  /** All that is lost in one direction, dB. */
  public double db(boolean isUp) {
    return (isUp ? upDb : downDb) + unexplainedDb;
  }
}
