package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which destinations beyond the PoPs' own services traffic may reach: loopback, and what patterns
 * allow. What counts is the address that is really connected to, whatever name it had: a pattern
 * with a name reaches public addresses only, so that nobody's DNS can point into a private network;
 * addresses of those are allowed by address or block.
 */
public final class DestinationRules {
  private final List<DestinationPattern> patterns;

  private DestinationRules(List<DestinationPattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  /**
   * Loopback, and what the patterns allow.
   *
   * @param patterns {@code HOST:PORT}, as in the scenario's {@code internet.allow}: HOST is a name,
   *     {@code *.name} (every name below it, not itself), an address or a block; an IPv6 address
   *     stands in brackets; PORT is 1 to 65535 or {@code *}
   * @throws IllegalArgumentException naming every pattern that is none, a line each
   */
  public static DestinationRules of(List<String> patterns) {
    List<DestinationPattern> parsed = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String pattern : patterns) {
      try {
        parsed.add(DestinationPattern.parse(pattern));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new DestinationRules(parsed);
  }

  List<DestinationPattern> patterns() {
    return patterns;
  }

  /** Whether any of a name's addresses could be allowed, so that it is worth asking for them. */
  boolean mayResolve(String name, int port) {
    return patterns.stream()
        .anyMatch(p -> p.matchesPort(port) && (p.isBlock() || p.matchesName(name)));
  }

  /**
   * Whether a connection may be made.
   *
   * @param name by which it was asked for, in lower case; null where by address
   * @param ownPort the proxy's own port on loopback, which would be a loop
   */
  boolean allows(@Nullable String name, InetAddress address, int port, int ownPort) {
    if (port == 0 || address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return false;
    }
    if (address.isLoopbackAddress()) {
      return port != ownPort;
    }
    for (DestinationPattern p : patterns) {
      if (p.matchesPort(port)
          && (p.matchesAddress(address)
              || (name != null && p.matchesName(name) && PublicAddress.isPublic(address)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
