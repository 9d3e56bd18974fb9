package org.orbweaver.core.radio;

import java.util.List;
import org.orbweaver.core.geometry.GeodeticPoint;

/**
 * A round patch of rain in time: as its states say, straight between them; no rain before the first
 * and after the last.
 *
 * @param states with ascending times, at least one
 */
public record RainCell(List<State> states) {
  /**
   * A patch at an instant.
   *
   * @param timeNs UTC, nanoseconds since the Unix epoch
   * @param centre its height does not count
   * @param rainMmPerH everywhere within the radius
   */
  public record State(long timeNs, GeodeticPoint centre, double radiusM, double rainMmPerH) {}

  public RainCell {
    states = List.copyOf(states);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("a patch of rain has no state");
    }
    for (int k = 1; k < states.size(); k++) {
      if (states.get(k).timeNs() <= states.get(k - 1).timeNs()) {
        throw new IllegalArgumentException("the times of a patch of rain do not ascend");
      }
    }
  }

  /** Whether it rains at an instant: from the first state to before the last. */
  boolean isThere(long unixNs) {
    return unixNs >= states.getFirst().timeNs() && unixNs < states.getLast().timeNs();
  }

  /** Its state at an instant at which it is there. */
  State at(long unixNs) {
    int k = 1;
    while (states.get(k).timeNs() <= unixNs) {
      k++;
    }
    State from = states.get(k - 1);
    State to = states.get(k);
    double share = (double) (unixNs - from.timeNs) / (to.timeNs - from.timeNs);
    double turnRad = Math.IEEEremainder(to.centre.lonRad() - from.centre.lonRad(), 2 * Math.PI);
    return new State(
        unixNs,
        new GeodeticPoint(
            between(from.centre.latRad(), to.centre.latRad(), share),
            from.centre.lonRad() + share * turnRad,
            0),
        between(from.radiusM, to.radiusM, share),
        between(from.rainMmPerH, to.rainMmPerH, share));
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }
}
