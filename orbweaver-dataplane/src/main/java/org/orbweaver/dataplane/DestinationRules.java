package org.orbweaver.dataplane;

import java.util.List;

/** Which destinations beyond the PoPs' own services traffic may reach. */
public final class DestinationRules {
  private final List<String> patterns;

  private DestinationRules(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * Loopback, and what the patterns allow.
   *
   * @param patterns {@code HOST:PORT}, as in the scenario's {@code internet.allow}
   * @throws IllegalArgumentException naming the first pattern that is none
   */
  public static DestinationRules of(List<String> patterns) {
    return new DestinationRules(patterns);
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
