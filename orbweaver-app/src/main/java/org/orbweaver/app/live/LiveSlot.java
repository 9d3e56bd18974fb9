package org.orbweaver.app.live;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;

/**
 * What is published: the plan in force and, once it is known, the one that follows. A reader takes
 * it once and asks it for an instant; so it sees whole plans only, and the change of plan happens
 * at the slot's boundary to the nanosecond, however late a thread wakes up.
 *
 * @param current the plan in force
 * @param next the plan that takes over when its slot begins, or null while it is being made
 */
public record LiveSlot(SlotPlan current, @Nullable SlotPlan next) {
  /**
   * The plan in force at an instant (network time). Where planning is late, the old plan holds
   * beyond its slot's end.
   */
  public SlotPlan at(long nowNs) {
    return next != null && nowNs >= next.slot().startNs() ? next : current;
  }

  /** The plan known to follow the one in force at an instant, or null. */
  public @Nullable SlotPlan after(long nowNs) {
    return next != null && nowNs < next.slot().startNs() ? next : null;
  }
}
