package org.orbweaver.dataplane.packet;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.orbweaver.dataplane.linux.NetNamespace;

/** Runs code in the network of a node: sockets that it opens are there, whoever uses them later. */
final class NodeThread implements AutoCloseable {
  private final ExecutorService threads;

  NodeThread(int namespace) {
    Path file = Path.of("/proc/self/fd/" + namespace);
    threads =
        Executors.newFixedThreadPool(
            1,
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .unstarted(() -> {
                      enter(file);
                      work.run();
                    }));
  }

  private static void enter(Path file) {
    try {
      NetNamespace.enter(file);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  <T> T run(Callable<T> work) throws Exception {
    try {
      return start(work).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
