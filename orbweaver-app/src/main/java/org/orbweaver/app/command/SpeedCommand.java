package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Speeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver speed}. */
@Command(
    name = "speed",
    description = {
      "Let the time of a running network pass faster or slower than the machine's.",
      "Slots follow each other faster or slower; packets take their real delay all the same. A"
          + " pause ends. Ends with 1 where no network runs."
    },
    footer = {"", "Examples:", "  orbweaver speed 10", "  orbweaver speed 0.5 hello"})
final class SpeedCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      index = "0",
      paramLabel = "FACTOR",
      description = "Seconds of network time in one of the machine's, 0.01 to 10000.")
  String factor = "";

  @Parameters(
      index = "1",
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Name of the network; the one that runs by default.")
  @Nullable String network;

  SpeedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Speeds.parse(factor);
    return RunningNetwork.tell(surroundings, network, List.of("speed", factor));
  }
}
