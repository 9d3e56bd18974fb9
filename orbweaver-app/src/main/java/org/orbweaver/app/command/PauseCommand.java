package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver pause}. */
@Command(
    name = "pause",
    description = {
      "Let the time of a running network stand still.",
      "Nothing moves and no slot begins; packets still take the delay that holds at that moment."
          + " Ends with 1 where it does not run."
    },
    footer = {"", "Examples:", "  orbweaver pause", "  orbweaver pause hello"})
final class PauseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Name of the network; the one that runs by default.")
  @Nullable String network;

  PauseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    return RunningNetwork.tell(surroundings, network, List.of("pause"));
  }
}
