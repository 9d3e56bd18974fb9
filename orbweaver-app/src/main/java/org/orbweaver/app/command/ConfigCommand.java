package org.orbweaver.app.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code orbweaver config}: what is in force, and where it comes from. */
@Command(
    name = "config",
    description = {
      "Show every setting in force and where it comes from.",
      "A flag is stronger than the environment, the environment than the scenario, the scenario than"
          + " the default. Takes the options of all commands, to show what they would do."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver config",
      "  orbweaver config hello",
      "  ORBWEAVER_PORT_BASE=20000 orbweaver config hello --start 2026-05-21T00:00:12Z"
    })
final class ConfigCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.config/1",
          Column.text("setting", "an option without its dashes, or a key of the scenario"),
          Column.text("value", "what is in force; empty where nothing is set"),
          Column.text("source", "flag, environment, scenario or default, and which exactly"));

  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "Scenario file, or the name of a shipped scenario; its keys are shown too.")
  @Nullable String scenario;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  ConfigCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Gives the command every option of its siblings that the environment can set. */
  static void adoptOptions(CommandLine root) {
    CommandLine config = root.getSubcommands().get("config");
    if (config == null) {
      return;
    }
    CommandSpec own = config.getCommandSpec();
    Set<String> known = new HashSet<>(own.optionsMap().keySet());
    for (CommandLine sibling : root.getSubcommands().values()) {
      for (OptionSpec option : sibling.getCommandSpec().options()) {
        if (EnvironmentDefaults.variable(option) != null && known.add(option.longestName())) {
          own.addOption(OptionSpec.builder(option).names(option.longestName()).build());
        }
      }
    }
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    ParseResult given = spec.commandLine().getParseResult();
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (OptionSpec option : spec.options()) {
        String variable = EnvironmentDefaults.variable(option);
        if (variable != null) {
          row(rows, option, variable, given);
        }
      }
    }
    return ExitCode.DONE;
  }

  private void row(RowWriter rows, OptionSpec option, String variable, ParseResult given) {
    String name = option.longestName();
    String inEnvironment = surroundings.environment().getOrDefault(variable, "");
    rows.text(name.substring(2));
    if (given.hasMatchedOption(name)) {
      rows.text(String.join(" ", given.matchedOption(name).originalStringValues()))
          .text("flag " + name);
    } else if (!inEnvironment.isEmpty()) {
      rows.text(inEnvironment).text("environment " + variable);
    } else {
      rows.text(byDefault(option)).text("default");
    }
    rows.endRow();
  }

  private @Nullable String byDefault(OptionSpec option) {
    return option.longestName().equals("--format")
        ? OutputOptions.byDefault(surroundings).toString()
        : option.defaultValue();
  }
}
