package org.orbweaver.app.command;

import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code orbweaver} without a command: says which there are. */
@Command(
    name = "orbweaver",
    versionProvider = Version.class,
    description = "An open satellite internet system in software.",
    commandListHeading = "%nCommands:%n",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  orbweaver up                          run the network 'hello' on this machine",
      "  orbweaver path hello --from berlin --to frankfurt",
      "  orbweaver help plan                   what a command does, with examples",
      "",
      "An option that takes one value can also be set in the environment: --port-base is",
      "ORBWEAVER_PORT_BASE. 'orbweaver config' shows what is in force and from where."
    })
final class OrbweaverCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  boolean version;

  OrbweaverCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(surroundings.out());
    return ExitCode.DONE;
  }
}
