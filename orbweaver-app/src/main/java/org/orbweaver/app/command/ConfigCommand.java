package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Ports;
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
      "A flag is stronger than the environment, the environment than the scenario, the scenario"
          + " than the default. Takes the options of all commands, to show what they would do."
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
          Column.text("setting", "an option, or a key of the scenario"),
          Column.text("value", "what is in force; empty where nothing is set"),
          Column.text("source", "flag, environment, scenario or default, and which exactly"));

  /** Options that replace a key of the scenario. */
  private static final Map<String, String> KEYS =
      Map.of("--start", "time.start", "--elements", "constellations.elements.file");

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
      adoptOptions(own, known, sibling);
    }
  }

  private static void adoptOptions(CommandSpec own, Set<String> known, CommandLine command) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (EnvironmentDefaults.variable(option) != null && known.add(option.longestName())) {
        own.addOption(
            OptionSpec.builder(option).names(option.longestName()).required(false).build());
      }
    }
    command.getSubcommands().values().forEach(member -> adoptOptions(own, known, member));
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    Path file = scenario == null ? null : checked(scenario);
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (OptionSpec option : spec.options()) {
        boolean isKey = file != null && KEYS.containsKey(option.longestName());
        if (EnvironmentDefaults.variable(option) != null && !isKey) {
          String[] stronger = stronger(option);
          rows.text(option.longestName())
              .text(stronger == null ? byDefault(option) : stronger[0])
              .text(stronger == null ? "default" : stronger[1])
              .endRow();
        }
      }
      if (file != null) {
        ScenarioSettings.write(rows, file, overriddenKeys());
      }
    }
    return ExitCode.DONE;
  }

  /** The file of a scenario, which must be without problems to have settings. */
  private Path checked(String name) {
    scenarioOptions.loadForAnswers(surroundings, name);
    return new ScenarioFiles(surroundings.environment()).find(name);
  }

  private Map<String, String[]> overriddenKeys() {
    Map<String, String[]> keys = new HashMap<>();
    KEYS.forEach((name, key) -> {
      String[] stronger = stronger(spec.findOption(name));
      if (stronger != null) {
        keys.put(key, stronger);
      }
    });
    return keys;
  }

  /** Value and source where the command line or the environment sets an option, else null. */
  private String @Nullable [] stronger(@Nullable OptionSpec option) {
    if (option == null) {
      return null;
    }
    String name = option.longestName();
    ParseResult given = spec.commandLine().getParseResult();
    if (given.hasMatchedOption(name)) {
      String value = String.join(" ", given.matchedOption(name).originalStringValues());
      return new String[] {value, "flag " + name};
    }
    String variable = String.valueOf(EnvironmentDefaults.variable(option));
    String value = surroundings.environment().getOrDefault(variable, "");
    return value.isEmpty() ? null : new String[] {value, "environment " + variable};
  }

  private @Nullable String byDefault(OptionSpec option) {
    return switch (option.longestName()) {
      case "--format" -> OutputOptions.byDefault(surroundings).toString();
      case "--socks-port" -> Integer.toString(Ports.of(null, null, portBase()).socks());
      case "--metrics-port" -> Integer.toString(Ports.of(null, null, portBase()).metrics());
      default -> option.defaultValue();
    };
  }

  private @Nullable Integer portBase() {
    String[] stronger = stronger(spec.findOption("--port-base"));
    return stronger == null ? null : Integer.valueOf(stronger[0]);
  }
}
