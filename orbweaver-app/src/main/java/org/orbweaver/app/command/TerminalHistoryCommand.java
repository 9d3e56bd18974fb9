package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.TerminalEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal history}. */
@Command(
    name = "history",
    description = "Show everything that happened to a terminal.",
    footer = {"", "Examples:", "  orbweaver terminal history clinic-1"})
final class TerminalHistoryCommand extends StoreCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.terminal.history/1",
          Column.text("terminal", "its id"),
          Column.text("at", "UTC"),
          Column.text("state", "what it became"),
          Column.text("line", "concerned"),
          Column.text("note", "in someone's words"));

  @Parameters(paramLabel = "TERMINAL", description = "Its id.")
  String id = "";

  TerminalHistoryCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    List<TerminalEvent> events =
        store.read(records -> records.terminalEvents().of(records.terminals().get(id).id()));
    return rows(rows ->
        events.forEach(event ->
            rows.text(event.terminal())
                .text(Utc.format(event.atNs()))
                .text(event.state().toString())
                .text(event.line())
                .text(event.note())
                .endRow()));
  }
}
