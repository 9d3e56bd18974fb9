package org.orbweaver.dataplane;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out which program has a port, where the system tells (Linux, own processes). */
final class PortOwner {
  private static final Path PROC = Path.of("/proc");

  /** State of a listening socket in {@code /proc/net/tcp}. */
  private static final String LISTEN = "0A";

  /** State of an unconnected socket in {@code /proc/net/udp}. */
  private static final String UNCONNECTED = "07";

  private PortOwner() {}

  /** Such as {@code python3 (pid 4711)}; empty where it cannot be told. */
  static Optional<String> of(int port, Protocol protocol) {
    try {
      Set<String> sockets = new HashSet<>();
      String state = protocol == Protocol.TCP ? LISTEN : UNCONNECTED;
      collect(PROC.resolve("net/" + protocol), port, state, sockets);
      collect(PROC.resolve("net/" + protocol + "6"), port, state, sockets);
      return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void collect(Path table, int port, String state, Set<String> sockets)
      throws IOException {
    if (!Files.isReadable(table)) {
      return;
    }
    String end = String.format(Locale.ROOT, ":%04X", port);
    for (String line : Files.readAllLines(table)) {
      String[] column = line.strip().split("\\s+", -1);
      if (column.length > 9 && column[1].endsWith(end) && column[3].equals(state)) {
        sockets.add("socket:[" + column[9] + "]");
      }
    }
  }

  private static Optional<String> holder(Set<String> sockets) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process.resolve("fd"), sockets)) {
          String name = Files.readString(process.resolve("comm")).strip();
          return Optional.of(name + " (pid " + process.getFileName() + ")");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Path descriptors, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      // Another user's process, or one that has just ended.
    }
    return false;
  }
}
