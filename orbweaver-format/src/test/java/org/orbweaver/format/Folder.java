package org.orbweaver.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/** A folder with a scenario {@code net.yaml} and what lies beside it. */
final class Folder {
  static final LoadOptions NOON = LoadOptions.at(Utc.parseNs("2026-05-21T12:00:00Z"));

  private final Path path;

  Folder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  Folder with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Folder with(String name, byte[] content) {
    try {
      Files.createDirectories(path.resolve(name).getParent());
      Files.write(path.resolve(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LoadResult load(String yaml) {
    return load(yaml, NOON);
  }

  LoadResult load(String yaml, LoadOptions options) {
    return ScenarioLoader.load(with("net.yaml", yaml).path.resolve("net.yaml"), options);
  }

  /** The network of a scenario without problems. */
  Network network(String yaml) {
    LoadResult result = load(yaml);
    return Objects.requireNonNull(result.network(), () -> problems(result));
  }

  /** The problems of a scenario as the user sees them from inside the folder. */
  String problems(String yaml) {
    return problems(load(yaml));
  }

  String problems(LoadResult result) {
    return inside(Lines.lines(result.problems()));
  }

  String notes(LoadResult result) {
    return inside(String.join("\n", result.notes()) + "\n");
  }

  private String inside(String text) {
    return text.replace(path + "/", "");
  }
}
