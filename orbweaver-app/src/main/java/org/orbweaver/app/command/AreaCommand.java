package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver area}: service areas. */
@Command(
    name = "area",
    description = {
      "Look at service areas, the parts of the Earth about which decisions are made.",
      "An area is a GeoJSON MultiPolygon, its legal text, and cells of the H3 grid that stand for"
          + " it. Whoever decides about it names the hash of both."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver area check delta.geojson",
      "  orbweaver area list my.yaml"
    })
final class AreaCommand extends CommandGroup {
  AreaCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("list", new AreaListCommand(surroundings));
    members.put("show", new AreaShowCommand(surroundings));
    members.put("check", new AreaCheckCommand(surroundings));
    members.put("import", new AreaImportCommand(surroundings));
    return members;
  }
}
