package org.orbweaver.app.command;

import picocli.CommandLine.Option;

/** {@code --help}, which every command has. */
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and end.")
  boolean help;
}
