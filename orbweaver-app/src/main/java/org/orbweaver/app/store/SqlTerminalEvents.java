package org.orbweaver.app.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.orbweaver.governance.accounts.TerminalEvent;
import org.orbweaver.governance.accounts.TerminalEvents;
import org.orbweaver.governance.accounts.TerminalState;

/** The histories of terminals. */
record SqlTerminalEvents(Handle handle) implements TerminalEvents {
  @Override
  public void add(TerminalEvent event) {
    Table.bound(
            handle.createUpdate(
                "INSERT INTO terminal_events (terminal, place, at_ns, state, line, note)"
                    + " SELECT CAST(? AS TEXT), COUNT(*), CAST(? AS BIGINT), CAST(? AS TEXT),"
                    + " CAST(? AS TEXT), CAST(? AS TEXT)"
                    + " FROM terminal_events WHERE terminal = ?"),
            event.terminal(),
            event.atNs(),
            event.state().name(),
            event.line(),
            event.note(),
            event.terminal())
        .execute();
  }

  @Override
  public List<TerminalEvent> of(String terminal) {
    return handle
        .createQuery(
            "SELECT terminal, at_ns, state, line, note FROM terminal_events"
                + " WHERE terminal = ? ORDER BY place")
        .bind(0, terminal)
        .map((row, context) ->
            new TerminalEvent(
                row.getString(1),
                row.getLong(2),
                TerminalState.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
