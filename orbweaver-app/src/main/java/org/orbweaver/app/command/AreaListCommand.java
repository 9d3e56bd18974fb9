package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.AreaTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver area list}. */
@Command(
    name = "list",
    description = {
      "List the service areas of a scenario, the smallest first: a decision about the smaller of"
          + " two areas has the stronger word."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver area list my.yaml",
      "  orbweaver area list my.yaml --format json"
    })
final class AreaListCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  AreaListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(AreaRows.SHEET);
  }

  @Override
  public Integer call() {
    AreaTable areas = scenarioOptions.loadForAnswers(surroundings, scenario).rules().areas();
    try (RowWriter rows = output.open(surroundings, AreaRows.SHEET)) {
      for (int a = 0; a < areas.size(); a++) {
        AreaRows.write(rows, areas, a);
      }
    }
    return ExitCode.DONE;
  }
}
