package org.orbweaver.governance.preview;

import java.util.HashSet;
import java.util.Set;

/**
 * How far the effect of a decision has moved between approval and execution.
 *
 * @param newEssential essential lines that lose now and did not then
 * @param losingThen lines that lost when it was approved
 * @param losingNow lines that lose now
 */
public record Drift(int newEssential, int losingThen, int losingNow) {
  /** Between what was approved and what would happen now. */
  public static Drift between(ImpactDetail then, ImpactDetail now) {
    Set<String> known = new HashSet<>();
    int losingThen = 0;
    for (ImpactDetail.LineImpact line : then.lines()) {
      if (line.slotsLost() > 0) {
        losingThen++;
        known.add(line.line());
      }
    }
    int losingNow = 0;
    int fresh = 0;
    for (ImpactDetail.LineImpact line : now.lines()) {
      if (line.slotsLost() > 0) {
        losingNow++;
        if (line.isEssential() && !known.contains(line.line())) {
          fresh++;
        }
      }
    }
    return new Drift(fresh, losingThen, losingNow);
  }

  /** How many more lines lose than then, per cent, rounded up; 0 where not more do. */
  public long moreLinesPercent() {
    if (losingNow <= losingThen) {
      return 0;
    }
    return losingThen == 0
        ? 100L * losingNow
        : Math.ceilDiv(100L * (losingNow - losingThen), (long) losingThen);
  }

  /**
   * Whether the case goes back: a new essential line, or more lines than allowed.
   *
   * @param morePercent by how much the lines may grow, 5 by default
   */
  public boolean sendsBack(int morePercent) {
    return newEssential > 0 || moreLinesPercent() > morePercent;
  }
}
