package org.orbweaver.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help}, which every command has, and the exit codes that its page lists. */
@Command(
    parameterListHeading = "%nParameters:%n",
    optionListHeading = "%nOptions:%n",
    descriptionHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the answer is no: a check failed, no service",
      "2:wrong use",
      "3:bad input",
      "4:the environment lacks something, which the message names",
      "70:our fault"
    })
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  boolean help;
}
