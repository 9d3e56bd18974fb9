package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import picocli.CommandLine.Option;

/** {@code --slots} and {@code --terminal}: how many slots of a plan, and of whom. */
final class SlotOptions {
  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "1",
      converter = CountFromOne.class,
      description =
          "How many slots, the first being the one that contains the start; 1 by default.")
  int slots = 1;

  @Option(
      names = "--terminal",
      paramLabel = "NAME",
      description = "Only this terminal; may be given several times.")
  List<String> terminals = new ArrayList<>();

  int slots() {
    return slots;
  }

  /**
   * The slot that contains the network's start.
   *
   * @throws Failure wrong use, where the last slot ends later than nanoseconds since 1970 reach in
   *     64 bits
   */
  Slot first(Network network) {
    Slot first = network.slots().at(network.startNs());
    try {
      network.slots().of(first.index() + slots).endNs();
    } catch (ArithmeticException e) {
      throw Failure.usage("--slots leads beyond the year 2262", null);
    }
    return first;
  }

  /** The terminals that are named, or all of them. */
  int[] terminals(Network network) {
    if (terminals.isEmpty()) {
      return IntStream.range(0, network.terminals().size()).toArray();
    }
    NodeNames names = new NodeNames(network);
    return terminals.stream().mapToInt(names::terminal).distinct().toArray();
  }
}
