package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver allowlist}: authorised terminals of an area, in stages. */
@Command(
    name = "allowlist",
    description = {
      "Enrol the terminals of an area in stages: announce, enrol, see in a dry run who would be"
          + " cut, and only then enforce, wave by wave.",
      "Lines of hospitals, emergency services and relief are in no wave."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver allowlist announce north --wave 2026-07-01T00:00:00Z,consumer",
      "  orbweaver allowlist dry-run AL-0001 --cut"
    })
final class AllowListCommand extends CommandGroup {
  AllowListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("announce", new AllowListAnnounceCommand(surroundings));
    members.put("enrol", new AllowListEnrolCommand(surroundings));
    members.put("list", new AllowListListCommand(surroundings));
    members.put("dry-run", new AllowListDryRunCommand(surroundings));
    members.put("enforce", new AllowListEnforceCommand(surroundings));
    return members;
  }
}
