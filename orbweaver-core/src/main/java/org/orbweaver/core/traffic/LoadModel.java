package org.orbweaver.core.traffic;

import org.orbweaver.core.geometry.GeodeticPoint;

/**
 * The load that a network carries beside the terminals of its scenario: where it is, what it leaves
 * in each direction, and how it varies. Immutable; the same place and time give the same load.
 *
 * @param map supply by place
 * @param down toward terminals
 * @param up from terminals
 * @param isDrawn whether the load of an hour is a draw, one for each neighbourhood and quarter of
 *     an hour, and not the median
 * @param seed of the draws
 */
public record LoadModel(
    LoadMap map, BackgroundLoad down, BackgroundLoad up, boolean isDrawn, long seed) {
  /** How long a draw holds, and how often the hour is looked at. */
  public static final long HOLDS_NS = 15 * 60 * 1_000_000_000L;

  /** Places within so much of a degree draw together: they share a beam. */
  private static final double NEIGHBOURHOOD_RAD = Math.toRadians(0.2);

  /** Of one direction. */
  public BackgroundLoad background(boolean isUp) {
    return isUp ? up : down;
  }

  /**
   * How many others share with a terminal.
   *
   * @param unixNs UTC, nanoseconds since the Unix epoch; any moment of a quarter of an hour gives
   *     the same
   */
  public double others(boolean isUp, GeodeticPoint at, long unixNs) {
    long quarter = Math.floorDiv(unixNs, HOLDS_NS);
    double hour = BusyHours.solarHour(at.lonRad(), quarter * HOLDS_NS + HOLDS_NS / 2);
    BackgroundLoad background = background(isUp);
    double median = background.othersAt(map.logSupply(at), hour);
    return isDrawn ? median * Math.exp(background.spreadWithinHour() * z(at, quarter)) : median;
  }

  /** Both directions are busy together. */
  private double z(GeodeticPoint at, long quarter) {
    long row = Math.round(at.latRad() / NEIGHBOURHOOD_RAD);
    long column = Math.round(at.lonRad() / NEIGHBOURHOOD_RAD);
    return Normal.draw(Normal.key(Normal.key(Normal.key(seed, row), column), quarter));
  }

  /** Expected rates of a terminal at a moment's hour. */
  public RateQuantiles atHour(boolean isUp, GeodeticPoint at, long unixNs) {
    return background(isUp).ofHour(map.logSupply(at), BusyHours.solarHour(at.lonRad(), unixNs));
  }

  /** Expected rates of a terminal over a day. */
  public RateQuantiles ofDay(boolean isUp, GeodeticPoint at) {
    return background(isUp).ofDay(map.logSupply(at));
  }
}
