package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver licence}: where the network may operate. */
@Command(
    name = "licence",
    description = "Look at licences: in which countries a network may operate at all.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "Examples:", "  orbweaver licence list my.yaml"})
final class LicenceCommand extends CommandGroup {
  LicenceCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("list", new LicenceListCommand(surroundings));
    return members;
  }
}
