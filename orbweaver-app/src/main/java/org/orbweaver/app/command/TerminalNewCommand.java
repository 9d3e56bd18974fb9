package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalDesk;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.TerminalEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal new}. */
@Command(
    name = "new",
    description = {
      "Take a new terminal into stock.",
      "Its id is public: let it say nothing about people or places."
    },
    footer = {"", "Examples:", "  orbweaver terminal new clinic-1 --kit KIT0001 --dish DISH0001"})
final class TerminalNewCommand extends DecidingCommand {
  @Parameters(paramLabel = "TERMINAL", description = "Its id, by which the network knows it.")
  String id = "";

  @Option(names = "--kit", paramLabel = "SERIAL", required = true, description = "On the box.")
  String kit = "";

  @Option(names = "--dish", paramLabel = "SERIAL", required = true, description = "On the dish.")
  String dish = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "For its history.")
  String note = "";

  TerminalNewCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.TERMINALS);
  }

  @Override
  int run(SqlStore store) {
    Terminal made = Terminal.made(id, kit, dish, nowNs());
    decide(
        store,
        records ->
            new Deed(
                List.of(header ->
                    new TerminalEntry.Changed(header, id, TerminalState.MADE, null, note)),
                into -> new TerminalDesk(into).make(made, note)));
    return rows(rows -> TerminalRows.write(rows, made));
  }
}
