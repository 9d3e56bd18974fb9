package org.orbweaver.app.live;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes lines in a thread of its own, so that a terminal that is held or a reader that stalls
 * delays neither planning nor the end. What does not fit into the queue is dropped.
 */
final class StatusPrinter {
  private static final int QUEUE = 256;

  private record Line(PrintWriter to, String text) {}

  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(QUEUE);
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Throwable> onFailure;
  private final Thread thread;

  /** After this one nothing is written. */
  private final Line last;

  /**
   * Begins; {@code onFailure} is told when a line could not be written, and nothing is after it.
   */
  StatusPrinter(PrintWriter out, PrintWriter err, Consumer<Throwable> onFailure) {
    this.out = out;
    this.err = err;
    this.onFailure = onFailure;
    this.last = new Line(out, "");
    thread = Thread.ofPlatform().name("status").daemon().start(this::write);
  }

  /** A line of results. */
  void result(String text) {
    lines.offer(new Line(out, text));
  }

  /** A line of results that waits, for a second at most, until there is room for it. */
  void lastResult(String text) throws InterruptedException {
    if (thread.isAlive()) {
      var unused = lines.offer(new Line(out, text), 1, TimeUnit.SECONDS);
    }
  }

  /** A line that is no result. */
  void notice(String text) {
    lines.offer(new Line(err, text));
  }

  private void write() {
    try {
      for (Line line = lines.take(); line != last; line = lines.take()) {
        line.to.println(line.text);
        line.to.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      onFailure.accept(e);
    }
  }

  /** Waits, for a second at most, until everything is written; whether it was. */
  boolean finish() {
    try {
      return !thread.isAlive()
          || (lines.offer(last, 1, TimeUnit.SECONDS) && thread.join(Duration.ofSeconds(1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
