package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver resume}. */
@Command(
    name = "resume",
    description = {
      "Let the time of a paused network go on.",
      "It goes on from where it stood, at the rate that it had. Ends"
          + " with 1 where it does not run."
    },
    footer = {"", "Examples:", "  orbweaver resume", "  orbweaver resume hello"})
final class ResumeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Name of the network; the one that runs by default.")
  @Nullable String network;

  ResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    return RunningNetwork.tell(surroundings, network, List.of("resume"));
  }
}
