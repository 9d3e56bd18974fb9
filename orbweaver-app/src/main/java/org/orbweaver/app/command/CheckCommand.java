package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver check}: everything that is wrong with a scenario, or what it holds. */
@Command(
    name = "check",
    description = {
      "Check a scenario and every file that it names.",
      "Each problem is a line: FILE:LINE:COLUMN KEY: what is wrong; what would be right. Where there"
          + " is none, a short summary says what the network holds. --format csv and json give the"
          + " problems as rows. Ends with 3 where there are problems."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver check my.yaml",
      "  orbweaver check starlink --elements starlink.tle.gz",
      "  orbweaver check my.yaml --format json"
    })
final class CheckCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.check/1",
          Column.text("file", "the file that must be mended"),
          Column.number("line", "line in it, from 1"),
          Column.number("column", "character in the line, from 1"),
          Column.text("key", "key, column or field that it is about"),
          Column.text("problem", "what is wrong"),
          Column.text("remedy", "what would be right"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    LoadResult result = scenarioOptions.read(surroundings, scenario);
    Network network = result.network();
    if (output.format == Format.CSV || output.format == Format.JSON) {
      writeRows(result.problems());
    } else if (network == null) {
      result.problems().forEach(problem -> surroundings.out().println(problem));
    } else {
      surroundings.out().print(NetworkSummary.of(network));
    }
    surroundings.out().flush();
    result.notes().forEach(note -> surroundings.err().println("note: " + note));
    return network == null ? ExitCode.BAD_INPUT : ExitCode.DONE;
  }

  private void writeRows(List<Problem> problems) {
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (Problem problem : problems) {
        rows.text(problem.file())
            .number(problem.line())
            .number(problem.column())
            .text(problem.key())
            .text(problem.whatIsWrong())
            .text(problem.whatWouldBeRight())
            .endRow();
      }
    }
  }
}
