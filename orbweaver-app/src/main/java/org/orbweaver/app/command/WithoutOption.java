package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.OutageNames;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import picocli.CommandLine.Option;

/** {@code --without}: an answer for a network that lacks something. */
final class WithoutOption {
  @Option(
      names = "--without",
      paramLabel = "ELEMENT",
      description =
          "Answer as if this were out of service: gateway:NAME, pop:NAME, sat:NAME, laser:A--B,"
              + " plane:NAME/INDEX or constellation:NAME; may be given several times.")
  List<String> without = new ArrayList<>();

  /** The network without it, beside what the scenario says is out. */
  Network from(Network network, Surroundings surroundings) {
    if (without.isEmpty()) {
      return network;
    }
    List<Outage> outages = OutageNames.resolve(network, without, Long.MIN_VALUE, Long.MAX_VALUE);
    if (without.stream().anyMatch(name -> name.startsWith("laser:"))) {
      OutageNames.checkLasers(
          new Planner(network),
          outages,
          network.slots().at(network.startNs()).startNs(),
          note -> surroundings.err().println("note: " + note));
    }
    return network.with(network.outages().and(outages));
  }
}
