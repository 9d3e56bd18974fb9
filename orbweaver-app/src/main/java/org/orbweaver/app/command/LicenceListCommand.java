package org.orbweaver.app.command;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.geo.Countries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver licence list}. */
@Command(
    name = "list",
    description = {
      "List countries with a licence and countries with terminals.",
      "Ends with 1 where terminals are in a country without the licence that is asked for."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver licence list my.yaml",
      "  orbweaver licence list my.yaml --format json"
    })
final class LicenceListCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.licence/1",
          Column.text("country", "ISO 3166-1 alpha-2; empty where terminals are in none"),
          Column.text("licence", "held, missing, or not asked for"),
          Column.number("terminals", "how many of the scenario's terminals are there"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  LicenceListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    Network network =
        scenarioOptions.loadForAnswers(surroundings, scenario).withCountries(Countries::at);
    List<String> licences = network.scenario().licences();
    TreeMap<String, Integer> terminals = new TreeMap<>();
    licences.forEach(country -> terminals.put(country, 0));
    for (int t = 0; t < network.terminals().size(); t++) {
      String country = network.terminalSpec(t).country();
      terminals.merge(country == null ? "" : country, 1, Integer::sum);
    }
    boolean missing = false;
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (var entry : terminals.entrySet()) {
        boolean asked = !licences.isEmpty() && !entry.getKey().isEmpty();
        boolean held = licences.contains(entry.getKey());
        missing |= asked && !held;
        rows.text(entry.getKey().isEmpty() ? null : entry.getKey())
            .text(held ? "held" : asked ? "missing" : "not asked for")
            .number(entry.getValue())
            .endRow();
      }
    }
    return missing ? ExitCode.NO : ExitCode.DONE;
  }
}
