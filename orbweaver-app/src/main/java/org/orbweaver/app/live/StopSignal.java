package org.orbweaver.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * SIGINT, SIGTERM and SIGHUP as a wish to stop, so that the command ends by itself, in order, and
 * with exit code 0; a shutdown hook could not choose the code. A second signal ends the process at
 * once. Signals that the process was told to ignore, as {@code nohup} does, stay ignored.
 */
public final class StopSignal implements AutoCloseable {
  /** As a shell counts a program that a signal ended: 128 plus its number. */
  private static final int SIGNAL_BASE = 128;

  private final Map<Signal, SignalHandler> before = new HashMap<>();

  /** Completes the future with the signal's name, such as {@code INT}, when one comes. */
  public StopSignal(CompletableFuture<String> stop) {
    AtomicBoolean cameBefore = new AtomicBoolean();
    for (String name : List.of("INT", "TERM", "HUP")) {
      try {
        Signal signal = new Signal(name);
        before.put(
            signal,
            Signal.handle(
                signal,
                received -> {
                  if (cameBefore.getAndSet(true)) {
                    Runtime.getRuntime().halt(SIGNAL_BASE + received.getNumber());
                  }
                  stop.complete(received.getName());
                }));
      } catch (IllegalArgumentException e) {
        // The machine does not have it, or the Java machine keeps it to itself.
      }
    }
  }

  /** Gives the signals back to those who had them before. */
  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
