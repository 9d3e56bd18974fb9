package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.spec.Finding;
import org.orbweaver.app.spec.Spec;
import org.orbweaver.app.spec.SpecCheck;
import org.orbweaver.app.spec.SpecReader;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver check}: everything that is wrong with a scenario, or what it holds. */
@Command(
    name = "check",
    description = {
      "Check a scenario and every file that it names.",
      "Each problem is a line: FILE:LINE:COLUMN KEY: what is wrong; what would be right. Where there"
          + " is none, a short summary says what the network holds. --format csv and json give the"
          + " problems as rows. Ends with 3 where there are problems.",
      "--spec plans slots as well and compares them with what NAME.spec.yml beside the scenario"
          + " expects. Ends with 1 where an expectation is not met."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver check my.yaml",
      "  orbweaver check starlink --elements starlink.tle.gz",
      "  orbweaver check hello --spec",
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

  static final Sheet SPEC_SHEET =
      new Sheet(
          "orbweaver.spec/1",
          Column.text("about", "what is expected: a key of the spec, or a limit of the scenario"),
          Column.flag("met", "whether it holds"),
          Column.text("expected", "what the spec or the scenario says"),
          Column.text("found", "what the network and its plans are"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Option(names = "--spec", description = "Compare plans with the scenario's spec file, too.")
  boolean spec;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET, SPEC_SHEET);
  }

  @Override
  public Integer call() {
    Problems specProblems = new Problems();
    Spec expected = spec ? SpecReader.read(specFile(), specProblems) : null;
    if (!specProblems.isEmpty()) {
      return problems(specProblems.list());
    }
    if (expected != null && expected.start() != null && scenarioOptions.start == null) {
      scenarioOptions.start = expected.start();
    }
    LoadResult result = scenarioOptions.read(surroundings, scenario);
    Network network = result.network();
    if (network == null) {
      return problems(result.problems());
    }
    result.notes().forEach(note -> surroundings.err().println("note: " + note));
    if (expected != null) {
      return findings(SpecCheck.check(network, expected));
    }
    if (asRows()) {
      writeRows(List.of());
    } else {
      surroundings.out().print(NetworkSummary.of(network));
    }
    surroundings.out().flush();
    return ExitCode.DONE;
  }

  private Path specFile() {
    return SpecReader.beside(new ScenarioFiles(surroundings.environment()).find(scenario));
  }

  private boolean asRows() {
    return output.format == Format.CSV || output.format == Format.JSON;
  }

  private int problems(List<Problem> problems) {
    if (asRows()) {
      writeRows(problems);
    } else {
      problems.forEach(problem -> surroundings.out().println(problem));
      surroundings.out().flush();
    }
    return ExitCode.BAD_INPUT;
  }

  private int findings(List<Finding> findings) {
    if (asRows()) {
      try (RowWriter rows = output.open(surroundings, SPEC_SHEET)) {
        for (Finding finding : findings) {
          rows.text(finding.about())
              .flag(finding.met())
              .text(finding.expected())
              .text(finding.found())
              .endRow();
        }
      }
    } else {
      findings.forEach(finding ->
          surroundings.out().println((finding.met() ? "met     " : "NOT MET ") + finding));
      surroundings.out().flush();
    }
    return findings.stream().allMatch(Finding::met) ? ExitCode.DONE : ExitCode.NO;
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
