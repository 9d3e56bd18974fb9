package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.Shares;

/**
 * The data plane of one process: a SOCKS5 door on loopback, forwarded ports, and the PoPs' services
 * behind them.
 */
public final class DataPlane implements AutoCloseable {
  private static final int CLOSE_STEPS = 300;
  private static final long CLOSE_STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final SocksServer door;
  private final Forwards forwards;
  private final PopService services;
  private final Links links;
  private final Resolver resolver;
  private final Lateness lateness;
  private final MemoryBudget budget;

  private DataPlane(
      SocksServer door,
      Forwards forwards,
      PopService services,
      Links links,
      Resolver resolver,
      Lateness lateness,
      MemoryBudget budget) {
    this.budget = budget;
    this.door = door;
    this.forwards = forwards;
    this.services = services;
    this.links = links;
    this.resolver = resolver;
    this.lateness = lateness;
  }

  /**
   * Opens the door and the forwarded ports, all or none; returns once they take traffic.
   *
   * @param paths what the paths are
   * @param whoAmI what {@code /whoami} answers
   * @param rules which destinations may be reached beside the PoPs' services
   * @param forwards ports that lead through terminals
   * @param time network time
   * @param socksPort on 127.0.0.1; 0 for any free one
   * @param notices one line for the operator, without a newline; called from any thread, at most a
   *     few times a second
   * @throws PortUnavailableException where ports are taken or may not be opened, naming all of them
   */
  public static DataPlane start(
      PathView paths,
      WhoAmIView whoAmI,
      DestinationRules rules,
      List<Forward> forwards,
      TimeSource time,
      int socksPort,
      Consumer<String> notices)
      throws IOException {
    return start(paths, whoAmI, rules, forwards, time, socksPort, notices, Limits.DEFAULT);
  }

  static DataPlane start(
      PathView paths,
      WhoAmIView whoAmI,
      DestinationRules rules,
      List<Forward> forwards,
      TimeSource time,
      int socksPort,
      Consumer<String> notices,
      Limits limits)
      throws IOException {
    Notices sparing = new Notices(time, notices);
    Forwards ports = new Forwards(paths, t -> paths.at(t, time.nowNs()).homePop());
    SocksServer door = open(forwards, ports, socksPort, limits, sparing);
    Lateness lateness = new Lateness();
    MemoryBudget budget = MemoryBudget.ofHeap();
    Links links = new Links(paths, time, limits, lateness, budget);
    Resolver resolver = new Resolver();
    Destinations destinations =
        new Destinations(paths, rules, ports, resolver, limits.connect(), door.port());
    PopService services = new PopService(paths, whoAmI, time);
    SessionContext context =
        new SessionContext(
            paths, time, links, new Admission(limits), destinations, services, limits, sparing);
    door.serve(context);
    ports.serve(context);
    return new DataPlane(door, ports, services, links, resolver, lateness, budget);
  }

  /**
   * What can be said of forwards before anything is opened: for each that leads where nothing may
   * go or nobody answers, why. Names that have to be looked up are not.
   *
   * @param socksPort as it will be given to {@link #start}
   */
  public static List<String> problems(
      PathView paths, DestinationRules rules, List<Forward> forwards, int socksPort) {
    Destinations destinations =
        new Destinations(
            paths,
            rules,
            (terminal, protocol, port) -> Forwards.find(forwards, terminal, protocol, port, -1),
            (name, timeout) -> List.of(),
            Duration.ZERO,
            socksPort);
    List<String> problems = new ArrayList<>();
    for (Forward f : forwards) {
      if (f.protocol() == Protocol.TCP && f.port() != 0 && f.port() == socksPort) {
        problems.add("forward " + f + ": port " + f.port() + " is that of SOCKS5");
      }
      String why = destinations.neverReached(f.targetHost(), f.targetPort(), f.protocol());
      if (why != null) {
        problems.add("forward " + f + ": " + why);
      }
    }
    return problems;
  }

  private static SocksServer open(
      List<Forward> forwards, Forwards ports, int socksPort, Limits limits, Notices notices)
      throws IOException {
    List<PortUnavailableException> taken = new ArrayList<>();
    SocksServer door = null;
    try {
      door = SocksServer.open(socksPort, limits, notices);
    } catch (PortUnavailableException e) {
      taken.add(e);
    }
    for (Forward forward : forwards) {
      try {
        ports.open(forward);
      } catch (PortUnavailableException e) {
        taken.add(e);
      }
    }
    if (door != null && taken.isEmpty()) {
      return door;
    }
    ports.end();
    if (door != null) {
      door.end();
    }
    throw PortUnavailableException.all(taken);
  }

  /** The port of SOCKS5 that is really open. */
  public int socksPort() {
    return door.port();
  }

  /** The forwards with the ports that are really open, in the order of {@link #start}. */
  public List<Forward> forwards() {
    return forwards.open();
  }

  /** What a terminal's link has carried. */
  public Traffic traffic(int terminal) {
    return links.traffic(terminal);
  }

  /** The terminals whose links have been used, in the order in which they were first. */
  public List<Integer> used() {
    return links.used().stream().map(link -> link.terminal).toList();
  }

  /**
   * How much a link is asked to carry.
   *
   * @param link its place among those {@link #used}
   */
  public LinkGauges gauges(int link) {
    TerminalLink used = links.used().get(link);
    return new LinkGauges(used.up.gauge, used.down.gauge);
  }

  /**
   * Says how links share with others from now on, by their places among those {@link #used} and in
   * the time by which traffic is carried.
   */
  public void publish(Shares shares) {
    links.share(shares);
  }

  /**
   * How late bytes are handed over, beyond the computed time, because the machine is busy: the
   * quantile, rounded up to a power of two microseconds, in nanoseconds; 0 before any traffic.
   *
   * @param quantile 0 to 1
   */
  public long latenessNs(double quantile) {
    return lateness.quantileNs(quantile);
  }

  /**
   * Resets the connections to services of PoPs that are out now; to be called when one has gone
   * out.
   *
   * @return how many connections
   */
  public int resetWhereOut() {
    return services.resetWhereOut();
  }

  /**
   * Has a PoP's services answer connections that come by packets, until the socket is closed.
   *
   * @param socket that listens in the PoP's own network
   * @param terminals whose address it is; -1 where it is no terminal's
   */
  public void answerAt(ServerSocket socket, int pop, ToIntFunction<InetAddress> terminals) {
    new PopDoor(socket, pop, services, terminals).open();
  }

  /** What waits and what is under way, in bytes. */
  long heldBytes() {
    return budget.usedBytes();
  }

  /** Ends all traffic and closes all ports, within two seconds. Does nothing the second time. */
  @Override
  public void close() {
    door.end();
    forwards.end();
    for (int i = 0; i < CLOSE_STEPS && !(door.isOver() && forwards.isOver()); i++) {
      LockSupport.parkNanos(CLOSE_STEP_NS);
      door.end();
      forwards.end();
    }
    links.close();
    resolver.close();
  }
}
