package org.orbweaver.format;

import java.util.List;
import java.util.stream.Collectors;
import org.orbweaver.format.problem.Problem;

/** Problems as the text that a user sees. */
public final class Lines {
  private Lines() {}

  public static String lines(List<Problem> problems) {
    return problems.stream().map(p -> p + "\n").collect(Collectors.joining());
  }
}
