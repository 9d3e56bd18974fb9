package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver service}. */
@Command(
    name = "service",
    description = {
      "Say which decisions a running network obeys, as JSON.",
      "Anybody compares it with the ledger: 'orbweaver case compare'. Ends with 1 where it does not"
          + " run."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver service > service.json",
      "  orbweaver case compare decisions --service service.json --log-key \"$LOG_KEY\""
    })
final class ServiceCommand extends OneWordCommand {
  ServiceCommand(Surroundings surroundings) {
    super(surroundings, "service");
  }
}
