package org.orbweaver.app.live;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;

/**
 * The ports on loopback. {@code --port-base} moves all of them, each to its own distance from the
 * base, so that several networks run side by side; {@code doc/ports.md} is the table.
 *
 * @param socks where programs hand over their traffic; 0 for any free one
 */
public record Ports(int socks) {
  /** SOCKS5 as everybody expects it (IANA). */
  static final int SOCKS = 1080;

  /** Distance of the SOCKS port from {@code --port-base}. */
  static final int SOCKS_FROM_BASE = 1;

  /** Room that a network takes from its base on. */
  static final int RANGE = 20;

  private static final int LAST = 65_535;

  /**
   * The ports in force.
   *
   * @throws Failure where a number is no port
   */
  public static Ports of(@Nullable Integer socksPort, @Nullable Integer portBase) {
    if (portBase != null && (portBase < 1024 || portBase > LAST - RANGE)) {
      throw Failure.usage(
          "--port-base " + portBase + " leaves no room for the ports",
          "Give 1024 to " + (LAST - RANGE) + ".");
    }
    if (socksPort != null && (socksPort < 0 || socksPort > LAST)) {
      throw Failure.usage(
          "--socks-port " + socksPort + " is no port", "Give 1 to " + LAST + ", or 0 for any.");
    }
    if (socksPort != null) {
      return new Ports(socksPort);
    }
    return new Ports(portBase == null ? SOCKS : portBase + SOCKS_FROM_BASE);
  }
}
