package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.LocationReview;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.entry.AuthorisationEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver terminal revoke}. */
@Command(
    name = "revoke",
    description = {
      "Take an authorisation back.",
      "In a governed network it takes a case in force that names the terminal. Refused while the"
          + " terminal's location is under review."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal revoke AUT-0001 --reason \"returned\" --case C-2026-0005"
    })
final class TerminalRevokeCommand extends DecidingCommand {
  @Parameters(paramLabel = "AUTHORISATION", description = "Its id.")
  String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  String reason = "";

  @Option(names = "--case", paramLabel = "CASE", description = "In a governed network, its case.")
  String caseId = "";

  TerminalRevokeCommand(Surroundings surroundings) {
    super(surroundings, TerminalRows.AUTHORISATIONS);
  }

  @Override
  int run(SqlStore store) {
    Authorisation[] revoked = new Authorisation[1];
    decide(
        store,
        records -> {
          Authorisation right = records.authorisations().get(id).revokedAt(nowNs());
          revoked[0] = right;
          for (LocationReview review : records.reviews().of(right.terminal())) {
            if (review.outcome() == LocationReview.Outcome.OPEN) {
              throw new RefusedException(
                  "the location of " + right.terminal() + " is under review: " + review.id());
            }
          }
          return new Deed(
              List.of(header -> new AuthorisationEntry.Revoked(header, id, caseId, reason)),
              into -> into.authorisations().update(right));
        });
    return rows(rows -> TerminalRows.write(rows, revoked[0], nowNs()));
  }
}
