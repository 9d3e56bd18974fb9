package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver line}: service lines, plans and usage. */
@Command(
    name = "line",
    description = {
      "Keep service lines and their plans, and meter what they carry.",
      "A line is an account's right to service at an address; who pays for it is 'orbweaver"
          + " payer'."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver line plan relief-100 \"Relief\" --price \"75.00 EUR\" --down 100 --up 10",
      "  orbweaver line new ACC-0001 --address ADR-0001 --plan relief-100 --class hospital",
      "  orbweaver line list"
    })
final class LineCommand extends CommandGroup {
  LineCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("plan", new LinePlanCommand(surroundings));
    members.put("plans", new LinePlansCommand(surroundings));
    members.put("new", new LineNewCommand(surroundings));
    members.put("list", new LineListCommand(surroundings));
    members.put("end", new LineEndCommand(surroundings));
    members.put("meter", new LineMeterCommand(surroundings));
    members.put("usage", new LineUsageCommand(surroundings));
    return members;
  }
}
