package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;

/**
 * Plans slots in order of time. The fold begins one slot before the first that is asked for, so
 * that a handover into it is known, and begins anew where slots are passed over.
 */
final class Fold {
  private final Planner planner;
  private @Nullable SlotPlan previous;
  private @Nullable SlotPlan current;

  Fold(Planner planner) {
    this.planner = planner;
  }

  /** The plan of a slot; asked again for the same slot, it gives the same plan. */
  SlotPlan at(Slot slot) {
    SlotPlan known = current;
    if (known != null && known.slot().equals(slot)) {
      return known;
    }
    SlotGrid slots = planner.network().slots();
    SlotPlan before =
        known != null && slots.next(known.slot()).equals(slot)
            ? known
            : planner.plan(slots.previous(slot), null);
    SlotPlan plan = planner.plan(slot, before);
    previous = before;
    current = plan;
    return plan;
  }

  /** The plan before the one last given, or null before the first. */
  @Nullable SlotPlan previous() {
    return previous;
  }
}
