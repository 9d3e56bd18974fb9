package org.orbweaver.app.command;

import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.format.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orbweaver schema}: what a scenario file may hold, for editors. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema of scenario files, by which an editor checks and completes.",
    footer = {
      "",
      "Examples:",
      "  orbweaver schema > orbweaver.schema.json",
      "  and as the first line of a scenario, for editors with a YAML language server:",
      "  # yaml-language-server: $schema=orbweaver.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  SchemaCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().print(ScenarioSchema.text());
    return ExitCode.DONE;
  }
}
