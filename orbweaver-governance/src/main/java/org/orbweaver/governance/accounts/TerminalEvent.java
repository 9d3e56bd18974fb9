package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A step in a terminal's life; the list of them is never edited.
 *
 * @param terminal whose
 * @param atNs when, UTC, since the Unix epoch
 * @param state what it became
 * @param line the service line concerned, or null
 * @param note in someone's words; may be empty
 */
public record TerminalEvent(
    String terminal, long atNs, TerminalState state, @Nullable String line, String note) {
  public TerminalEvent {
    if (!note.isEmpty()) {
      Checks.text("a note", note);
    }
  }

  /** What has just happened to a terminal. */
  public static TerminalEvent of(Terminal terminal, String note) {
    return new TerminalEvent(
        terminal.id(), terminal.sinceNs(), terminal.state(), terminal.line(), note);
  }
}
