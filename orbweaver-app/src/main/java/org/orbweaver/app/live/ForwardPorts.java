package org.orbweaver.app.live;

import java.net.InetAddress;
import java.util.List;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.HostPort;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.dataplane.Forward;
import org.orbweaver.dataplane.Protocol;

/** Forwards as they are written and as the data plane has them. */
final class ForwardPorts {
  private ForwardPorts() {}

  /** Forwards in which {@link org.orbweaver.format.ForwardCheck} has found no problem. */
  static List<Forward> of(Network network, List<ForwardSpec> specs) {
    return specs.stream().map(spec -> forward(network, spec)).toList();
  }

  private static Forward forward(Network network, ForwardSpec spec) {
    HostPort listen = spec.listenSocket();
    HostPort target = spec.targetSocket();
    String address = listen == null ? null : listen.loopback();
    if (listen == null || address == null || target == null) {
      throw new IllegalArgumentException("not a forward: " + spec);
    }
    return new Forward(
        spec.protocol() == ForwardSpec.Protocol.UDP ? Protocol.UDP : Protocol.TCP,
        spec.inward(),
        InetAddress.ofLiteral(address),
        listen.port(),
        network.terminals().indexOf(spec.terminal()),
        target.host(),
        target.port());
  }

  /** As on the command line. */
  static String written(Network network, Forward forward) {
    return forward.protocol()
        + ":"
        + (forward.inward() ? "internet:" + forward.port() : forward.listen())
        + "="
        + network.terminals().name(forward.terminal())
        + ":"
        + forward.target();
  }

  /** For people. */
  static String shown(Network network, Forward forward) {
    return forward.protocol()
        + " "
        + forward.listen()
        + (forward.inward() ? ", on the internet, leads through " : " leads through ")
        + network.terminals().name(forward.terminal())
        + " to "
        + forward.target();
  }
}
