package org.orbweaver.governance.entry;

import java.util.List;
import java.util.Set;
import org.orbweaver.core.policy.Scope;

/** Which terminals a measure is about. */
public sealed interface Where {
  /** All of them. */
  @Kind("everywhere")
  record Everywhere() implements Where {}

  /**
   * In countries.
   *
   * @param countries ISO 3166-1 alpha-2
   */
  @Kind("countries")
  record Countries(List<String> countries) implements Where {
    public Countries {
      countries = List.copyOf(countries);
    }
  }

  /**
   * In a service area.
   *
   * @param area its id
   * @param hash SHA-256 over all of it, 64 hexadecimal digits, so that it cannot be redrawn later
   */
  @Kind("area")
  record Area(String area, String hash) implements Where {}

  /** By name. */
  @Kind("terminals")
  record Terminals(List<String> terminals) implements Where {
    public Terminals {
      terminals = List.copyOf(terminals);
    }
  }

  /**
   * The same in the network's words.
   *
   * @throws IllegalArgumentException where it names nothing
   */
  default Scope scope() {
    return switch (this) {
      case Everywhere all -> new Scope.Everywhere();
      case Countries in -> new Scope.InCountries(Set.copyOf(in.countries()));
      case Area in -> new Scope.InArea(in.area());
      case Terminals some -> new Scope.OfTerminals(Set.copyOf(some.terminals()));
    };
  }
}
