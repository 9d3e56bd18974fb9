package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** A port through which programs that know no proxy use a terminal, or are used behind one. */
public record ForwardSpec(
    @Key(value = "tcp for connections, udp for datagrams.", byDefault = "tcp") Protocol protocol,
    @Key(
            value =
                "Where the port is: 127.0.0.1:PORT, or another address of loopback, for programs"
                    + " behind the terminal; internet:PORT for those on the internet, who reach"
                    + " through it a program behind the terminal. 0 is any free port.",
            example = "127.0.0.1:8080")
        String listen,
    @Key(value = "The terminal that it leads through.", example = "berlin") String terminal,
    @Key(
            value =
                "Where it leads: HOST:PORT as a program would ask the proxy for it; behind the"
                    + " terminal, a program on loopback.",
            example = "frankfurt.pop.orbweaver:80")
        String target) {
  /** How bytes are carried. */
  public enum Protocol {
    TCP,
    UDP
  }

  private static final String INTERNET = "internet:";

  /**
   * Reads {@code [tcp:|udp:]LISTEN=TERMINAL:TARGET}, the form of the command line; null where it is
   * none. The parts themselves are not looked at.
   */
  public static @Nullable ForwardSpec parse(String text) {
    boolean udp = text.startsWith("udp:");
    String rest = udp || text.startsWith("tcp:") ? text.substring(4) : text;
    int equals = rest.indexOf('=');
    int colon = rest.indexOf(':', equals + 1);
    if (equals < 0 || colon < 0) {
      return null;
    }
    return new ForwardSpec(
        udp ? Protocol.UDP : Protocol.TCP,
        rest.substring(0, equals),
        rest.substring(equals + 1, colon),
        rest.substring(colon + 1));
  }

  /** Whether the port stands on the internet and leads in, to a program behind the terminal. */
  public boolean inward() {
    return listen.startsWith(INTERNET);
  }

  /** The port's socket on this machine; null where it is none. */
  public @Nullable HostPort listenSocket() {
    String socket = inward() ? listen.substring(INTERNET.length()) : listen;
    return HostPort.parse(socket.contains(":") ? socket : HostPort.LOOPBACK + ":" + socket);
  }

  /** The target's socket; null where it is none. */
  public @Nullable HostPort targetSocket() {
    return HostPort.parse(target);
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return (protocol == Protocol.UDP ? "udp:" : "tcp:") + listen + "=" + terminal + ":" + target;
  }
}
