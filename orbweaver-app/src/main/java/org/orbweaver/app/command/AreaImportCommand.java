package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.ServiceArea;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver area import}. */
@Command(
    name = "import",
    description = {
      "Take the features of a GeoJSON file as areas: one file each, as it is hashed, and the lines"
          + " for a scenario.",
      "Files that are there already stay as they are, and then nothing is written."
    },
    footer = {"", "Examples:", "  orbweaver area import districts.geojson --out areas"})
final class AreaImportCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.area.import/1",
          Column.text("area", "its name"),
          Column.text("file", "where it is now"),
          Column.text("shape_hash", "SHA-256 of the file"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "GeoJSON (RFC 7946): polygons.")
  Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made where it is not there.")
  Path out = Path.of("");

  @Mixin OutputOptions output = new OutputOptions();

  AreaImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    AreaTable areas = AreaFiles.read(file, -1);
    try {
      Files.createDirectories(out);
      for (int a = 0; a < areas.size(); a++) {
        if (Files.exists(target(areas.area(a)))) {
          throw new FileAlreadyExistsException(target(areas.area(a)).toString());
        }
      }
      for (int a = 0; a < areas.size(); a++) {
        Files.write(
            target(areas.area(a)),
            areas.area(a).shape().canonicalText().getBytes(StandardCharsets.UTF_8),
            StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException e) {
      throw Failure.badInput(e.getMessage() + " is there already", "Name another folder.");
    } catch (IOException e) {
      throw Failure.environment("cannot write " + out + ": " + Reasons.ofWriting(e), null);
    }
    if (output.asksForRows()) {
      rows(areas);
    } else {
      linesForAScenario(areas);
    }
    return ExitCode.DONE;
  }

  private void rows(AreaTable areas) {
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (int a = 0; a < areas.size(); a++) {
        ServiceArea area = areas.area(a);
        rows.text(area.id()).text(target(area).toString()).text(area.shapeHash()).endRow();
      }
    }
  }

  private void linesForAScenario(AreaTable areas) {
    surroundings.out().println("areas:");
    for (int a = 0; a < areas.size(); a++) {
      ServiceArea area = areas.area(a);
      String line = "  - { name: " + area.id() + ", file: " + target(area) + " } # ";
      surroundings.out().println(line + area.shapeHash());
    }
    surroundings.out().flush();
  }

  private Path target(ServiceArea area) {
    return out.resolve(area.id() + ".geojson");
  }
}
