package org.orbweaver.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.problem.Problem;

/**
 * What became of a scenario: a network, or at least one problem, never both and never neither.
 *
 * @param network what it resolves to, or null where there are problems
 * @param problems all that must be mended, by file, line and column
 * @param notes what the user should know though nothing is wrong: objects dropped by filters and
 *     why, element lines skipped, a start that was moved, defaults that were taken
 */
public record LoadResult(@Nullable Network network, List<Problem> problems, List<String> notes) {
  public LoadResult {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
    if ((network == null) == problems.isEmpty()) {
      throw new IllegalArgumentException("either a network or problems");
    }
  }
}
