package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that tells a running network one word, and nothing else. */
abstract class OneWordCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final String word;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "Name of the network; the one that runs by default.")
  @Nullable String network;

  OneWordCommand(Surroundings surroundings, String word) {
    this.surroundings = surroundings;
    this.word = word;
  }

  @Override
  public final Integer call() throws InterruptedException {
    return RunningNetwork.tell(surroundings, network, List.of(word));
  }
}
