package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;

/**
 * Who asks a PoP's service.
 *
 * @param terminal that calls, or {@link #NO_TERMINAL}
 * @param link that carries the caller's bytes; null where its packets come by themselves
 */
record PopCaller(int terminal, @Nullable TerminalLink link) {
  static final int NO_TERMINAL = -1;

  static PopCaller over(TerminalLink link) {
    return new PopCaller(link.terminal, link);
  }

  static PopCaller byPackets(int terminal) {
    return new PopCaller(terminal, null);
  }

  boolean isTerminal() {
    return terminal != NO_TERMINAL;
  }
}
