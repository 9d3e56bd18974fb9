package org.orbweaver.core;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/** From a network and a slot to the plan of that slot. */
public final class Planner {
  private final Network network;

  /** Prepares what does not change from slot to slot. */
  public Planner(Network network) {
    this.network = network;
  }

  public Network network() {
    return network;
  }

  /**
   * Plans one slot. Pure: the same network, slot and previous plan give a bit-identical plan.
   *
   * @param previous the plan of the slot before, or null where nothing is known of it
   */
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
    throw new UnsupportedOperationException("being written");
  }
}
