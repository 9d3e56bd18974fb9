package org.orbweaver.app.command;

import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds to the help of a command the columns of its result. */
final class ColumnHelp {
  private ColumnHelp() {}

  /** Puts the columns before the exit codes, for each command that writes rows. */
  static void install(CommandLine root) {
    for (CommandLine command : root.getSubcommands().values()) {
      install(command);
      if (command.getCommand() instanceof Tabular tabular) {
        var exitCodes =
            command.getHelpSectionMap().get(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING);
        command
            .getHelpSectionMap()
            .put(
                UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
                help -> text(tabular) + (exitCodes == null ? "" : exitCodes.render(help)));
      }
    }
  }

  private static String text(Tabular tabular) {
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : tabular.sheets()) {
      text.append(System.lineSeparator());
      text.append("Columns (").append(sheet.format()).append("):").append(System.lineSeparator());
      int width = sheet.columns().stream().mapToInt(c -> c.name().length()).max().orElse(0);
      for (Column column : sheet.columns()) {
        text.append("  ").append(column.name());
        text.append(" ".repeat(width - column.name().length() + 2));
        text.append(column.meaning()).append(System.lineSeparator());
      }
    }
    return text.toString();
  }
}
