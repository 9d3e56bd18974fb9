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
  private static final String TERMINAL = ".terminal" + INSIDE;
  private static final int HTTP_PORT = 80;

  /** Echo over UDP (RFC 862). */
  static final int ECHO_PORT = 7;

  /** Turns a name into addresses. */
  interface Lookup {
    List<InetAddress> resolve(String name, Duration timeout) throws UnknownHostException;
  }

  /** Ports that lead to a program behind a terminal. */
  interface Inward {
    /** Where such a port is open; null where there is none. */
    Destination.@Nullable Outside find(int terminal, Protocol protocol, int port);
  }

  private final PathView paths;
  private final DestinationRules rules;
  private final Inward inward;
  private final Lookup lookup;
  private final Duration timeout;
  private final int ownPort;

  /**
   * What a terminal's traffic may reach.
   *
   * @param ownPort the proxy's own, for connections
   */
  Destinations(
      PathView paths,
      DestinationRules rules,
      Inward inward,
      Lookup lookup,
      Duration timeout,
      int ownPort) {
    this.inward = inward;
    this.paths = paths;
    this.rules = rules;
    this.lookup = lookup;
    this.timeout = timeout;
    this.ownPort = ownPort;
  }

  /** Whether {@link #find} has to ask somebody for addresses, and may take its time. */
  boolean needsLookup(String asked) {
    String host = plain(asked);
    return !host.endsWith(INSIDE) && !isLocalhost(host) && literal(host) == null;
  }

  /** Why a destination can never be reached, as far as can be told without a look-up; or null. */
  @Nullable String neverReached(String asked, int port, Protocol protocol) {
    if (needsLookup(asked)) {
      return rules.mayResolve(plain(asked), port) ? null : forbidden(plain(asked), port).why();
    }
    return meant(asked, port, protocol) instanceof Destination.Nowhere no ? no.why() : null;
  }

  Destination find(String asked, int port, Protocol protocol) {
    Destination meant = meant(asked, port, protocol);
    return meant instanceof Destination.Service service && paths.isPopOut(service.pop())
        ? nowhere(
            SocksReply.HOST_UNREACHABLE,
            "PoP " + paths.popName(service.pop()) + " is out of service")
        : meant;
  }

  private Destination meant(String asked, int port, Protocol protocol) {
    String host = plain(asked);
    if (host.endsWith(POP)) {
      return service(host.substring(0, host.length() - POP.length()), port, protocol);
    }
    if (host.endsWith(TERMINAL)) {
      return behind(host.substring(0, host.length() - TERMINAL.length()), port, protocol);
    }
    if (host.endsWith(INSIDE)) {
      return nowhere(SocksReply.HOST_UNREACHABLE, host + " answers nothing");
    }
    int own = protocol == Protocol.TCP ? ownPort : -1;
    InetAddress literal = literal(host);
    if (literal != null) {
      return allowed(null, List.of(literal), host, port, own);
    }
    if (isLocalhost(host)) {
      return allowed(
          host,
          List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
          host,
          port,
          own);
    }
    if (!rules.mayResolve(host, port)) {
      return forbidden(host, port);
    }
    try {
      return allowed(host, lookup.resolve(host, timeout), host, port, own);
    } catch (UnknownHostException e) {
      return nowhere(SocksReply.HOST_UNREACHABLE, "no address is known for " + host);
    }
  }

  private static String plain(String asked) {
    String host = asked.toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean isLocalhost(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private Destination service(String pop, int port, Protocol protocol) {
    int index = paths.pop(pop);
    if (index < 0) {
      return nowhere(
          SocksReply.HOST_UNREACHABLE,
          "there is no PoP '" + pop + "'" + Spelling.hint(pop, paths.pops(), paths::popName));
    }
    int answering = protocol == Protocol.TCP ? HTTP_PORT : ECHO_PORT;
    return port == answering
        ? new Destination.Service(index, port)
        : nowhere(
            SocksReply.CONNECTION_REFUSED,
            "PoP "
                + pop
                + (protocol == Protocol.TCP
                    ? " answers plain HTTP on TCP port 80, not on port "
                    : " answers echo on UDP port 7, not on port ")
                + port);
  }

  private Destination behind(String terminal, int port, Protocol protocol) {
    int index = paths.terminal(terminal);
    if (index < 0) {
      return nowhere(
          SocksReply.HOST_UNREACHABLE,
          "there is no terminal '"
              + terminal
              + "'"
              + Spelling.hint(terminal, paths.terminals(), paths::terminalName));
    }
    Destination found = inward.find(index, protocol, port);
    return found != null
        ? found
        : nowhere(
            SocksReply.CONNECTION_REFUSED,
            "nothing is open behind "
                + terminal
                + "; a forward from internet:"
                + port
                + " would open it");
  }

  private Destination allowed(
      @Nullable String name, List<InetAddress> addresses, String host, int port, int own) {
    List<InetAddress> allowed = new ArrayList<>(addresses);
    allowed.removeIf(a -> !rules.allows(name, a, port, own));
    return allowed.isEmpty() ? forbidden(host, port) : new Destination.Outside(allowed, port, -1);
  }

  private static Destination.Nowhere forbidden(String host, int port) {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return nowhere(
        SocksReply.NOT_ALLOWED,
        shown + ":" + port + " is not allowed; internet.allow in the scenario would allow it");
  }

  private static Destination.Nowhere nowhere(SocksReply reply, String why) {
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
