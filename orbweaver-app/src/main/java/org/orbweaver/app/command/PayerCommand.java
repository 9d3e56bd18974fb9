package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver payer}: who pays, and what follows when nobody does. */
@Command(
    name = "payer",
    description = {
      "Keep who pays for lines, and walk the funding ladder.",
      "funded, at-risk (60 days), grace (30 days, full service), limited (256 kbit/s and emergency"
          + " traffic, at least 30 days), paused (configuration kept). Lines of hospitals,"
          + " emergency services and relief are never paused without a restrict decision."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver payer new \"A foundation\"",
      "  orbweaver payer leave PAY-0001 --on 2026-07-01T00:00:00Z",
      "  orbweaver payer due --step"
    })
final class PayerCommand extends CommandGroup {
  PayerCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("new", new PayerNewCommand(surroundings));
    members.put("list", new PayerListCommand(surroundings));
    members.put("contract", new PayerContractCommand(surroundings));
    members.put("contracts", new PayerContractsCommand(surroundings));
    members.put("fund", new PayerFundCommand(surroundings));
    members.put("successor", new PayerSuccessorCommand(surroundings));
    members.put("leave", new PayerLeaveCommand(surroundings));
    members.put("notices", new PayerNoticesCommand(surroundings));
    members.put("due", new PayerDueCommand(surroundings));
    members.put("forecast", new PayerForecastCommand(surroundings));
    return members;
  }
}
