package org.orbweaver.format.elements;

import java.util.List;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.format.problem.Problem;

/**
 * What an element file holds.
 *
 * @param format the format found; {@code AUTO} where none could be made out
 * @param elements the usable element sets, in the file's order
 * @param skippedCount how many lines or records were left out because something is wrong with them
 * @param skipped what is wrong with them: the first {@link
 *     org.orbweaver.format.problem.Problems#KEPT}
 * @param problems what makes the whole file unusable; where there are any, {@code elements} is
 *     empty
 */
public record ElementSets(
    ElementsSpec.Format format,
    List<MeanElements> elements,
    int skippedCount,
    List<Problem> skipped,
    List<Problem> problems) {
  public ElementSets {
    elements = List.copyOf(elements);
    skipped = List.copyOf(skipped);
    problems = List.copyOf(problems);
  }
}
