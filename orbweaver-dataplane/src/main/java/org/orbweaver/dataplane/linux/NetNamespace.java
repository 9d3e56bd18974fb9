package org.orbweaver.dataplane.linux;

import java.nio.file.Path;

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

  /** Lets go of one; it ends when nobody else holds it. */
  public static void release(int fd) {
    Libc.close(fd);
  }
}
