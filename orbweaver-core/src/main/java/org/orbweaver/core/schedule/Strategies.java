package org.orbweaver.core.schedule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The selection strategies that a scenario may name. */
public final class Strategies {
  private static final List<SelectionStrategy> KNOWN = List.of(new HighestElevation());

  private Strategies() {}

  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    KNOWN.forEach(strategy -> names.add(strategy.name()));
    return names;
  }

  /**
   * @throws IllegalArgumentException where no strategy has that name
   */
  public static SelectionStrategy named(String name) {
    for (SelectionStrategy strategy : KNOWN) {
      if (strategy.name().equals(name)) {
        return strategy;
      }
    }
    throw new IllegalArgumentException("no strategy is called " + name + "; known: " + names());
  }
}
