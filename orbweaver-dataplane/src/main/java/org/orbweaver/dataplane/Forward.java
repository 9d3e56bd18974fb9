package org.orbweaver.dataplane;

import java.net.InetAddress;

/**
 * A port that leads somewhere through a terminal, for programs that know no proxy.
 *
 * @param protocol of the port and of its target
 * @param inward false where a program behind the terminal uses the port and its traffic goes out
 *     through the terminal to the target; true where the port stands on the internet, and what
 *     comes there goes in through the terminal to a target behind it
 * @param address on loopback, where the port is opened
 * @param port 0 for any free one
 * @param terminal index of the terminal
 * @param targetHost a name or an address, as a proxy's client would say it; behind a terminal, on
 *     loopback
 * @param targetPort 1 to 65535
 */
public record Forward(
    Protocol protocol,
    boolean inward,
    InetAddress address,
    int port,
    int terminal,
    String targetHost,
    int targetPort) {

  /** The same with the port that is really open. */
  Forward withPort(int open) {
    return new Forward(protocol, inward, address, open, terminal, targetHost, targetPort);
  }

  /** Such as {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
  public String listen() {
    return socket(address.getHostAddress(), port);
  }

  /** Such as {@code frankfurt.pop.orbweaver:80}. */
  public String target() {
    return socket(targetHost, targetPort);
  }

  private static String socket(String host, int port) {
    String short6 = host.replaceFirst("^(0:){7}", "::");
    return (host.contains(":") ? "[" + short6 + "]" : host) + ":" + port;
  }

  /** As on the command line, without the terminal. */
  @Override
  public String toString() {
    return protocol + " " + (inward ? "internet " : "") + listen() + " to " + target();
  }
}
