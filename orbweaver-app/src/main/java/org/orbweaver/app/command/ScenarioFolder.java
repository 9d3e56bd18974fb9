package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.orbweaver.app.Failure;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** Writes the files of a scenario: all of them, once they are known to be a network, or none. */
final class ScenarioFolder {
  private static final int MOST_PARTIAL = 1000;

  private ScenarioFolder() {}

  /**
   * Writes the files beside each other.
   *
   * @param files text by name, the scenario first
   * @param force whether files of these names may be replaced
   * @throws Failure where the folder is in use, cannot be written, or the files are no network
   */
  static void write(Path folder, Map<String, String> files, boolean force, long nowNs) {
    checkFree(folder, files, force);
    Path target = folder.toAbsolutePath().normalize();
    Path partial = null;
    try {
      Path parent = target.getParent() == null ? target : target.getParent();
      Files.createDirectories(parent);
      partial = partialBeside(parent, target);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(partial.resolve(file.getKey()), file.getValue());
      }
      checkNetwork(partial.resolve(files.keySet().iterator().next()), nowNs);
      publish(partial, target, files);
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write " + folder + ": " + e.getClass().getSimpleName() + " " + e.getMessage(),
          "Name a folder that can be written with --out.");
    } finally {
      if (partial != null) {
        delete(partial);
      }
    }
  }

  private static void checkFree(Path folder, Map<String, String> files, boolean force) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw Failure.usage("'" + folder + "' is a file, not a folder", null);
    }
    for (String file : files.keySet()) {
      Path there = folder.resolve(file);
      if (Files.isDirectory(there)) {
        throw Failure.usage("'" + there + "' is a folder", "Name another folder with --out.");
      }
      if (Files.exists(there) && !force) {
        throw Failure.usage(
            "'" + there + "' is there already",
            "Add --force to replace it, or name another --out.");
      }
    }
  }

  private static Path partialBeside(Path parent, Path target) throws IOException {
    for (int i = 0; i < MOST_PARTIAL; i++) {
      try {
        return Files.createDirectory(
            parent.resolve("." + target.getFileName() + ".partial" + (i == 0 ? "" : "-" + i)));
      } catch (FileAlreadyExistsException e) {
        continue; // Another import, or the remains of one.
      }
    }
    throw new IOException("too many unfinished folders beside it");
  }

  private static void checkNetwork(Path scenario, long nowNs) {
    LoadResult result = ScenarioLoader.load(scenario, LoadOptions.at(nowNs));
    if (!result.problems().isEmpty()) {
      throw Failure.badInput(
          ScenarioOptions.listing("the result is no network", result.problems()), null);
    }
  }

  private static void publish(Path partial, Path target, Map<String, String> files)
      throws IOException {
    if (!Files.exists(target)) {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    // The scenario last: until then an earlier one finds the files that it names.
    for (String file : files.keySet().stream().toList().reversed()) {
      Files.move(
          partial.resolve(file),
          target.resolve(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path partial) {
    try (Stream<Path> files = Files.exists(partial) ? Files.list(partial) : Stream.empty()) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      return; // Nothing that anybody reads.
    }
  }
}
