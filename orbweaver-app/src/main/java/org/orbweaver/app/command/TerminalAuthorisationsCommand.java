package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Authorisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver terminal authorisations}. */
@Command(
    name = "authorisations",
    description = "List authorisations and exemptions, all or those of a terminal.",
    footer = {"", "Examples:", "  orbweaver terminal authorisations --terminal clinic-1"})
final class TerminalAuthorisationsCommand extends StoreCommand {
  @Option(names = "--terminal", paramLabel = "TERMINAL", description = "Only those of one.")
  @Nullable String terminal;

  TerminalAuthorisationsCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.AUTHORISATIONS);
  }

  @Override
  int run(SqlStore store) {
    List<Authorisation> found =
        store.read(records ->
            terminal == null
                ? records.authorisations().all()
                : records.authorisations().of(terminal));
    return rows(rows -> found.forEach(right -> TerminalRows.write(rows, right, nowNs())));
  }
}
