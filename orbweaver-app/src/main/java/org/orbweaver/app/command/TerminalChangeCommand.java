package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalDesk;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.TerminalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal change}. */
@Command(
    name = "change",
    description = {
      "Put a terminal on a line, take it off, or put down that it was lost, found or retired.",
      "'released' takes it off its line: it is in stock again, a donated one as a donated one."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal change clinic-1 assigned --line SL-0001",
      "  orbweaver terminal change clinic-1 lost --note \"after the flood\""
    })
final class TerminalChangeCommand extends DecidingCommand {
  @Parameters(index = "0", paramLabel = "TERMINAL", description = "Its id.")
  String id = "";

  @Parameters(
      index = "1",
      paramLabel = "STATE",
      description = "assigned, released, lost, found or retired.")
  String state = "";

  @Option(names = "--line", paramLabel = "LINE", description = "On which; with assigned only.")
  @Nullable String line;

  @Option(names = "--note", paramLabel = "TEXT", description = "For its history.")
  String note = "";

  TerminalChangeCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.TERMINALS);
  }

  @Override
  int run(SqlStore store) {
    if (state.equals("assigned") == (line == null)) {
      throw Failure.usage("a line belongs to 'assigned', and to nothing else", null);
    }
    Terminal[] done = new Terminal[1];
    decide(
        store,
        records -> {
          Terminal next = next(records);
          done[0] = next;
          String on = next.state() == TerminalState.ASSIGNED ? next.line() : null;
          return new Deed(
              List.of(header -> new TerminalEntry.Changed(header, id, next.state(), on, note)),
              into -> new TerminalDesk(into).keep(next, note));
        });
    return rows(rows -> TerminalRows.write(rows, done[0]));
  }

  private Terminal next(Records records) {
    Terminal before = records.terminals().get(id);
    return switch (state) {
      case "assigned" -> new TerminalDesk(records).assigned(id, String.valueOf(line), nowNs());
      case "released" -> before.released(nowNs());
      case "lost" -> before.lost(nowNs());
      case "found" -> before.found(nowNs());
      case "retired" -> before.retired(nowNs());
      default ->
          throw Failure.usage(
              "'" + state + "' is none of assigned, released, lost, found, retired", null);
    };
  }
}
