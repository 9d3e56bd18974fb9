package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.AreaTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver area check}. */
@Command(
    name = "check",
    description = {
      "Check a GeoJSON file of areas: rings, holes, the antimeridian, overlaps; show sizes and"
          + " hashes.",
      "Every problem is reported, with its line and column."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver area check delta.geojson",
      "  orbweaver area check districts.geojson --resolution 6 --format csv"
    })
final class AreaCheckCommand implements Callable<Integer>, Tabular {
  private static final int FINEST = 9;

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "GeoJSON (RFC 7946): polygons.")
  Path file = Path.of("");

  @Option(
      names = "--resolution",
      paramLabel = "N",
      description = "Find the H3 cells too, of resolution 0 to 9.")
  int resolution = -1;

  @Mixin OutputOptions output = new OutputOptions();

  AreaCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(AreaRows.SHEET);
  }

  @Override
  public Integer call() {
    if (resolution < -1 || resolution > FINEST) {
      throw Failure.usage("--resolution is " + resolution, "Give 0 to " + FINEST + ".");
    }
    AreaTable areas = AreaFiles.read(file, resolution);
    try (RowWriter rows = output.open(surroundings, AreaRows.SHEET)) {
      for (int a = 0; a < areas.size(); a++) {
        AreaRows.write(rows, areas, a);
      }
    }
    return ExitCode.DONE;
  }
}
