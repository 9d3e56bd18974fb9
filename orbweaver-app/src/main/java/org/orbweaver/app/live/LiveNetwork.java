package org.orbweaver.app.live;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;

/**
 * The fold of slots with a clock. One thread plans: the slot in which the network begins, then
 * always the next one ahead of its time. It is the only writer of what is published; readers take
 * {@link #live()} from any thread.
 */
public final class LiveNetwork implements AutoCloseable {
  /** How many times the first plan's time must be left of its slot. */
  private static final int HEADWAY = 2;

  private final SlotGrid slots;
  private final SlotPlanner planner;
  private final NetworkClock clock;
  private volatile LiveSlot live;
  private volatile Punctuality punctuality;
  private final SlotReport first;
  private volatile @Nullable Thread thread;

  /**
   * Plans the slot that the clock is in, in the calling thread. Nothing else runs until {@link
   * #start}. Where that slot is about to end, the next one would come late; the network then begins
   * with the next, a moment later.
   */
  LiveNetwork(SlotGrid slots, SlotPlanner planner, NetworkClock clock) throws InterruptedException {
    this.slots = slots;
    this.planner = planner;
    this.clock = clock;
    long beganNs = clock.monotonicNs();
    SlotPlan plan = planner.plan(slots.at(clock.nowNs()), null);
    long planNs = clock.monotonicNs() - beganNs;
    if (clock.nowNs() + HEADWAY * planNs >= plan.slot().endNs()) {
      plan = planner.plan(nextSlot(plan.slot()), plan);
      clock.sleepUntil(plan.slot().startNs());
    }
    live = new LiveSlot(plan, null);
    punctuality = Punctuality.NONE.with(planNs, 0);
    first = new SlotReport(1, plan, planNs, 0, 0);
  }

  /**
   * Reports the first slot and begins to plan ahead.
   *
   * @param onSlot told of each slot as it begins, by the planning thread; it must not block
   * @param onFailure told when planning failed; the network then keeps its last plan
   */
  void start(Consumer<SlotReport> onSlot, Consumer<Throwable> onFailure) {
    onSlot.accept(first);
    thread = Thread.ofPlatform().name("planning").daemon().start(() -> fold(onSlot, onFailure));
  }

  /** The plan in force and the one that follows. */
  public LiveSlot live() {
    return live;
  }

  /** How well planning has kept its time so far. */
  public Punctuality punctuality() {
    return punctuality;
  }

  private void fold(Consumer<SlotReport> onSlot, Consumer<Throwable> onFailure) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        advance(onSlot);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      onFailure.accept(e);
    }
  }

  /** Plans the next slot, publishes it, and waits until it begins. */
  private void advance(Consumer<SlotReport> onSlot) throws InterruptedException {
    SlotPlan current = live.current();
    Slot slot = nextSlot(current.slot());
    long beganNs = clock.monotonicNs();
    SlotPlan plan = planner.plan(slot, current);
    long planNs = clock.monotonicNs() - beganNs;
    long lateNs = Math.max(0, clock.nowNs() - slot.startNs());
    live = new LiveSlot(current, plan);
    clock.sleepUntil(slot.startNs());
    live = new LiveSlot(plan, null);
    punctuality = punctuality.with(planNs, lateNs);
    long number = slot.index() - first.plan().slot().index() + 1;
    onSlot.accept(new SlotReport(number, plan, planNs, lateNs, clock.takeStepNs()));
  }

  /** The slot after the planned one, or, where that is already over, the one that is now. */
  private Slot nextSlot(Slot planned) {
    return slots.of(Math.max(planned.index() + 1, slots.at(clock.nowNs()).index()));
  }

  /** Ends planning; the last plan stays readable. */
  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
