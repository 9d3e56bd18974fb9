package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Authorisation.Grant;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.entry.AuthorisationEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal authorise}. */
@Command(
    name = "authorise",
    description = {
      "Authorise a terminal where only authorised ones are served, or exempt it for safety.",
      "In a governed network it rests on a case in force; only lines of hospitals, emergency"
          + " services and relief are exempted, for a limited time."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal authorise clinic-1 --basis \"allow-list AL-0001\"",
      "  orbweaver terminal authorise clinic-1 --grant exempt --until 2026-12-01T00:00:00Z \\",
      "      --basis \"medical care\" --case C-2026-0004"
    })
final class TerminalAuthoriseCommand extends DecidingCommand {
  @Parameters(paramLabel = "TERMINAL", description = "Its id.")
  String id = "";

  @Option(
      names = "--grant",
      paramLabel = "GRANT",
      defaultValue = "allow",
      description = "${COMPLETION-CANDIDATES}; allow by default.")
  Grant grant = Grant.ALLOW;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Moments.class,
      defaultValue = "now",
      description = "From when, UTC; now by default.")
  String from = "now";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Moments.class,
      description = "Until when, UTC; no end by default.")
  @Nullable String until;

  @Option(
      names = "--basis",
      paramLabel = "TEXT",
      required = true,
      description = "Law, contract or decision that it rests on.")
  String basis = "";

  @Option(names = "--case", paramLabel = "CASE", description = "In a governed network, its case.")
  String caseId = "";

  TerminalAuthoriseCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.AUTHORISATIONS);
  }

  @Override
  int run(SqlStore store) {
    Authorisation[] made = new Authorisation[1];
    decide(
        store,
        records -> {
          Terminal terminal = records.terminals().get(id);
          if (grant == Grant.EXEMPT) {
            String on = terminal.line();
            ServiceLine line = on == null ? null : records.lines().get(on);
            if (line == null || !line.serviceClass().isEssential()) {
              throw new RefusedException("the terminal " + id + " is on no essential line");
            }
          }
          Long untilNs = until == null ? null : momentNs(until);
          Authorisation right =
              new Authorisation(
                  records.newNumber("AUT"), id, grant, momentNs(from), untilNs, basis, null);
          made[0] = right;
          return new Deed(
              List.of(header ->
                  new AuthorisationEntry.Granted(
                      header,
                      right.id(),
                      id,
                      grant,
                      Utc.toInstant(right.fromNs()),
                      untilNs == null ? null : Utc.toInstant(untilNs),
                      basis,
                      caseId)),
              into -> into.authorisations().add(right));
        });
    return rows(rows -> TerminalRows.write(rows, made[0], nowNs()));
  }
}
