package org.orbweaver.app.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;

/** Finds a scenario: a file, or the name of one that is shipped in {@code scenarios/NAME/}. */
public final class ScenarioFiles {
  private static final String SHIPPED = "scenarios";

  private final @Nullable Path home;

  /**
   * @param environment where {@code ORBWEAVER_HOME} may say where Orbweaver lies; otherwise the
   *     folders above the program are searched
   */
  public ScenarioFiles(Map<String, String> environment) {
    String given = environment.getOrDefault("ORBWEAVER_HOME", "");
    this.home = given.isEmpty() ? searchUpward() : Path.of(given);
  }

  /**
   * The file that an argument means.
   *
   * @throws Failure bad input, where there is no such file; the hint lists what is shipped
   */
  public Path find(String written) {
    try {
      Path file = Path.of(written);
      if (Files.isRegularFile(file)) {
        return file;
      }
      Path shipped = home == null ? null : shipped(home, written);
      if (shipped != null) {
        return shipped;
      }
      if (Files.exists(file) && !Files.isDirectory(file)) {
        return file;
      }
      throw Failure.badInput(
          Files.isDirectory(file)
              ? "'" + written + "' is a folder, not a scenario file"
              : "there is no scenario '" + written + "'",
          hint());
    } catch (InvalidPathException e) {
      throw Failure.badInput("'" + written + "' cannot be a file", hint());
    }
  }

  /** Names of the shipped scenarios, sorted; empty where Orbweaver's folder is not known. */
  public List<String> shippedNames() {
    if (home == null || !Files.isDirectory(home.resolve(SHIPPED))) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home.resolve(SHIPPED))) {
      Path known = home;
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> shipped(known, name) != null)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String hint() {
    List<String> names = shippedNames();
    return names.isEmpty()
        ? "Name a file. ORBWEAVER_HOME says where the shipped scenarios are."
        : "Name a file, or a shipped scenario: " + String.join(", ", names) + ".";
  }

  private static @Nullable Path shipped(Path home, String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      return null;
    }
    Path file = home.resolve(SHIPPED).resolve(name).resolve(name + ".yaml");
    return Files.isRegularFile(file) ? file : null;
  }

  private static @Nullable Path searchUpward() {
    try {
      Path program =
          Path.of(ScenarioFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = program; folder != null; folder = folder.getParent()) {
        if (shipped(folder, "hello") != null) {
          return folder;
        }
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
    return null;
  }
}
