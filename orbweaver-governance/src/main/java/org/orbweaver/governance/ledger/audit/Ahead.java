package org.orbweaver.governance.ledger.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;

/**
 * Values by consecutive indices, taken in their order while other threads work out those that come
 * next. Whoever takes one that nobody has begun works it out, so that no processor waits. Not for
 * several threads.
 */
final class Ahead<V> implements AutoCloseable {
  /** So many are begun or done before they are taken. */
  private static final int MOST = 64;

  private final Deque<FutureTask<V>> begun = new ArrayDeque<>();
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
    while (begun.size() < MOST && next < end) {
      long index = next++;
      FutureTask<V> task = new FutureTask<>(() -> work.apply(index));
      begun.add(task);
      ForkJoinPool.commonPool().execute(task);
    }
    FutureTask<V> task = begun.removeFirst();
    task.run();
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

  /** What nobody has begun will not be. */
  @Override
  public void close() {
    begun.forEach(task -> task.cancel(false));
  }
}
