package org.orbweaver.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others; by itself it shows them. */
abstract class CommandGroup implements Callable<Integer> {
  final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  CommandGroup(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The others by name, in the order in which {@code --help} shows them. */
  abstract Map<String, Object> members();

  @Override
  public Integer call() {
    spec.commandLine().usage(surroundings.out());
    surroundings.out().flush();
    return ExitCode.DONE;
  }
}
