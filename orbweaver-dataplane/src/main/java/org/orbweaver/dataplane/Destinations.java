package org.orbweaver.dataplane;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a request means: a service inside, sockets outside, or nothing that is allowed. */
final class Destinations {
  private static final String INSIDE = ".orbweaver";
  private static final String POP = ".pop" + INSIDE;
  private static final int HTTP_PORT = 80;

  /** Turns a name into addresses. */
  interface Lookup {
    List<InetAddress> resolve(String name, Duration timeout) throws UnknownHostException;
  }

  private final PathView paths;
  private final DestinationRules rules;
  private final Lookup lookup;
  private final Duration timeout;
  private final int ownPort;

  Destinations(
      PathView paths, DestinationRules rules, Lookup lookup, Duration timeout, int ownPort) {
    this.paths = paths;
    this.rules = rules;
    this.lookup = lookup;
    this.timeout = timeout;
    this.ownPort = ownPort;
  }

  Destination find(String asked, int port) {
    String host = asked.toLowerCase(Locale.ROOT);
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (host.endsWith(POP)) {
      return service(host.substring(0, host.length() - POP.length()), port);
    }
    if (host.endsWith(INSIDE)) {
      return nowhere(SocksReply.HOST_UNREACHABLE, host + " answers no connections");
    }
    InetAddress literal = literal(host);
    if (literal != null) {
      return allowed(null, List.of(literal), host, port);
    }
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return allowed(
          host,
          List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
          host,
          port);
    }
    if (!rules.mayResolve(host, port)) {
      return forbidden(host, port);
    }
    try {
      return allowed(host, lookup.resolve(host, timeout), host, port);
    } catch (UnknownHostException e) {
      return nowhere(SocksReply.HOST_UNREACHABLE, "no address is known for " + host);
    }
  }

  private Destination service(String pop, int port) {
    int index = paths.pop(pop);
    if (index < 0) {
      return nowhere(
          SocksReply.HOST_UNREACHABLE,
          "there is no PoP '" + pop + "'" + Spelling.hint(pop, paths.pops(), paths::popName));
    }
    return port == HTTP_PORT
        ? new Destination.Service(index)
        : nowhere(
            SocksReply.CONNECTION_REFUSED,
            "PoP " + pop + " answers plain HTTP on port 80, not on port " + port);
  }

  private Destination allowed(
      @Nullable String name, List<InetAddress> addresses, String host, int port) {
    List<InetAddress> allowed = new ArrayList<>(addresses);
    allowed.removeIf(a -> !rules.allows(name, a, port, ownPort));
    return allowed.isEmpty() ? forbidden(host, port) : new Destination.Outside(allowed, port);
  }

  private static Destination forbidden(String host, int port) {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return nowhere(
        SocksReply.NOT_ALLOWED,
        shown + ":" + port + " is not allowed; internet.allow in the scenario would allow it");
  }

  private static Destination nowhere(SocksReply reply, String why) {
    return new Destination.Nowhere(reply, why);
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
