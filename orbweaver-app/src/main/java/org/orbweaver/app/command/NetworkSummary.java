package org.orbweaver.app.command;

import java.util.List;
import java.util.stream.IntStream;
import org.orbweaver.core.scenario.LaserSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/** What a network holds, in a few lines. */
final class NetworkSummary {
  private static final int LABEL_WIDTH = 12;

  private NetworkSummary() {}

  static String of(Network network) {
    StringBuilder text = new StringBuilder(network.name()).append(" is right\n");
    line(text, "start", Utc.format(network.startNs()));
    line(text, "slots", seconds(network.slots().durationNs()));
    List<String> withLasers =
        network.scenario().lasers().stream().map(LaserSpec::constellation).toList();
    for (Network.Shell shell : network.shells()) {
      line(
          text, shell.name(), shell(shell) + (withLasers.contains(shell.name()) ? ", lasers" : ""));
    }
    int antennas =
        IntStream.range(0, network.gateways().size())
            .map(g -> network.gatewaySpec(g).antennas())
            .sum();
    line(text, "gateways", network.gateways().size() + " with " + count(antennas, "antenna"));
    line(text, "PoPs", Integer.toString(network.pops().size()));
    line(text, "terminals", Integer.toString(network.terminals().size()));
    if (!network.outages().all().isEmpty()) {
      line(text, "outages", Integer.toString(network.outages().all().size()));
    }
    return text.toString();
  }

  private static String shell(Network.Shell shell) {
    String satellites = count(shell.satellites(), "satellite");
    return shell.planes() == 0
        ? satellites
        : satellites + " in " + count(shell.planes(), "plane") + " of " + shell.perPlane();
  }

  private static String seconds(long ns) {
    return "of " + ns / Utc.NS_PER_S + " s";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append(label);
    text.append(" ".repeat(Math.max(2, LABEL_WIDTH - label.length())));
    text.append(value).append('\n');
  }
}
