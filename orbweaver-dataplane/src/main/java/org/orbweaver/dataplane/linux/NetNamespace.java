package org.orbweaver.dataplane.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A network of its own: interfaces, addresses, routes. It lives while a descriptor or a program
 * holds it, so that nothing of it can stay behind when the process that made it is killed.
 *
 * <p>A namespace belongs to a thread. {@link #enterNew} and {@link #enter} move the calling
 * platform thread for good; it should do nothing else afterwards.
 */
public final class NetNamespace {
  private static final int CLONE_NEWNET = 0x4000_0000;
  private static final int O_RDONLY_CLOEXEC = 0x8_0000;
  private static final String OF_THREAD = "/proc/thread-self/ns/net";

  private NetNamespace() {}

  /**
   * Moves the calling thread into a new one.
   *
   * @return a descriptor that holds it
   * @throws ErrnoException {@link ErrnoException#EPERM} where the process may not
   */
  public static int enterNew() throws ErrnoException {
    Libc.unshare("make a network namespace", CLONE_NEWNET);
    return Libc.open(OF_THREAD, O_RDONLY_CLOEXEC);
  }

  /** Moves the calling thread into the one that a file stands for. */
  public static void enter(Path file) throws ErrnoException {
    int fd = Libc.open(file.toString(), O_RDONLY_CLOEXEC);
    try {
      Libc.setns("enter the network namespace " + file, fd, CLONE_NEWNET);
    } finally {
      Libc.close(fd);
    }
  }

  /** Something to be done in a namespace. */
  public interface Work<T> {
    /** Does it, in a thread that does nothing else. */
    T run() throws IOException;
  }

  /**
   * Does something in a namespace, in a thread of its own, and waits for it. Sockets that it opens
   * stay in that namespace.
   *
   * @param namespace descriptor that holds it
   * @throws IOException what the work throws, or {@link ErrnoException} where the process may not
   */
  public static <T> T within(int namespace, Work<T> work) throws IOException {
    return apart(() -> {
      Libc.setns("enter a node's network", namespace, CLONE_NEWNET);
      return work.run();
    });
  }

  /** Does what moves its thread for good, in a thread of its own, and waits for it. */
  static <T> T apart(Work<T> work) throws IOException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("node-network")
        .start(() -> {
          try {
            done.complete(work.run());
          } catch (Throwable e) {
            // Errors too: whoever waits would wait for ever.
            done.completeExceptionally(e);
          }
        });
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Lets go of one; it ends when nobody else holds it. */
  public static void release(int fd) {
    Libc.close(fd);
  }
}
