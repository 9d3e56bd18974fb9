package org.orbweaver.app.live;

import java.util.List;
import org.orbweaver.core.SlotPlan;

/**
 * What there is to say when a slot begins.
 *
 * @param number 1 for the slot in which the network began
 * @param plan the plan now in force
 * @param planNs how long planning took
 * @param lateNs how long after the slot's start the plan was there, in network time; 0 where it was
 *     in time. The first slot, which had begun before the network did, is never late
 * @param clockStepNs steps of the wall clock since the last report, see {@link
 *     NetworkClock#takeStepNs()}
 * @param leftOut slots since the last report that were never in force, because the clock was set
 *     forward or the machine is too slow
 * @param out names of what is out in this slot
 */
public record SlotReport(
    long number,
    SlotPlan plan,
    long planNs,
    long lateNs,
    long clockStepNs,
    long leftOut,
    List<String> out) {
  public SlotReport {
    out = List.copyOf(out);
  }
}
