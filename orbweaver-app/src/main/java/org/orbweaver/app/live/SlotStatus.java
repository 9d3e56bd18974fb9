package org.orbweaver.app.live;

import org.orbweaver.core.schedule.Schedule;

/**
 * What a status line says.
 *
 * @param report the slot that begins
 * @param served terminals with service
 * @param terminals all of them
 * @param handovers terminals that change their satellite as the slot begins
 * @param carried since the line before
 * @param total since the start
 */
record SlotStatus(
    SlotReport report, int served, int terminals, int handovers, Carried carried, Carried total) {

  static SlotStatus of(SlotReport report, Carried before, Carried total) {
    Schedule schedule = report.plan().schedule();
    int served = 0;
    int handovers = 0;
    for (int t = 0; t < schedule.terminals(); t++) {
      served += schedule.isServed(t) ? 1 : 0;
      handovers += schedule.isHandover(t) ? 1 : 0;
    }
    return new SlotStatus(
        report, served, schedule.terminals(), handovers, total.since(before), total);
  }
}
