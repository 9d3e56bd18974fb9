package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.TerminalEntry;

/** What may be put down about terminals. One that is named first comes from stock. */
final class TerminalRules {
  private TerminalRules() {}

  static void apply(Services services, Step step, TerminalEntry entry) {
    switch (entry) {
      case TerminalEntry.Donated donated -> donated(services, step, donated);
      case TerminalEntry.Changed changed -> changed(services, step, changed);
      case TerminalEntry.LocationReviewed reviewed -> {
        require(
            services.terminals.get(reviewed.terminal()) != null,
            Refusal.NO_SUCH_TERMINAL,
            reviewed.terminal());
        require(reviewed.outcome() != LocationReview.Outcome.OPEN, Refusal.TERMINAL_STEP, "open");
      }
    }
  }

  private static void donated(Services services, Step step, TerminalEntry.Donated donated) {
    require(Identifiers.isNumber(donated.donation()), Refusal.MALFORMED_ID, donated.donation());
    for (String id : donated.terminals()) {
      TerminalFacts before = known(services, id);
      require(before.donation() == null, Refusal.TERMINAL_STEP, id + " was given before");
      put(services, step, before, TerminalState.DONATED, null, donated.donation());
    }
  }

  private static void changed(Services services, Step step, TerminalEntry.Changed changed) {
    TerminalFacts before = known(services, changed.terminal());
    TerminalState state = changed.state();
    String line = changed.line();
    require((state == TerminalState.ASSIGNED) == (line != null), Refusal.TERMINAL_STEP, "no line");
    if (line != null) {
      LineFacts on = services.lines.get(line);
      require(on != null && !on.closed(), Refusal.NO_SUCH_LINE, line);
    }
    require(
        state != TerminalState.DONATED || before.donation() != null,
        Refusal.TERMINAL_STEP,
        before.id() + " was not given");
    require(
        state != TerminalState.MADE || before.donation() == null,
        Refusal.TERMINAL_STEP,
        before.id() + " was given");
    String where = state == TerminalState.LOST ? before.line() : line;
    put(services, step, before, state, where, before.donation());
  }

  private static TerminalFacts known(Services services, String id) {
    TerminalFacts terminal = services.terminals.get(id);
    if (terminal != null) {
      return terminal;
    }
    require(Identifiers.isNumber(id), Refusal.MALFORMED_ID, id);
    return new TerminalFacts(id, TerminalState.MADE, null, null, Long.MIN_VALUE);
  }

  private static void put(
      Services services,
      Step step,
      TerminalFacts before,
      TerminalState state,
      @Nullable String line,
      @Nullable String donation) {
    boolean first = before.sinceNs() == Long.MIN_VALUE && state == TerminalState.MADE;
    require(
        first || before.state().allows(state),
        Refusal.TERMINAL_STEP,
        before.id() + " is " + before.state() + " and cannot be " + state);
    services.terminals.put(
        before.id(),
        new TerminalFacts(before.id(), state, line, donation, Utc.ofInstant(step.now())));
  }
}
