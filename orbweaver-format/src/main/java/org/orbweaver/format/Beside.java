package org.orbweaver.format;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** Files that a scenario names. */
final class Beside {
  private Beside() {}

  /** A path relative to the scenario's folder; null where the text is no path, then reported. */
  static @Nullable Path resolve(Path scenarioFile, String written, Place place, Problems problems) {
    try {
      if (!written.isBlank()) {
        return scenarioFile.resolveSibling(written);
      }
    } catch (InvalidPathException e) {
      // Reported below, as a blank path is.
    }
    if (!written.isEmpty()) {
      problems.add(place.problem("is " + Words.quote(written), "the path of a file"));
    }
    return null;
  }
}
