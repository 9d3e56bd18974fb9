package org.orbweaver.app.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;

/**
 * The fold of slots with a clock. One thread plans: the slot in which the network begins, then
 * always the next one ahead of its time. What is published is written by that thread and, within a
 * slot, by {@link #change}, one at a time; readers take {@link #live()} from any thread.
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

  /** Something to be changed while the network runs. */
  interface Change<T> {
    /** Does it, or throws what the asker is to see and does nothing. */
    Effect make();

    /** What the asker is told once the effect is published. */
    T outcome(SlotPlan before, SlotPlan after);

    /** Has the next slot planned anew; gives the plan in force. */
    static Change<SlotPlan> fromNextSlot() {
      return new Change<>() {
        @Override
        public Effect make() {
          return Effect.FROM_NEXT_SLOT;
        }

        @Override
        public SlotPlan outcome(SlotPlan before, SlotPlan after) {
          return after;
        }
      };
    }
  }

  /** How long a change waits for a slot to take over that is due; it takes a moment. */
  private static final long TAKE_OVER_NS = 1_000_000_000L;

  private final SlotGrid slots;
  private final SlotPlanner planner;
  private final NetworkClock clock;
  private final ReentrantLock publication = new ReentrantLock();
  private final Condition takenOver = publication.newCondition();

  /** Counts changes after which the next slot's plan does not hold any more. */
  private final AtomicLong edition = new AtomicLong();

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

  /**
   * Makes a change at once, in the calling thread, also while the next slot is being planned, which
   * is then planned anew.
   *
   * @return its outcome, once its effect is published
   */
  <T> T change(Change<T> change) {
    publication.lock();
    try {
      awaitTakeOver();
      SlotPlan before = live.current();
      Effect effect = change.make();
      if (effect != Effect.NONE) {
        edition.incrementAndGet();
      }
      if (effect == Effect.AT_ONCE) {
        live = new LiveSlot(planner.reroute(before), null);
      }
      return change.outcome(before, live.current());
    } finally {
      publication.unlock();
      LockSupport.unpark(thread);
    }
  }

  /** A slot that is due is not rerouted under the planning thread's hands. */
  private void awaitTakeOver() {
    long leftNs = TAKE_OVER_NS;
    try {
      while (leftNs > 0
          && live.after(Long.MIN_VALUE) != null
          && live.after(clock.nowNs()) == null) {
        leftNs = takenOver.awaitNanos(leftNs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    long planned = edition.get();
    SlotPlan current = live.current();
    Slot slot = nextSlot(current.slot());
    long beganNs = clock.monotonicNs();
    SlotPlan plan = planner.plan(slot, current);
    long planNs = clock.monotonicNs() - beganNs;
    long lateNs = Math.max(0, clock.nowNs() - slot.startNs());
    if (!publish(new LiveSlot(current, plan), planned)) {
      return;
    }
    clock.sleepUntil(slot.startNs(), () -> edition.get() != planned);
    if (!publish(new LiveSlot(plan, null), planned)) {
      return;
    }
    punctuality = punctuality.with(planNs, lateNs);
    onSlot.accept(
        new SlotReport(
            slot.index() - first.plan().slot().index() + 1,
            plan,
            planNs,
            lateNs,
            clock.takeStepNs(),
            slot.index() - current.slot().index() - 1,
            planner.out(slot)));
  }

  /** False where a change has overtaken the plan, which has to be made anew. */
  private boolean publish(LiveSlot slots, long planned) {
    publication.lock();
    try {
      if (edition.get() != planned) {
        return false;
      }
      live = slots;
      takenOver.signalAll();
      return true;
    } finally {
      publication.unlock();
    }
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
