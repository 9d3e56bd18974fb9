package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** Writes the files of a scenario: all of them, once they are known to be a network, or none. */
final class ScenarioFolder {
  private ScenarioFolder() {}

  /**
   * Writes the files beside each other.
   *
   * @param files text by name, the scenario first
   * @param force whether files of these names may be replaced
   * @throws Failure where the folder is in use, cannot be written, or the files are no network
   */
  static void write(Path folder, Map<String, String> files, boolean force, long nowNs) {
    try (NewPath place = NewPath.claim(folder, true, force)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(place.partial().resolve(file.getKey()), file.getValue());
      }
      checkNetwork(place.partial().resolve(files.keySet().iterator().next()), nowNs);
      place.publish();
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write " + folder + ": " + Reasons.ofWriting(e),
          "Name a folder that can be written with --out.");
    }
  }

  private static void checkNetwork(Path scenario, long nowNs) {
    LoadResult result = ScenarioLoader.load(scenario, LoadOptions.at(nowNs));
    if (!result.problems().isEmpty()) {
      throw Failure.badInput(
          ScenarioOptions.listing("the result is no network", result.problems()), null);
    }
  }
}
