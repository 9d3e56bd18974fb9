package org.orbweaver.app.live;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;

/** From a slot and the plan in force before it to its plan: {@code Planner::plan}. */
@FunctionalInterface
interface SlotPlanner {
  SlotPlan plan(Slot slot, @Nullable SlotPlan previous);
}
