package org.orbweaver.dataplane;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program's datagrams through a terminal: up its link to a PoP, from there to a service or
 * outside, and the answers back. A flow for each PoP and direction, because fibre makes them differ
 * in delay; within one nothing is reordered.
 */
final class UdpExit implements AutoCloseable {
  /** Names looked up at once, and datagrams that wait for one. */
  private static final int MAX_PENDING = 16;

  /** How long a name's addresses are used, and how long it is not asked for again. */
  private static final long KNOWN_NS = TimeUnit.SECONDS.toNanos(60);

  private static final long UNKNOWN_NS = TimeUnit.SECONDS.toNanos(5);

  /** What costs no look-up may change with the network. */
  private static final long INSIDE_NS = TimeUnit.MILLISECONDS.toNanos(500);

  private record Name(String host, int port) {}

  /** A name's destination, or what waits for it. */
  private static final class Route {
    private @Nullable Destination destination;
    private long untilNs = Long.MAX_VALUE;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>(2);
  }

  private final SessionContext context;
  private final TerminalLink link;
  private final Consumer<Datagram> home;
  private final UdpPort port;
  private final Map<Integer, DatagramFlow> up = new ConcurrentHashMap<>();
  private final Map<Integer, DatagramFlow> down = new ConcurrentHashMap<>();
  private final LinkedHashMap<Name, Route> routes = new LinkedHashMap<>(4, 0.75f, true);
  private int pending;
  private boolean closed;

  /**
   * Opens nothing yet.
   *
   * @param home takes what arrives at the terminal, with its sender; must not wait
   */
  UdpExit(SessionContext context, TerminalLink link, Consumer<Datagram> home) {
    this.context = context;
    this.link = link;
    this.home = home;
    port =
        new UdpPort(
            link.time,
            context.limits().datagramIdle(),
            context.limits().maxRemotes(),
            this::returned);
  }

  /** Sends a program's data; the array belongs to the exit from here. */
  synchronized void send(String host, int toPort, byte[] data) {
    Name name = new Name(host, toPort);
    Route route = routes.get(name);
    if (route == null || link.time.nowNs() > route.untilNs) {
      route = closed ? null : begin(name);
    }
    if (route == null) {
      drop();
    } else if (route.destination != null) {
      dispatch(route.destination, host, toPort, data);
    } else if (route.waiting.size() < MAX_PENDING) {
      route.waiting.add(data);
    } else {
      drop();
    }
  }

  /** With the lock held: finds out what a name means; null where too many are being looked up. */
  private @Nullable Route begin(Name name) {
    Destinations destinations = context.destinations();
    boolean takesTime = destinations.needsLookup(name.host());
    if (takesTime && pending == MAX_PENDING) {
      return null;
    }
    Route route = new Route();
    routes.put(name, route);
    if (routes.size() > context.limits().maxRemotes()) {
      routes.pollFirstEntry();
    }
    pending++;
    if (takesTime) {
      Thread.ofVirtual().name("orbweaver-udp-name").start(() -> lookUp(name, route));
    } else {
      lookUp(name, route);
    }
    return route;
  }

  private void lookUp(Name name, Route route) {
    Destination found = null;
    try {
      found = context.destinations().find(name.host(), name.port(), Protocol.UDP);
    } finally {
      settle(name, route, found);
    }
  }

  private synchronized void settle(Name name, Route route, @Nullable Destination found) {
    pending--;
    Destination destination =
        found != null
            ? found
            : new Destination.Nowhere(SocksReply.HOST_UNREACHABLE, "its name could not be asked");
    long nowNs = link.time.nowNs();
    long nameNs = destination instanceof Destination.Nowhere ? UNKNOWN_NS : KNOWN_NS;
    route.untilNs = nowNs + (context.destinations().needsLookup(name.host()) ? nameNs : INSIDE_NS);
    route.destination = destination;
    for (byte[] data = route.waiting.poll(); data != null; data = route.waiting.poll()) {
      dispatch(destination, name.host(), name.port(), data);
    }
  }

  private void dispatch(Destination destination, String host, int toPort, byte[] data) {
    switch (destination) {
      case Destination.Nowhere no -> {
        drop();
        say(host, toPort, no.why());
      }
      case Destination.Service service ->
          up(service.farPop(), data, new Remote.Service(service.pop(), service.port()), false);
      case Destination.Outside outside -> {
        InetAddress address = outside.addresses().getFirst();
        InetSocketAddress socket = new InetSocketAddress(address, outside.port());
        up(
            outside.farPop(),
            data,
            new Remote.Outside(socket, outside.farPop()),
            address instanceof Inet6Address);
      }
    }
  }

  private void up(int farPop, byte[] data, Remote remote, boolean ipv6) {
    if (data.length > (ipv6 ? Datagram.MAX_BYTES_IPV6 : Datagram.MAX_BYTES)) {
      sayTooLong(context, link, data.length);
      return;
    }
    offer(
        flow(up, link.up, farPop, link.upCounts, this::leave),
        new Datagram(data, data.length, remote, link.time.nowNs()));
  }

  /** At the PoP: goes on to where it is for. */
  private void leave(Datagram datagram) {
    switch (datagram.remote()) {
      case null -> {}
      case Remote.Outside outside -> port.send(datagram, outside.address(), outside.farPop());
      case Remote.Service service ->
          // Echo is all that PoPs answer to datagrams.
          down(service.pop(), datagram.data(), datagram.length(), service);
    }
  }

  /** At the PoP: an answer from outside. */
  private void returned(InetSocketAddress from, int farPop, byte[] data, int length) {
    boolean ipv6 = from.getAddress() instanceof Inet6Address;
    if (length > (ipv6 ? Datagram.MAX_BYTES_IPV6 : Datagram.MAX_BYTES)) {
      sayTooLong(context, link, length);
    } else {
      down(farPop, data, length, new Remote.Outside(from, farPop));
    }
  }

  private void down(int farPop, byte[] data, int length, Remote remote) {
    offer(
        flow(down, link.down, farPop, link.downCounts, home),
        new Datagram(data, length, remote, link.time.nowNs()));
  }

  private static void offer(@Nullable DatagramFlow flow, Datagram datagram) {
    if (flow != null) {
      flow.offer(datagram);
    }
  }

  private synchronized @Nullable DatagramFlow flow(
      Map<Integer, DatagramFlow> flows,
      Shaper shaper,
      int farPop,
      DatagramCounts counts,
      Consumer<Datagram> sink) {
    return closed
        ? null
        : flows.computeIfAbsent(farPop, far -> shaper.openDatagrams(far, counts, sink));
  }

  private void drop() {
    link.droppedDatagrams.increment();
  }

  private void say(String host, int toPort, String why) {
    String terminal = context.paths().terminalName(link.terminal);
    context
        .notices()
        .say(
            Notices.Kind.DATAGRAM_DROPPED,
            "UDP: dropped a datagram of " + terminal + " for " + host + ":" + toPort + ": " + why);
  }

  /** Drops one for its length, and says so. */
  static void sayTooLong(SessionContext context, TerminalLink link, int length) {
    link.droppedDatagrams.increment();
    context
        .notices()
        .say(
            Notices.Kind.DATAGRAM_TOO_LONG,
            "UDP: dropped a datagram of "
                + context.paths().terminalName(link.terminal)
                + " with "
                + (length > Datagram.MAX_BYTES ? "more than " + Datagram.MAX_BYTES : length)
                + " bytes, which a packet of 1420 bytes does not hold");
  }

  @Override
  public synchronized void close() {
    closed = true;
    port.close();
    up.values().forEach(DatagramFlow::kill);
    down.values().forEach(DatagramFlow::kill);
    up.clear();
    down.clear();
    routes.clear();
  }
}
