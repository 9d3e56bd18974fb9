package org.orbweaver.app.packets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.dataplane.DestinationRules;
import org.orbweaver.dataplane.PacketFilter;
import org.orbweaver.dataplane.Resolver;
import org.orbweaver.dataplane.linux.WayOut;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.NameAnswer;

/**
 * Lets packets reach what the scenario allows of the machine's own network, and finds its names.
 */
public final class WayToOthers implements AutoCloseable {
  /** Programs ask anew after five seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

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
