package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;

/**
 * One terminal, from its making to its end.
 *
 * @param id by which the network knows it, such as {@code kyiv-17}
 * @param kitSerial on the box
 * @param dishSerial on the dish
 * @param state where it is in its life
 * @param sinceNs since when, UTC, since the Unix epoch
 * @param line the service line that it is on or was lost from; null where it is on none
 * @param donation the donation that it came with, for ever; null where nobody gave it
 */
public record Terminal(
    String id,
    String kitSerial,
    String dishSerial,
    TerminalState state,
    long sinceNs,
    @Nullable String line,
    @Nullable String donation) {
  public Terminal {
    Checks.id("a terminal's id", id);
    Checks.id("a kit's serial number", kitSerial);
    Checks.id("a dish's serial number", dishSerial);
    if ((state == TerminalState.ASSIGNED) && line == null) {
      throw new RefusedException("an assigned terminal has a line");
    }
    if (state == TerminalState.DONATED && donation == null) {
      throw new RefusedException("a donated terminal has a donation");
    }
  }

  /** A new one, in stock. */
  public static Terminal made(String id, String kitSerial, String dishSerial, long atNs) {
    return new Terminal(id, kitSerial, dishSerial, TerminalState.MADE, atNs, null, null);
  }

  /** Given with a donation. */
  public Terminal donated(String with, long atNs) {
    if (donation != null) {
      throw new RefusedException("the terminal " + id + " was given with " + donation);
    }
    return to(TerminalState.DONATED, atNs, null, with);
  }

  /** Put on a line. */
  public Terminal assigned(String toLine, long atNs) {
    return to(TerminalState.ASSIGNED, atNs, toLine, donation);
  }

  /** Taken off its line, or put away after it was found. */
  public Terminal released(long atNs) {
    return donation == null
        ? to(TerminalState.MADE, atNs, null, null)
        : to(TerminalState.DONATED, atNs, null, donation);
  }

  /** Gone; its line is remembered. */
  public Terminal lost(long atNs) {
    return to(TerminalState.LOST, atNs, line, donation);
  }

  /** Come back to light; it is on no line until it is put on one. */
  public Terminal found(long atNs) {
    return to(TerminalState.FOUND, atNs, null, donation);
  }

  /** Out of use. */
  public Terminal retired(long atNs) {
    return to(TerminalState.RETIRED, atNs, null, donation);
  }

  /** Whether the id is one of the three by which clients name a terminal. */
  public boolean isNamed(String anyId) {
    return anyId.equals(id) || anyId.equals(kitSerial) || anyId.equals(dishSerial);
  }

  private Terminal to(
      TerminalState next, long atNs, @Nullable String onLine, @Nullable String with) {
    if (!state.allows(next)) {
      throw new RefusedException("the terminal " + id + " is " + state + " and cannot be " + next);
    }
    if (atNs < sinceNs) {
      throw new RefusedException(
          "the terminal " + id + " is " + state + " only since " + Utc.format(sinceNs));
    }
    return new Terminal(id, kitSerial, dishSerial, next, atNs, onLine, with);
  }
}
