package org.orbweaver.app.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;

/** From a slot and the plan in force before it to its plan: {@code Planner::plan}. */
@FunctionalInterface
interface SlotPlanner {
  SlotPlan plan(Slot slot, @Nullable SlotPlan previous);

  /** The rest of the running slot, after something has failed in it. */
  default SlotPlan reroute(SlotPlan running) {
    return running;
  }

  /** Names of what is out in a slot. */
  default List<String> out(Slot slot) {
    return List.of();
  }
}
