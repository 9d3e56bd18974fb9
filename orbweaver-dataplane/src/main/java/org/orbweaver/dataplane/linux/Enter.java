package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;

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
   * @param resolvConf what the program reads as {@code /etc/resolv.conf}; the program alone, and
   *     those that it starts
   * @param command the program, looked up as a shell does, and its arguments
   * @throws ErrnoException {@link ErrnoException#ENOENT} where there is no such program
   */
  public static void become(Path namespace, Path resolvConf, List<String> command)
      throws ErrnoException {
    NetNamespace.enter(namespace);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = Libc.text(arena, "none");
      Libc.unshare("make a mount namespace", CLONE_NEWNS);
      Libc.mount(none, Libc.text(arena, "/"), none, MS_REC_SLAVE, "keep mounts apart");
      if (Files.exists(RESOLV_CONF)) {
        Libc.mount(
            Libc.text(arena, resolvConf.toString()),
            Libc.text(arena, RESOLV_CONF.toString()),
            none,
            MS_BIND,
            "put " + RESOLV_CONF + " in place");
      }
      MemorySegment arguments = arena.allocate(ADDRESS, command.size() + 1L);
      for (int i = 0; i < command.size(); i++) {
        arguments.setAtIndex(ADDRESS, i, Libc.text(arena, command.get(i)));
      }
      Libc.unblockSignals();
      Libc.execvp(Libc.text(arena, command.getFirst()), arguments, command.getFirst());
    }
  }
}
