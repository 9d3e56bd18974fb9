package org.orbweaver.app.packets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.dataplane.DestinationRules;
import org.orbweaver.dataplane.PacketFilter;
import org.orbweaver.dataplane.Resolver;
import org.orbweaver.dataplane.linux.NodeNetwork;
import org.orbweaver.dataplane.linux.NodeNetwork.Route;
import org.orbweaver.dataplane.linux.WayOut;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.AddressPlan;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;
import org.orbweaver.dataplane.packet.NameAnswer;

/**
 * Lets packets reach what the scenario allows of the machine's own network, and finds its names.
 */
public final class WayToOthers implements AutoCloseable {
  /** Programs ask anew after five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int WINDOWS_IN_QUEUE = 8;
  private static final int LEAST_WINDOW = 16_384;
  private static final int MOST_WINDOW = 16_777_216;

  private final PacketFilter filter;
  private final WayOut way;
  private final Consumer<String> notices;
  private final Resolver resolver = new Resolver();

  private WayToOthers(PacketFilter filter, WayOut way, Consumer<String> notices) {
    this.filter = filter;
    this.way = way;
    this.notices = notices;
  }

  /**
   * What must be known before anything starts.
   *
   * @param path where programs are looked for
   * @throws Failure where a program is missing, or the scenario allows nothing
   */
  public static void check(Network network, String path) {
    if (network.scenario().internet().allow().isEmpty()) {
      throw Failure.badInput(
          "--way-out would open nothing: the scenario's internet.allow is empty",
          "Say there what may be reached, such as allow: [\"example.org:443\"].");
    }
    String missing = WayOut.missing(path);
    if (missing != null) {
      throw Failure.environment(
          "--way-out needs the program " + missing,
          "Install it (Debian, Ubuntu: sudo apt install passt nftables), or leave --way-out away.");
    }
  }

  /**
   * Opens it.
   *
   * @param allow the scenario's {@code internet.allow}
   * @param namespace descriptor that holds that of the node {@code internet}
   * @param address of that node
   * @param mtu bytes
   */
  static WayToOthers open(
      List<String> allow, int namespace, Address address, int mtu, Consumer<String> notices) {
    PacketFilter filter = new PacketFilter(DestinationRules.of(allow));
    Address outer = new Address(address.v4(), address.prefix(), address.rest() + 1);
    try {
      WayOut way =
          WayOut.open(
              namespace,
              outer.inet6(),
              mtu,
              filter.table(WayOut.DEVICE),
              why -> notices.accept("the way out has ended: " + why));
      return new WayToOthers(filter, way, notices);
    } catch (IOException e) {
      throw Failure.environment(
          "no way out can be opened: " + Reasons.of(e), "Without --way-out the network works.");
    }
  }

  /**
   * What a node reaches by its device where there is a way out. That with the way out reaches only
   * the network itself. What terminals let others send at once is so little that some of them fit
   * into the queue: pasta sends all that it may, and all of it again where some is lost.
   *
   * @param address of the node
   * @param queueBytes of its link
   */
  static List<Route> reached(Kind kind, Address address, long queueBytes) {
    if (kind != Kind.TERMINAL && kind != Kind.SERVICE) {
      return NodeNetwork.EVERYWHERE;
    }
    Address first = AddressPlan.first(address);
    List<Route> reached = new ArrayList<>();
    reached.add(new Route(first.inet4(), AddressPlan.V4_BITS, 0));
    reached.add(new Route(first.inet6(), AddressPlan.V6_BITS, 0));
    if (kind == Kind.TERMINAL) {
      long share = queueBytes / WINDOWS_IN_QUEUE;
      reached.addAll(NodeNetwork.everywhere(Math.clamp(share, LEAST_WINDOW, MOST_WINDOW)));
    }
    return reached;
  }

  /** What the machine knows of a name that is none of the network's. */
  NameAnswer find(String name) {
    if (!name.contains(".") || !filter.mayAsk(name)) {
      return NameAnswer.Unknown.NOT_OURS;
    }
    try {
      List<InetAddress> addresses = resolver.resolve(name, PATIENCE);
      String admitted = filter.admit(name, addresses);
      if (!admitted.isEmpty()) {
        way.tell(admitted);
      }
      return new NameAnswer.Elsewhere(addresses);
    } catch (UnknownHostException e) {
      return new NameAnswer.Elsewhere(List.of());
    } catch (IOException e) {
      notices.accept(name + " stays closed: " + Reasons.of(e));
      return NameAnswer.Unknown.NOT_OURS;
    }
  }

  @Override
  public void close() {
    resolver.close();
    way.close();
  }
}
