package org.orbweaver.governance.accounts;

import java.util.List;

/** What happened to terminals; only added to. */
public interface TerminalEvents {
  /** Adds one. */
  void add(TerminalEvent event);

  /** Those of a terminal, oldest first. */
  List<TerminalEvent> of(String terminal);
}
