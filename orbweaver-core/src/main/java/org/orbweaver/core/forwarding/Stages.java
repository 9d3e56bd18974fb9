package org.orbweaver.core.forwarding;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stages one after another, each of tasks that may go side by side; with the help of threads of the
 * common pool if asked for. The pool is asked once for all stages, since to wake a thread takes as
 * long as a short stage. Until help comes the caller works alone, and between stages those who have
 * nothing to do wait a few microseconds for what the others are still at.
 *
 * <p>For one caller at a time.
 */
final class Stages {
  /** Turns of waiting before others on the machine may go first. */
  private static final int PATIENCE = 2_000;

  private final List<Stage> stages;
  private final int workers;
  private final AtomicIntegerArray begun;
  private final AtomicIntegerArray done;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final IntConsumer work = this::work;

  /**
   * What is done at some point.
   *
   * @param tasks how many tasks there are, asked when all stages before are done; may be asked
   *     often
   * @param task does one of them, by number
   */
  record Stage(IntSupplier tasks, IntConsumer task) {
    static Stage of(int tasks, IntConsumer task) {
      return new Stage(() -> tasks, task);
    }
  }

  /**
   * @param parallel whether threads of the common pool may help
   */
  Stages(boolean parallel, List<Stage> stages) {
    this.stages = List.copyOf(stages);
    workers = parallel ? 1 + ForkJoinPool.getCommonPoolParallelism() : 1;
    begun = new AtomicIntegerArray(stages.size());
    done = new AtomicIntegerArray(stages.size());
  }

  /** Goes through all stages. What a task throws, this throws. */
  void run() {
    for (int stage = 0; stage < stages.size(); stage++) {
      begun.set(stage, 0);
      done.set(stage, 0);
    }
    if (workers > 1) {
      IntStream.range(0, workers).parallel().forEach(work);
    } else {
      work(0);
    }
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  // What is waited for is at work already; to sleep would take longer than it does.
  @SuppressWarnings("ThreadPriorityCheck")
  private void work(int worker) {
    for (int stage = 0; stage < stages.size() && failure.get() == null; stage++) {
      int tasks = stages.get(stage).tasks().getAsInt();
      IntConsumer task = stages.get(stage).task();
      for (int k = begun.getAndIncrement(stage); k < tasks; k = begun.getAndIncrement(stage)) {
        try {
          task.accept(k);
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          done.getAndIncrement(stage);
        }
      }
      for (int turn = 0; done.get(stage) < tasks; turn++) {
        if (turn < PATIENCE) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }
  }
}
