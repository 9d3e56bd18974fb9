package org.orbweaver.governance.accounts;

import java.util.Locale;

/** Where a terminal is in its life. */
public enum TerminalState {
  /** Built or bought, in stock. */
  MADE,
  /** Given by a donor, not yet with anybody. */
  DONATED,
  /** On a service line. */
  ASSIGNED,
  /** Nobody knows where it is. */
  LOST,
  /** Come back to light, not yet with anybody. */
  FOUND,
  /** Out of use for good. */
  RETIRED;

  /** Whether a terminal can go from here to there. */
  public boolean allows(TerminalState to) {
    return switch (to) {
      case MADE -> this == ASSIGNED || this == FOUND;
      case DONATED -> this == MADE || this == ASSIGNED || this == FOUND;
      case ASSIGNED -> this == MADE || this == DONATED || this == FOUND;
      case LOST -> this != LOST && this != RETIRED;
      case FOUND -> this == LOST;
      case RETIRED -> this != RETIRED;
    };
  }

  /** As it is written in entries and on screens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws RefusedException where it is none
   */
  public static TerminalState parse(String written) {
    for (TerminalState state : values()) {
      if (state.toString().equals(written)) {
        return state;
      }
    }
    throw RefusedException.ofInput("there is no state of a terminal '" + written + "'");
  }
}
