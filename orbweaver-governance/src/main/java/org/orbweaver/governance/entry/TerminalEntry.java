package org.orbweaver.governance.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.merkle.Hash;

/** What is put down about terminals. */
public sealed interface TerminalEntry extends ServiceEntry {
  /**
   * Terminals were given.
   *
   * @param donation such as {@code DON-0001}
   * @param purpose the class of lines that they are meant for
   * @param pledged how many were promised in all
   * @param terminals that have come
   * @param sealed commitment to the donor and what was promised
   */
  @Kind("terminals.donated")
  record Donated(
      Header header,
      String donation,
      ServiceClass purpose,
      int pledged,
      List<String> terminals,
      Hash sealed)
      implements TerminalEntry {
    public Donated {
      terminals = List.copyOf(terminals);
    }
  }

  /**
   * A step in a terminal's life.
   *
   * @param line on which it is then; null where it is on none
   */
  @Kind("terminal.changed")
  record Changed(
      Header header, String terminal, TerminalState state, @Nullable String line, String reason)
      implements TerminalEntry {}

  /**
   * A person has looked at why a terminal is not where its line is.
   *
   * @param sealed commitment to the position
   */
  @Kind("location.reviewed")
  record LocationReviewed(
      Header header, String terminal, LocationReview.Outcome outcome, Hash sealed, String reason)
      implements TerminalEntry {}
}
