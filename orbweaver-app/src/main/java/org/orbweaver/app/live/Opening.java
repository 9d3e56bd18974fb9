package org.orbweaver.app.live;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.dataplane.Forward;

/**
 * What there is to say when a network begins.
 *
 * @param version of the program
 * @param network its name
 * @param pid of this process
 * @param satellites how many
 * @param gateways how many
 * @param pops how many
 * @param terminals how many
 * @param startNs network time at the start: UTC, nanoseconds since the Unix epoch
 * @param slotNs length of a slot, nanoseconds
 * @param socksPort open on 127.0.0.1
 * @param metricsPort the same; null where it was taken
 * @param forwards further open ports, as on the command line
 * @param forwardLines the same for people
 * @param traces terminals that follow a recorded trace, as on the command line
 * @param traceLines the same for people
 * @param tryLine a command that sends a request through a terminal, or null where none is served
 */
record Opening(
    String version,
    String network,
    long pid,
    int satellites,
    int gateways,
    int pops,
    int terminals,
    long startNs,
    long slotNs,
    int socksPort,
    @Nullable Integer metricsPort,
    List<String> forwards,
    List<String> forwardLines,
    List<String> traces,
    List<String> traceLines,
    @Nullable String tryLine) {

  static Opening of(
      String version,
      Network network,
      long startNs,
      int socksPort,
      @Nullable Integer metricsPort,
      List<Forward> forwards,
      SlotPlan first) {
    return new Opening(
        version,
        network.name(),
        ProcessHandle.current().pid(),
        network.ephemeris().size(),
        network.gateways().size(),
        network.pops().size(),
        network.terminals().size(),
        startNs,
        network.slots().durationNs(),
        socksPort,
        metricsPort,
        forwards.stream().map(forward -> ForwardPorts.written(network, forward)).toList(),
        forwards.stream().map(forward -> ForwardPorts.shown(network, forward)).toList(),
        Traced.written(network),
        Traced.shown(network),
        tryLine(network, socksPort, first));
  }

  /** Through the first served terminal whose home PoP the scenario names, or else the first. */
  private static @Nullable String tryLine(Network network, int socksPort, SlotPlan first) {
    int chosen = -1;
    for (int t = 0; t < network.terminals().size(); t++) {
      if (first.schedule().isServed(t)) {
        if (network.terminalSpec(t).pop() != null) {
          chosen = t;
          break;
        }
        chosen = chosen < 0 ? t : chosen;
      }
    }
    var path = chosen < 0 ? null : first.forwarding().path(chosen);
    if (path == null) {
      return null;
    }
    // URLEncoder writes forms, where a blank is a plus; names have no blanks.
    String user = URLEncoder.encode(network.terminals().name(chosen), StandardCharsets.UTF_8);
    String pop = network.pops().name(path.nodes().getLast().index());
    return "curl -x socks5h://%s:@127.0.0.1:%d http://%s.pop.orbweaver/whoami"
        .formatted(user, socksPort, pop);
  }
}
