package org.orbweaver.app.command;

import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orbweaver version}. */
@Command(name = "version", description = "Show the version of this program.")
final class VersionCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  VersionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    surroundings.out().println("orbweaver " + Version.number());
    return ExitCode.DONE;
  }
}
