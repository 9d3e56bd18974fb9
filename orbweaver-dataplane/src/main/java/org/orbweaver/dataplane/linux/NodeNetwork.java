package org.orbweaver.dataplane.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.orbweaver.dataplane.bpf.ArrivalStamps;

/**
 * A network namespace whose only way out is a TUN device: what a program on a node of the network
 * finds around it.
 *
 * @param namespace descriptor that holds the namespace
 * @param tun descriptor of its device; closing it takes the device away
 */
public record NodeNetwork(int namespace, int tun) {
  /**
   * Packets that may wait in the device of a terminal before they are read; each takes room from
   * the start.
   */
  public static final int FEW_PACKETS = 4_096;

  /** The same of a node that speaks to many terminals. */
  public static final int MANY_PACKETS = 20_000;

  private static final String SYSCTL = "/proc/sys/net/";
  private static final String V6_CONF = SYSCTL + "ipv6/conf/";
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;

  /**
   * What is reached by a device.
   *
   * @param to the first address
   * @param bits how many leading ones of an address must be its; 0 for all addresses
   * @param windowBytes that TCP lets others send at once over it; 0 for the system's choice
   */
  public record Route(InetAddress to, int bits, int windowBytes) {}

  /** Whatever address a packet has. */
  public static final List<Route> EVERYWHERE = everywhere(0);

  /** The same with a window. */
  public static List<Route> everywhere(int windowBytes) {
    return List.of(new Route(any(4), 0, windowBytes), new Route(any(16), 0, windowBytes));
  }

  /** Makes one whose device leads everywhere. */
  public static NodeNetwork make(
      String device, Inet4Address v4, Inet6Address v6, int mtu, int queuePackets, boolean offloads)
      throws ErrnoException {
    return make(device, v4, v6, mtu, queuePackets, offloads, EVERYWHERE);
  }

  /**
   * Makes one.
   *
   * @param device name of its interface
   * @param mtu bytes
   * @param queuePackets that may wait in the device, such as {@link #FEW_PACKETS}
   * @param offloads as of {@link Tun#open}
   * @param reached by its device
   * @throws ErrnoException where the system refuses; nothing is left then
   */
  public static NodeNetwork make(
      String device,
      Inet4Address v4,
      Inet6Address v6,
      int mtu,
      int queuePackets,
      boolean offloads,
      List<Route> reached)
      throws ErrnoException {
    try {
      return NetNamespace.apart(
          () -> makeHere(device, v4, v6, mtu, queuePackets, offloads, reached));
    } catch (ErrnoException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NodeNetwork makeHere(
      String device,
      Inet4Address v4,
      Inet6Address v6,
      int mtu,
      int queuePackets,
      boolean offloads,
      List<Route> reached)
      throws ErrnoException {
    int namespace = NetNamespace.enterNew();
    int tun = -1;
    try (Netlink netlink = Netlink.open()) {
      netlink.up(Tun.index("lo"), 0, 0);
      tun = Tun.open(device, offloads);
      // Neither addresses of its own making nor solicitations of routers that are not there.
      set(V6_CONF + device + "/addr_gen_mode", "1");
      set(V6_CONF + device + "/router_solicitations", "0");
      letEverybodyPing();
      tellWhenTheEngineIsGone();
      int index = Tun.index(device);
      if (offloads) {
        // Where the system does not let it, packets count from when they are read.
        ArrivalStamps.attach(index);
      }
      takeQueueAway(netlink, index);
      netlink.up(index, mtu, queuePackets);
      netlink.address(index, v4, V4_BITS);
      boolean hasV6 = Files.exists(Path.of(V6_CONF));
      if (hasV6) {
        netlink.address(index, v6, V6_BITS);
      }
      for (Route route : reached) {
        if (hasV6 || route.to() instanceof Inet4Address) {
          netlink.route(index, route.to(), route.bits(), route.windowBytes());
        }
      }
      return new NodeNetwork(namespace, tun);
    } catch (ErrnoException e) {
      if (tun >= 0) {
        Tun.close(tun);
      }
      NetNamespace.release(namespace);
      throw e;
    }
  }

  private static InetAddress any(int bytes) {
    try {
      return InetAddress.getByAddress(new byte[bytes]);
    } catch (IOException e) {
      throw new AssertionError("an address has four or sixteen bytes", e);
    }
  }

  /**
   * The kernel's own queue has three times the room of the device's, and nothing ever waits there.
   */
  private static void takeQueueAway(Netlink netlink, int index) {
    try {
      netlink.withoutQueue(index);
    } catch (ErrnoException e) {
      // It then only takes more memory.
    }
  }

  /** Groups beyond 0 are unknown where an ordinary user's own namespaces are all there is. */
  private static void letEverybodyPing() {
    if (!set(SYSCTL + "ipv4/ping_group_range", "0 2147483647")) {
      set(SYSCTL + "ipv4/ping_group_range", "0 0");
    }
    set(SYSCTL + "ipv4/ip_unprivileged_port_start", "0");
  }

  /** A device that nobody reads any more is no way out: programs are told so at once. */
  private static void tellWhenTheEngineIsGone() {
    set(SYSCTL + "ipv4/conf/all/ignore_routes_with_linkdown", "1");
    set(V6_CONF + "all/ignore_routes_with_linkdown", "1");
  }

  /** A setting that an old kernel lacks only lets some needless packets through. */
  private static boolean set(String file, String value) {
    try {
      Files.writeString(Path.of(file), value);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
