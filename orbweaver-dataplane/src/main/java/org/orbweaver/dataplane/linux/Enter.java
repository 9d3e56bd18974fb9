package org.orbweaver.dataplane.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Becomes a program inside a network namespace. */
public final class Enter {
  private static final int CLONE_NEWNS = 0x2_0000;
  private static final long MS_BIND = 4096;
  private static final long MS_REC_SLAVE = 0x4000 | 1 << 19;
  private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");

  private Enter() {}

  /**
   * Replaces this process by a program, which then has its process number, its descriptors and its
   * terminal, and the network of a namespace. Returns only by throwing; nothing is changed then but
   * the calling thread.
   *
   * @param namespace a file that stands for the network namespace
   * @param resolvConf what the program, and those that it starts, read as {@code /etc/resolv.conf}
   * @param command the program, looked up as a shell does, and its arguments
   * @throws ErrnoException {@link ErrnoException#ENOENT} where there is no such program
   * @throws IOException where a temporary file cannot be written
   */
  public static void become(Path namespace, String resolvConf, List<String> command)
      throws IOException {
    NetNamespace.enter(namespace);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = Libc.text(arena, "none");
      Libc.unshare("make a mount namespace", CLONE_NEWNS);
      Libc.mount(none, Libc.text(arena, "/"), none, MS_REC_SLAVE, "keep mounts apart");
      if (Files.exists(RESOLV_CONF)) {
        putInPlace(arena, resolvConf);
      }
    }
    Exec.become(command);
  }

  /** The file lives on by its mount: a process that is replaced cannot remove it any more. */
  private static void putInPlace(Arena arena, String resolvConf) throws IOException {
    Path file = Files.createTempFile("orbweaver-", ".resolv");
    try {
      Files.writeString(file, resolvConf);
      Libc.mount(
          Libc.text(arena, file.toString()),
          Libc.text(arena, RESOLV_CONF.toString()),
          Libc.text(arena, "none"),
          MS_BIND,
          "put " + RESOLV_CONF + " in place");
    } finally {
      Files.delete(file);
    }
  }
}
