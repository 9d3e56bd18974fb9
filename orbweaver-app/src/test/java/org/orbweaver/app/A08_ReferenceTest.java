package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.command.EnvironmentDefaults;
import org.orbweaver.app.command.Tabular;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The reference pages are made from the commands themselves. Run with {@code
 * -Dorbweaver.update=true} to write them anew.
 */
class A08_ReferenceTest {
  private static final boolean UPDATE = Boolean.getBoolean("orbweaver.update");

  @Test
  void thePageOfCommandsSaysWhatTheirHelpSays() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Commands

        <!-- Written by A08_ReferenceTest from the commands' own help; do not edit. -->

        Results go to standard output, everything else to standard error. The columns of the results
        are in [output.md](output.md); `orbweaver help COMMAND` shows both.

        | Exit code | Meaning |
        |---|---|
        | 0 | done |
        | 1 | the answer is no: a check failed, no service |
        | 2 | wrong use |
        | 3 | bad input |
        | 4 | the environment lacks something, which the message names |
        | 70 | our fault; `ORBWEAVER_DEBUG=1` prints the details for a report |

        A scenario is a YAML file, or the name of a shipped one. A flag is stronger than the
        environment, the environment than the scenario, the scenario than the default; `orbweaver
        config` prints what is in force and from where.
        """);
    for (CommandLine command : commands()) {
      page.append("\n## ").append(command.getCommandSpec().qualifiedName());
      page.append("\n\n```text\n");
      command.setHelpSectionKeys(
          command.getHelpSectionKeys().stream()
              .filter(key -> !key.equals(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING))
              .filter(key -> !key.equals(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST))
              .toList());
      page.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace("\r", "").strip());
      page.append("\n```\n");
    }
    page.append("\n## Environment\n\n| Variable | Instead of |\n|---|---|\n");
    environment()
        .forEach((name, meaning) ->
            page.append("| `").append(name).append("` | ").append(meaning).append(" |\n"));
    agree("doc/cli.md", page.toString());
  }

  @Test
  void thePageOfOutputsNamesEveryColumn() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Outputs

        <!-- Written by A08_ReferenceTest from the commands' own columns; do not edit. -->

        `--format table` is for people and may change. The other two are for machines and stable:

        - `csv`: quoted as RFC 4180 says, a header, UTF-8, lines ended by a line feed
          ([why](decisions/0010-csv-lines-end-with-lf.md)). An empty cell is an absent value.
        - `json`: `{"format":"orbweaver.plan/1","rows":[{...}]}`, a row a line. An absent value is
          `null`; numbers are numbers.

        The number after the slash grows when a column goes or changes its meaning. Columns may be
        added within a number, after those that are there. Names of columns carry their units: `_km`,
        `_deg`, `_ms`, `_mbps`, `_utc` (ISO 8601 with `Z`). Round-trip times are propagation only,
        in space and in fibre.

        Without `--format` a terminal gets a table, a file or a pipe gets csv. `orbweaver up` has
        lines of its own, see [up.md](up.md).
        """);
    for (CommandLine command : commands()) {
      if (command.getCommand() instanceof Tabular tabular) {
        for (Sheet sheet : tabular.sheets()) {
          page.append("\n## ").append(sheet.format()).append("\n\n`");
          page.append(command.getCommandSpec().qualifiedName()).append("`\n\n");
          page.append("| csv, table | json | Kind | Meaning |\n|---|---|---|---|\n");
          for (Column column : sheet.columns()) {
            page.append("| `").append(column.name()).append("` | `").append(column.key());
            page.append("` | ").append(kind(column)).append(" | ");
            page.append(column.meaning().replace("|", "\\|")).append(" |\n");
          }
        }
      }
    }
    agree("doc/output.md", page.toString());
  }

  private static String kind(Column column) {
    return switch (column.kind()) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case FLAG -> "true or false";
    };
  }

  private static Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    for (CommandLine command : commands()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        String variable = EnvironmentDefaults.variable(option);
        if (variable != null) {
          variables.put(variable, "`" + option.longestName() + "`");
        }
      }
    }
    variables.put("ORBWEAVER_SCENARIO", "the parameter `SCENARIO`");
    variables.put("ORBWEAVER_NETWORK", "`--network` and the parameter `NETWORK`");
    variables.put("ORBWEAVER_HOME", "where the folder `scenarios` lies; the launcher sets it");
    variables.put("ORBWEAVER_DEBUG", "any value: the details of a fault are printed");
    variables.put("ORBWEAVER_JAVA_HOME", "the JDK that the launcher uses");
    variables.put("ORBWEAVER_JAVA_OPTS", "options for the Java machine, such as `-Xmx8g`");
    variables.put("NO_COLOR", "any value: no colour on a terminal");
    return variables;
  }

  private static List<CommandLine> commands() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Surroundings surroundings =
        new Surroundings(
            nowhere, nowhere, false, false, Map.of(), InstantSource.fixed(Instant.EPOCH));
    return Main.complete(surroundings).getSubcommands().values().stream()
        .filter(command -> !command.getCommandName().equals("help"))
        .flatMap(command ->
            Stream.concat(Stream.of(command), command.getSubcommands().values().stream()))
        .toList();
  }

  private static void agree(String name, String page) throws IOException {
    Path file = root().resolve(name);
    if (UPDATE) {
      Files.writeString(file, page);
    }
    assertThat(file)
        .as("%s; -Dorbweaver.update=true writes it anew", name)
        .content()
        .isEqualTo(page);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("orbweaver"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "not inside the project's folder");
  }
}
