package org.orbweaver.app.live;

/**
 * How well planning kept its time.
 *
 * @param planned slots that have begun, the first included
 * @param inTime of those, the ones that were planned before they began, and the first
 * @param worstPlanNs longest time that planning one slot took
 * @param worstLateNs longest delay of a plan beyond its slot's start
 */
public record Punctuality(long planned, long inTime, long worstPlanNs, long worstLateNs) {
  static final Punctuality NONE = new Punctuality(0, 0, 0, 0);

  Punctuality with(long planNs, long lateNs) {
    return new Punctuality(
        planned + 1,
        lateNs == 0 ? inTime + 1 : inTime,
        Math.max(worstPlanNs, planNs),
        Math.max(worstLateNs, lateNs));
  }
}
