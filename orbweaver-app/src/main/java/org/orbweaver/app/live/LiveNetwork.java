package org.orbweaver.app.live;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;

/**
 * The fold of slots with a clock. One thread plans: the slot in which the network begins, then
 * always the next one ahead of its time. It is the only writer of what is published; readers take
 * {@link #live()} from any thread. Whoever wants to change something hands it to that thread.
 */
public final class LiveNetwork implements AutoCloseable {
  /** How many times the first plan's time must be left of its slot. */
  private static final int HEADWAY = 2;

  /** What a change means for the plans. */
  enum Effect {
    /** Nothing. */
    NONE,
    /** The next slot is planned anew. */
    FROM_NEXT_SLOT,
    /** The rest of the running slot is rerouted at once, and the next slot planned anew. */
    AT_ONCE
  }

  /** Something to be done between two plans, by the planning thread. */
  interface Change<T> {
    /** Does it, or throws what the asker is to see and does nothing. */
    Effect make();

    /** What the asker is told once the effect is published. */
    T outcome(SlotPlan before, SlotPlan after);
  }

  private record Order<T>(Change<T> change, CompletableFuture<T> outcome) {}

  private final SlotGrid slots;
  private final SlotPlanner planner;
  private final NetworkClock clock;
  private final Queue<Order<?>> orders = new ConcurrentLinkedQueue<>();
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
    if (clock.nowNs() + HEADWAY * planNs * clock.speed() >= plan.slot().endNs()) {
      plan = planner.plan(nextSlot(plan.slot()), plan);
      clock.sleepUntil(plan.slot().startNs());
    }
    live = new LiveSlot(plan, null);
    punctuality = Punctuality.NONE.with(planNs, 0);
    first = new SlotReport(1, plan, planNs, 0, 0, 0, planner.out(plan.slot()));
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

  /** Has a change made, and tells when its effect is published; changes keep their order. */
  <T> CompletableFuture<T> order(Change<T> change) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    orders.add(new Order<>(change, outcome));
    LockSupport.unpark(thread);
    return outcome;
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
    SlotPlan plan;
    long planNs;
    long lateNs;
    do {
      SlotPlan current = live.current();
      Slot slot = nextSlot(current.slot());
      long beganNs = clock.monotonicNs();
      plan = planner.plan(slot, current);
      planNs = clock.monotonicNs() - beganNs;
      lateNs = Math.max(0, clock.nowNs() - slot.startNs());
      live = new LiveSlot(current, plan);
    } while (!isReached(plan.slot()));
    long leftOut = plan.slot().index() - live.current().slot().index() - 1;
    live = new LiveSlot(plan, null);
    punctuality = punctuality.with(planNs, lateNs);
    long number = plan.slot().index() - first.plan().slot().index() + 1;
    onSlot.accept(
        new SlotReport(
            number, plan, planNs, lateNs, clock.takeStepNs(), leftOut, planner.out(plan.slot())));
  }

  /**
   * Waits until a planned slot begins and makes what is ordered meanwhile; false where the slot has
   * to be planned anew for it.
   */
  private boolean isReached(Slot slot) throws InterruptedException {
    while (true) {
      clock.sleepUntil(slot.startNs(), () -> !orders.isEmpty());
      Order<?> order = orders.poll();
      if (order == null) {
        return true;
      }
      if (!make(order)) {
        return false;
      }
    }
  }

  /** Whether the next slot's plan still holds after a change. */
  private <T> boolean make(Order<T> order) {
    SlotPlan before = live.current();
    try {
      Effect effect = order.change().make();
      if (effect == Effect.AT_ONCE) {
        live = new LiveSlot(planner.reroute(before), null);
      }
      order.outcome().complete(order.change().outcome(before, live.current()));
      return effect == Effect.NONE;
    } catch (RuntimeException e) {
      order.outcome().completeExceptionally(e);
      return true;
    }
  }

  /** The slot after the planned one, or, where that is already over, the one that is now. */
  private Slot nextSlot(Slot planned) {
    return slots.of(Math.max(planned.index() + 1, slots.at(clock.nowNs()).index()));
  }

  /** Ends planning; the last plan stays readable, and what was ordered is not made any more. */
  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
