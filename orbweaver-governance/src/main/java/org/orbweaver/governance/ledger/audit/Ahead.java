package org.orbweaver.governance.ledger.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * Values by consecutive indices, taken in their order while other threads work out those that come
 * next. Whoever takes one that nobody has begun works it out, so that no processor waits. Not for
 * several threads.
 */
final class Ahead<V> implements AutoCloseable {
  /** So many are begun or done before they are taken. */
  private static final int MOST = 64;

  private static final int MOST_HELPERS =
      Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  private final Deque<FutureTask<V>> ordered = new ArrayDeque<>();
  private final Queue<FutureTask<V>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger helpers = new AtomicInteger();
  private final LongFunction<V> work;
  private final long end;
  private long next;

  /**
   * @param first index
   * @param end index after the last
   * @param work asked by several threads at once
   */
  Ahead(long first, long end, LongFunction<V> work) {
    this.next = first;
    this.end = end;
    this.work = work;
  }

  /** The next value; what working it out threw is thrown here. */
  V take() {
    while (ordered.size() < MOST && next < end) {
      long index = next++;
      FutureTask<V> task = new FutureTask<>(() -> work.apply(index));
      ordered.add(task);
      waiting.add(task);
    }
    FutureTask<V> task = ordered.removeFirst();
    boolean mine = waiting.remove(task);
    callHelper();
    if (mine) {
      task.run();
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * A pool that has no time for them is left with a few helpers that find nothing to do, not with a
   * task for every value.
   */
  private void callHelper() {
    if (!waiting.isEmpty() && helpers.get() < MOST_HELPERS) {
      helpers.incrementAndGet();
      ForkJoinPool.commonPool().execute(this::help);
    }
  }

  private void help() {
    for (FutureTask<V> task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
    helpers.decrementAndGet();
  }

  /** What nobody has begun will not be. */
  @Override
  public void close() {
    waiting.clear();
    ordered.forEach(task -> task.cancel(false));
  }
}
