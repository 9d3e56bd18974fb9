package org.orbweaver.format;

import java.util.Collection;
import java.util.TreeSet;
import org.orbweaver.format.problem.Words;

/** Ends of messages about a name that refers to nothing. */
final class Suggest {
  private static final int FEW = 8;

  private Suggest() {}

  /** The nearest known name, or all where there are few, or what kind of name is needed. */
  static String known(String name, Collection<String> known, String kind) {
    String meant = Words.nearest(name, known);
    if (meant != null) {
      return "did you mean " + meant + "?";
    }
    if (known.isEmpty()) {
      return kind + ", of which there are none";
    }
    return known.size() <= FEW
        ? kind + ": " + String.join(", ", new TreeSet<>(known))
        : kind + " of the " + known.size() + " that there are";
  }
}
