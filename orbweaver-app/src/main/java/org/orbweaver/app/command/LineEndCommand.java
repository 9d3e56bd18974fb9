package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.LineEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver line end}. */
@Command(
    name = "end",
    description = {
      "End a line, as its holder wishes.",
      "Refused as long as terminals are on it. A line that nobody pays for is not ended but goes"
          + " down the funding ladder."
    },
    footer = {"", "Examples:", "  orbweaver line end SL-0001 --reason \"the clinic has moved\""})
final class LineEndCommand extends DecidingCommand {
  @Parameters(paramLabel = "LINE", description = "Its number.")
  String number = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  String reason = "";

  LineEndCommand(Surroundings surroundings) {
    super(surroundings, LineRows.LINES);
  }

  @Override
  int run(SqlStore store) {
    decide(
        store,
        records -> {
          ServiceLine line = records.lines().get(number);
          if (records.terminals().of(number).stream()
              .anyMatch(terminal -> terminal.state() == TerminalState.ASSIGNED)) {
            throw new RefusedException("terminals are on the line " + number);
          }
          ServiceLine ended = line.endedAt(nowNs());
          return new Deed(
              List.of(header -> new LineEntry.Closed(header, number, reason)),
              into -> into.lines().update(ended));
        });
    List<LineRows.Row> rows =
        store.read(records -> LineRows.of(records, line -> line.number().equals(number)));
    return rows(out -> rows.forEach(row -> LineRows.write(out, row)));
  }
}
