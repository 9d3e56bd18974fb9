package org.orbweaver.format.foreign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.format.problem.Problem;

/**
 * What became of another simulator's description: the files of a scenario, or problems.
 *
 * @param files text by file name, the scenario first; empty where there are problems
 * @param problems all that must be mended, by file, line and column
 * @param notes what was left out or changed, for the user to know
 */
public record Converted(Map<String, String> files, List<Problem> problems, List<String> notes) {
  public Converted {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  static Converted refused(List<Problem> problems) {
    return new Converted(Map.of(), problems, List.of());
  }
}
