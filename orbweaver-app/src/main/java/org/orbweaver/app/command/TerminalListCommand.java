package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver terminal list}. */
@Command(
    name = "list",
    description = "List terminals.",
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal list --state lost",
      "  orbweaver terminal list --line SL-0001 --format json"
    })
final class TerminalListCommand extends StoreCommand {
  @Option(names = "--line", paramLabel = "LINE", description = "Only those of a line.")
  @Nullable String line;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are made, donated, assigned, lost, found or retired.")
  @Nullable String state;

  @Option(names = "--donation", paramLabel = "DONATION", description = "Only those of a donation.")
  @Nullable String donation;

  TerminalListCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.TERMINALS);
  }

  @Override
  int run(SqlStore store) {
    TerminalState wanted = state == null ? null : TerminalState.parse(state);
    List<Terminal> found =
        store.read(records ->
            (line == null ? records.terminals().all() : records.terminals().of(line))
                .stream()
                    .filter(terminal -> wanted == null || wanted == terminal.state())
                    .filter(terminal -> donation == null || donation.equals(terminal.donation()))
                    .toList());
    return rows(rows -> found.forEach(terminal -> TerminalRows.write(rows, terminal)));
  }
}
