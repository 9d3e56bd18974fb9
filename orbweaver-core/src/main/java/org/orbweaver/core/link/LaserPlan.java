package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.List;

/**
 * All laser links that a network is meant to have.
 *
 * @param fixed patterns that hold at any time
 * @param derived shells whose pattern is found from the elements
 */
public record LaserPlan(List<LaserPattern> fixed, List<DerivedLasers> derived) {
  public LaserPlan {
    fixed = List.copyOf(fixed);
    derived = List.copyOf(derived);
  }

  /** The patterns at an instant (UTC, nanoseconds since the Unix epoch). */
  public List<LaserPattern> at(long unixNs) {
    List<LaserPattern> patterns = new ArrayList<>(fixed);
    for (DerivedLasers shell : derived) {
      patterns.addAll(shell.at(unixNs));
    }
    return patterns;
  }
}
