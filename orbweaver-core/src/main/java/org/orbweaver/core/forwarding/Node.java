package org.orbweaver.core.forwarding;

/**
 * A place that a path passes: its kind and its dense index among that kind.
 *
 * @param kind what it is
 * @param index position in the network's table of that kind
 */
public record Node(Kind kind, int index) {
  /** In the order in which ties between equally short paths are broken. */
  public enum Kind {
    SATELLITE,
    GATEWAY,
    POP,
    TERMINAL
  }
}
