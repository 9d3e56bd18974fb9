package org.orbweaver.app.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** Hypatia's Starlink shell by Hypatia's rules, over the files of a sample. */
final class HypatiaScenario {
  private static final String TEXT =
      """
      format: orbweaver/1
      name: hypatia
      time: { start: "2000-01-01T00:00:00Z" }
      constellations:
        - name: starlink550
          elements: { file: %s, indexed: { planes: 72, perPlane: 22 } }
      lasers:
        - { constellation: starlink550, shift: 0, wrap: true, wrapShift: 0, maxRangeKm: 10000 }
      terminals: { files: [%s] }
      radio: { maxSlantRangeKm: 1089.686418 }
      """;

  private HypatiaScenario() {}

  /**
   * The network of a folder with {@code shell.tle} and {@code cities.csv}.
   *
   * @throws Failure bad input, where they are none
   */
  static Network load(Path folder) {
    Path file = null;
    try {
      file = Files.createTempFile("orbweaver-hypatia", ".yaml");
      Files.writeString(
          file, TEXT.formatted(quoted(folder, "shell.tle"), quoted(folder, "cities.csv")));
      LoadResult result = ScenarioLoader.load(file, LoadOptions.at(0));
      Network network = result.network();
      if (network == null) {
        throw Failure.badInput("'" + folder + "' cannot be used: " + result.problems(), null);
      }
      return network;
    } catch (IOException e) {
      throw Failure.environment("no temporary file can be written: " + e.getMessage(), null);
    } finally {
      delete(file);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return; // A small file remains in the folder for temporary ones.
    }
  }

  private static String quoted(Path folder, String name) {
    String path = folder.resolve(name).toAbsolutePath().toString();
    return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
