package org.orbweaver.app.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * SIGINT, SIGTERM and SIGHUP as a wish to stop, so that the command ends by itself, in order, and
 * with exit code 0; a shutdown hook could not choose the code. A second signal ends the process at
 * once. Signals that the process was told to ignore, as {@code nohup} does, stay ignored.
 */
final class StopSignal {
  /** As a shell counts a program that a signal ended: 128 plus its number. */
  private static final int SIGNAL_BASE = 128;

  private StopSignal() {}

  /** Completes the future with the signal's name, such as {@code INT}, when one comes. */
  static void install(CompletableFuture<String> stop) {
    AtomicBoolean cameBefore = new AtomicBoolean();
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      try {
        Signal.handle(
            new Signal(name),
            signal -> {
              if (cameBefore.getAndSet(true)) {
                Runtime.getRuntime().halt(SIGNAL_BASE + signal.getNumber());
              }
              stop.complete(signal.getName());
            });
      } catch (IllegalArgumentException e) {
        // The machine does not have it, or the Java machine keeps it to itself.
      }
    }
  }
}
