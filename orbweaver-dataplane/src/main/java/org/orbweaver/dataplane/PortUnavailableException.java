package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;

/**
 * Ports on loopback could not be opened. The message names each and says what to do, a line each.
 */
public final class PortUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  private final int port;

  PortUnavailableException(int port, String message, Throwable cause) {
    super(message, cause);
    this.port = port;
  }

  /** One port, with the program that has it where that can be told. */
  static PortUnavailableException of(
      Protocol protocol, InetAddress address, int port, String use, String advice, IOException e) {
    String message = String.valueOf(e.getMessage());
    String kind = protocol == Protocol.UDP ? "UDP port " : "port ";
    String named = kind + port + " on " + address.getHostAddress() + " (" + use + ")";
    if (e instanceof BindException && message.contains("in use")) {
      String by = PortOwner.of(port, protocol).map(o -> " by " + o).orElse(" by another program");
      return new PortUnavailableException(
          port, named + " is taken" + by + "; stop it, or " + advice, e);
    }
    return new PortUnavailableException(
        port, named + " cannot be opened: " + message + "; " + advice, e);
  }

  /** All of several. */
  static PortUnavailableException all(List<PortUnavailableException> several) {
    if (several.size() == 1) {
      return several.getFirst();
    }
    String lines = String.join("\n", several.stream().map(Throwable::getMessage).toList());
    PortUnavailableException all =
        new PortUnavailableException(several.getFirst().port, lines, several.getFirst());
    several.stream().skip(1).forEach(all::addSuppressed);
    return all;
  }

  /** The port; of several, the first. */
  public int port() {
    return port;
  }
}
