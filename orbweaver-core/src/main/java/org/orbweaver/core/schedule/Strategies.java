package org.orbweaver.core.schedule;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** The selection strategies that a scenario may name: our own and those that others provide. */
public final class Strategies {
  private static final List<SelectionStrategy> OWN =
      List.of(new HighestElevation(), new LongestPass(), new FewestHandovers(), new LoadBalanced());

  private Strategies() {}

  public static Set<String> names() {
    Set<String> names = new TreeSet<>();
    OWN.forEach(strategy -> names.add(strategy.name()));
    ServiceLoader.load(SelectionStrategy.class).forEach(strategy -> names.add(strategy.name()));
    return names;
  }

  /**
   * Our own first, so that nobody can replace one unnoticed.
   *
   * @throws IllegalArgumentException where no strategy has that name
   */
  public static SelectionStrategy named(String name) {
    for (SelectionStrategy strategy : OWN) {
      if (strategy.name().equals(name)) {
        return strategy;
      }
    }
    for (SelectionStrategy strategy : ServiceLoader.load(SelectionStrategy.class)) {
      if (strategy.name().equals(name)) {
        return strategy;
      }
    }
    throw new IllegalArgumentException("no strategy is called " + name + "; known: " + names());
  }
}
