package org.orbweaver.core.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Pieces of work that threads of the common pool take as they come, each with tools of its own. */
final class Chunks {
  private Chunks() {}

  /** What one thread works with. */
  @FunctionalInterface
  interface Worker {
    void work(int chunk);
  }

  /**
   * Works off {@code count} pieces.
   *
   * @param opener of a worker; each thread opens one
   */
  static void each(int count, Supplier<Worker> opener) {
    int threads = Math.clamp(count / 2, 1, Runtime.getRuntime().availableProcessors());
    AtomicInteger next = new AtomicInteger();
    IntStream range = IntStream.range(0, threads);
    (threads > 1 ? range.parallel() : range)
        .forEach(thread -> {
          Worker worker = opener.get();
          for (int c = next.getAndIncrement(); c < count; c = next.getAndIncrement()) {
            worker.work(c);
          }
        });
  }
}
