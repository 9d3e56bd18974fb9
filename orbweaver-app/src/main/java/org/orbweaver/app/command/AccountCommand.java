package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver account}: customers and where they use service. */
@Command(
    name = "account",
    description = {
      "Keep accounts and their addresses, and compare what is kept with the ledger.",
      "Names and addresses stay in the store; the ledger has commitments to them."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver account new \"Clinic at the lake\" --region KE",
      "  orbweaver account rebuild --ledger decisions --log-key \"$LOG_KEY\""
    })
final class AccountCommand extends CommandGroup {
  AccountCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("new", new AccountNewCommand(surroundings));
    members.put("list", new AccountListCommand(surroundings));
    members.put("address", new AccountAddressCommand(surroundings));
    members.put("addresses", new AccountAddressesCommand(surroundings));
    members.put("rebuild", new AccountRebuildCommand(surroundings));
    return members;
  }
}
