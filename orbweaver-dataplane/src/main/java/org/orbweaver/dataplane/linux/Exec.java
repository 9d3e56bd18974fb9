package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Becomes another program, as a shell's {@code exec} does. */
final class Exec {
  private static final int FIRST_OWN = 3;

  private Exec() {}

  /**
   * Returns only by throwing. The program has this process's number, standard streams and signals;
   * what else the Java machine had open is closed.
   *
   * @param command the program, looked up as a shell does, and its arguments
   * @throws ErrnoException {@link ErrnoException#ENOENT} where there is no such program
   */
  static void become(List<String> command) throws IOException {
    for (int fd : open()) {
      Libc.closeOnExec(fd);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment arguments = arena.allocate(ADDRESS, command.size() + 1L);
      for (int i = 0; i < command.size(); i++) {
        arguments.setAtIndex(ADDRESS, i, Libc.text(arena, command.get(i)));
      }
      Libc.unblockSignals();
      Libc.execvp(Libc.text(arena, command.getFirst()), arguments, command.getFirst());
    }
  }

  private static List<Integer> open() throws IOException {
    List<Integer> open = new ArrayList<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        int fd = Integer.parseInt(link.getFileName().toString());
        if (fd >= FIRST_OWN) {
          open.add(fd);
        }
      }
    }
    return open;
  }
}
