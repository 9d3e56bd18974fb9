package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver repair}: ends outages of a running network. */
@Command(
    name = "repair",
    description = {
      "End outages of a running network, those that its scenario says too; all of them or, where"
          + " one is not out, none.",
      "What is repaired is used again from the next slot on. Ends with 1 where no network runs."
    },
    footer = {"", "Examples:", "  orbweaver repair gateway:aerzen", "  orbweaver repair --all"})
final class RepairCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "ELEMENT",
      arity = "0..*",
      description = "What is repaired, as fail lists it.")
  List<String> elements = new ArrayList<>();

  @Option(names = "--all", description = "Everything that is out.")
  boolean all;

  @Mixin NetworkOption chosen = new NetworkOption();

  RepairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (elements.isEmpty() != all) {
      throw Failure.usage(
          all ? "--all leaves nothing to name" : "nothing is named to be repaired",
          "Name what fail lists, or give --all.");
    }
    List<String> words = new ArrayList<>(List.of("repair"));
    words.addAll(elements);
    return RunningNetwork.tell(surroundings, chosen.network, words);
  }
}
