package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.function.Consumer;
import org.orbweaver.core.time.TimeSource;

/** The data plane of one process: a SOCKS5 door on loopback, and the PoPs' services behind it. */
public final class DataPlane implements AutoCloseable {
  private final SocksServer door;
  private final Links links;
  private final Resolver resolver;
  private final Lateness lateness;

  private DataPlane(SocksServer door, Links links, Resolver resolver, Lateness lateness) {
    this.door = door;
    this.links = links;
    this.resolver = resolver;
    this.lateness = lateness;
  }

  /**
   * Opens the door; returns once it accepts connections.
   *
   * @param paths what the paths are
   * @param whoAmI what {@code /whoami} answers
   * @param rules which destinations may be reached beside the PoPs' services
   * @param time network time
   * @param socksPort on 127.0.0.1; 0 for any free one
   * @param notices one line for the operator, without a newline; called from any thread, at most a
   *     few times a second
   * @throws PortUnavailableException where the port is taken or may not be opened
   */
  public static DataPlane start(
      PathView paths,
      WhoAmIView whoAmI,
      DestinationRules rules,
      TimeSource time,
      int socksPort,
      Consumer<String> notices)
      throws IOException {
    return start(paths, whoAmI, rules, time, socksPort, notices, Limits.DEFAULT);
  }

  static DataPlane start(
      PathView paths,
      WhoAmIView whoAmI,
      DestinationRules rules,
      TimeSource time,
      int socksPort,
      Consumer<String> notices,
      Limits limits)
      throws IOException {
    Notices sparing = new Notices(time, notices);
    SocksServer door = SocksServer.open(socksPort, limits, sparing);
    Lateness lateness = new Lateness();
    Links links = new Links(paths, time, limits, lateness, MemoryBudget.ofHeap());
    Resolver resolver = new Resolver();
    Destinations destinations =
        new Destinations(paths, rules, resolver, limits.connect(), door.port());
    PopService services = new PopService(paths, whoAmI, time);
    door.serve(new SessionContext(paths, time, links, destinations, services, limits, sparing));
    return new DataPlane(door, links, resolver, lateness);
  }

  /** The port that is really open. */
  public int socksPort() {
    return door.port();
  }

  /** What a terminal's connections have carried. */
  public Traffic traffic(int terminal) {
    return links.traffic(terminal);
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

  /** Ends all connections and closes the port, within two seconds. Does nothing the second time. */
  @Override
  public void close() {
    door.close();
    links.close();
    resolver.close();
  }
}
