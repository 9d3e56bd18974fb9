package org.orbweaver.app.command;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Down;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver down}: stops what {@code up} started. */
@Command(
    name = "down",
    description = {
      "Stop a network that runs on this machine, and wait until it has.",
      "Ends with 1 where it does not run."
    },
    footer = {"", "Examples:", "  orbweaver down", "  orbweaver down hello"})
final class DownCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Name of the network, which its scenario gives; the one that runs by default.")
  @Nullable String network;

  DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Down down = new Down(surroundings.environment());
    String chosen = network != null ? network : only(down.running());
    OptionalLong pid = chosen == null ? OptionalLong.empty() : down.stop(chosen);
    if (pid.isEmpty()) {
      surroundings
          .err()
          .println(chosen == null ? "no network runs" : "the network " + chosen + " does not run");
      return ExitCode.NO;
    }
    surroundings.out().println("stopped " + chosen + ", pid " + pid.getAsLong());
    return ExitCode.DONE;
  }

  private static @Nullable String only(List<String> running) {
    if (running.size() > 1) {
      throw Failure.usage(
          "several networks run: " + String.join(", ", running), "Name the one to stop.");
    }
    return running.isEmpty() ? null : running.getFirst();
  }
}
