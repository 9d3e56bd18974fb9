package org.orbweaver.app.live;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;

/**
 * The ports on loopback. {@code --port-base} moves all of them, each to its own distance from the
 * base, so that several networks run side by side; {@code doc/ports.md} is the table.
 *
 * @param socks where programs hand over their traffic; 0 for any free one
 * @param metrics where monitoring asks; 0 for any free one
 * @param metricsAsked whether somebody chose that; where nobody did, a network also starts without
 */
public record Ports(int socks, int metrics, boolean metricsAsked) {
  /** SOCKS5 as everybody expects it (IANA). */
  static final int SOCKS = 1080;

  /** Distance of the SOCKS port from {@code --port-base}. */
  static final int SOCKS_FROM_BASE = 1;

  /** Metrics, where exporters of OpenTelemetry have them. */
  static final int METRICS = 9464;

  /** Distance of the metrics port from {@code --port-base}. */
  static final int METRICS_FROM_BASE = 2;

  /** Room that a network takes from its base on. */
  static final int RANGE = 20;

  private static final int LAST = 65_535;

  /**
   * The ports in force.
   *
   * @throws Failure where a number is no port
   */
  public static Ports of(
      @Nullable Integer socksPort, @Nullable Integer metricsPort, @Nullable Integer portBase) {
    if (portBase != null && (portBase < 1024 || portBase > LAST - RANGE)) {
      throw Failure.usage(
          "--port-base " + portBase + " leaves no room for the ports",
          "Give 1024 to " + (LAST - RANGE) + ".");
    }
    return new Ports(
        chosen("--socks-port", socksPort, portBase, SOCKS_FROM_BASE, SOCKS),
        chosen("--metrics-port", metricsPort, portBase, METRICS_FROM_BASE, METRICS),
        metricsPort != null || portBase != null);
  }

  private static int chosen(
      String option,
      @Nullable Integer port,
      @Nullable Integer portBase,
      int fromBase,
      int byDefault) {
    if (port == null) {
      return portBase == null ? byDefault : portBase + fromBase;
    }
    if (port < 0 || port > LAST) {
      throw Failure.usage(
          option + " " + port + " is no port", "Give 1 to " + LAST + ", or 0 for any.");
    }
    return port;
  }
}
