package org.orbweaver.app.packets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which programs run in which network namespace of this machine, as far as this user may see. */
public final class Inside {
  private static final Path PROC = Path.of("/proc");

  private final Map<String, List<String>> programs = new HashMap<>();

  /** Looks once. */
  public Inside() {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        look(process);
      }
    } catch (IOException e) {
      // Not a Linux that shows its processes: nothing is known then.
    }
  }

  private void look(Path process) {
    try {
      String namespace = Files.readSymbolicLink(process.resolve("ns/net")).toString();
      String name = Files.readString(process.resolve("comm")).strip();
      programs
          .computeIfAbsent(namespace, n -> new ArrayList<>())
          .add(process.getFileName() + ":" + name);
    } catch (IOException e) {
      // It has ended, or belongs to somebody else.
    }
  }

  /**
   * The programs of a namespace, each as {@code PID:NAME}.
   *
   * @param process that holds it
   * @param descriptor of it in that process
   */
  public List<String> of(long process, int descriptor) {
    try {
      Path link = PROC.resolve(process + "/fd/" + descriptor);
      return programs.getOrDefault(Files.readSymbolicLink(link).toString(), List.of());
    } catch (IOException e) {
      return List.of();
    }
  }
}
