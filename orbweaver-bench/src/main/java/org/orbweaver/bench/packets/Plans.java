package org.orbweaver.bench.packets;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.orbweaver.bench.Scenarios;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;

/**
 * Plans slots of 10,359 real satellites for ever, fifteen times as often as a live network does.
 */
final class Plans implements Runnable {
  private static final long EVERY_NS = 1_000_000_000L;
  private static final int SLOTS = 240;

  @Override
  public void run() {
    Network network = Scenarios.real();
    Planner planner = new Planner(network);
    long first = network.slots().atOrAfter(network.startNs()).index();
    SlotPlan previous = null;
    for (int step = 0; ; step = (step + 1) % SLOTS) {
      previous = next(planner, first + step, step == 0 ? null : previous);
      LockSupport.parkNanos(EVERY_NS);
    }
  }

  private static SlotPlan next(Planner planner, long slot, @Nullable SlotPlan previous) {
    return planner.plan(planner.network().slots().of(slot), previous);
  }
}
