package org.orbweaver.core.policy;

import java.util.Set;

/** Which terminals a decision is about, before its service classes are asked. */
public sealed interface Scope {
  /** All terminals, wherever they are. */
  record Everywhere() implements Scope {}

  /**
   * Terminals in countries.
   *
   * @param countries ISO 3166-1 alpha-2, at least one
   */
  record InCountries(Set<String> countries) implements Scope {
    public InCountries {
      countries = Set.copyOf(countries);
      if (countries.isEmpty()) {
        throw new IllegalArgumentException("a decision about countries names at least one");
      }
    }
  }

  /**
   * Terminals in a service area or in one of those that have it for a parent.
   *
   * @param area its id
   */
  record InArea(String area) implements Scope {}

  /**
   * Terminals by name.
   *
   * @param terminals their names, at least one
   */
  record OfTerminals(Set<String> terminals) implements Scope {
    public OfTerminals {
      terminals = Set.copyOf(terminals);
      if (terminals.isEmpty()) {
        throw new IllegalArgumentException("a decision about terminals names at least one");
      }
    }
  }
}
