package org.orbweaver.core.policy;

/**
 * How moving terminals pass the border of an area. A terminal is in the area, or out of it, only
 * when it is farther from the border than the distance here and than three times the uncertainty of
 * its place, for the time here; until then it stays what it was.
 *
 * @param enterM how far inside it must be to be in, metres
 * @param leaveM how far outside it must be to be out, metres
 * @param dwellNs for how long, nanoseconds
 * @param warnM how near to the border it is told what waits beyond it, metres
 * @param whenUnknown what becomes of it once its place has been unknown for long
 */
public record BorderRule(
    double enterM, double leaveM, long dwellNs, double warnM, WhenUnknown whenUnknown) {
  /** What holds where an area says nothing. */
  public static final BorderRule DEFAULT =
      new BorderRule(500, 1_000, 60_000_000_000L, 5_000, WhenUnknown.KEEP);

  public BorderRule {
    if (!(enterM >= 0 && leaveM >= 0 && warnM >= 0 && dwellNs >= 0)) {
      throw new IllegalArgumentException("distances and times at a border are not negative");
    }
  }
}
