package org.orbweaver.core.schedule;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Pieces of work that threads of the common pool take as they come, each with tools of its own. */
final class Chunks {
  private Chunks() {}

  /**
   * Works off {@code count} pieces.
   *
   * @param worker opened once by each thread
   */
  static void each(int count, Supplier<IntConsumer> worker) {
    int threads = Math.clamp(count / 2, 1, Runtime.getRuntime().availableProcessors());
    AtomicInteger next = new AtomicInteger();
    IntStream range = IntStream.range(0, threads);
    (threads > 1 ? range.parallel() : range)
        .forEach(thread -> {
          IntConsumer work = worker.get();
          for (int c = next.getAndIncrement(); c < count; c = next.getAndIncrement()) {
            work.accept(c);
          }
        });
  }
}
