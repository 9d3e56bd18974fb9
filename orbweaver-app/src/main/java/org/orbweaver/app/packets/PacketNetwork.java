package org.orbweaver.app.packets;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.sharing.Carrier;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.linux.ErrnoException;
import org.orbweaver.dataplane.linux.NetNamespace;
import org.orbweaver.dataplane.linux.NodeNetwork;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.LinkSettings;
import org.orbweaver.dataplane.packet.NameAnswer;
import org.orbweaver.dataplane.packet.NodeCounts;
import org.orbweaver.dataplane.packet.Outside;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.Punctuality;
import org.orbweaver.dataplane.packet.Shares;
import org.orbweaver.dataplane.packet.Tap;

/**
 * The nodes of a live network between which real packets pass. Nothing of it exists until the first
 * node is asked for; all of it ends with the process, however that ends, since namespaces and
 * devices live by its descriptors alone.
 */
public final class PacketNetwork implements AutoCloseable {
  /** The interface that programs on a node see. */
  public static final String DEVICE = "orbweaver";

  private static final String DISH = "dish";
  private static final String RESOLVER = "resolver";

  /**
   * A node with a network of its own.
   *
   * @param kind what it is
   * @param name of the node, as {@code exec} takes it
   * @param domain under which the others find it
   * @param namespace descriptor, in this process, of its network namespace
   * @param address its addresses
   */
  public record Attached(Kind kind, String name, String domain, int namespace, Address address) {}

  private final PathView paths;
  private final AddressFile addresses;
  private final LongSupplier carrierNs;
  private final LongUnaryOperator slotEndNs;
  private final LinkPlans links;
  private final Consumer<String> notices;
  private final PopDoors doors;
  private final Map<String, Attached> attached = new LinkedHashMap<>();
  private final List<Integer> linked = new ArrayList<>();
  private final Set<String> recorded = new HashSet<>();
  private volatile List<Integer> linkedNow = List.of();
  private volatile @Nullable PacketEngine engine;
  private @Nullable PathFollower follower;
  private volatile @Nullable WayFollower ways;
  private volatile @Nullable WayToOthers wayOut;
  private boolean isWayOut;
  private volatile boolean closed;

  /**
   * Prepares one.
   *
   * @param state the file that keeps addresses
   * @param network its name
   * @param carrierNs the time by which paths are asked for
   * @param slotEndNs from an instant of that time to the end of its slot
   * @param links how links treat packets
   * @param services what answers at PoPs
   * @param notices one line for the operator
   */
  public PacketNetwork(
      PathView paths,
      Path state,
      String network,
      LongSupplier carrierNs,
      LongUnaryOperator slotEndNs,
      LinkPlans links,
      PopServices services,
      Consumer<String> notices) {
    this.links = links;
    this.paths = paths;
    this.carrierNs = carrierNs;
    this.slotEndNs = slotEndNs;
    this.notices = notices;
    addresses = new AddressFile(state, network, notices);
    doors = new PopDoors(services, this::terminalAt, notices);
  }

  /**
   * Gives a node its network, or finds the one that it has.
   *
   * @param word a terminal's name, {@code pop:NAME}, {@code gateway:NAME}, {@code sat:NAME} or
   *     {@code internet}
   * @throws Failure where there is no such node, or the system does not let this process
   */
  public synchronized Attached attach(String word) {
    NodeName node = NodeName.of(paths, word);
    if (node == null) {
      throw Failure.usage("there is no node " + word, NodeName.near(paths, word));
    }
    return attach(node);
  }

  /**
   * Lets packets leave for the machine's own network, by the node {@code internet}.
   *
   * @param allow what may be reached there, as in the scenario
   * @throws Failure where the system does not let this process
   */
  public synchronized void openWayOut(List<String> allow) {
    isWayOut = true;
    Attached internet = attach(NodeName.INTERNET);
    wayOut =
        WayToOthers.open(
            allow, internet.namespace(), internet.address(), links.engine().mtu(), notices);
  }

  private Attached attach(NodeName node) {
    Attached before = attached.get(node.word());
    if (before != null) {
      return before;
    }
    if (closed) {
      throw Failure.environment("the network is ending", null);
    }
    Address address = addresses.of(node.kind(), node.name());
    try {
      PacketEngine running = engine();
      LinkSettings how = links.of(node.name());
      NodeNetwork made =
          NodeNetwork.make(
              DEVICE,
              address.inet4(),
              address.inet6(),
              how.mtu(),
              node.kind() == Kind.TERMINAL ? NodeNetwork.FEW_PACKETS : NodeNetwork.MANY_PACKETS,
              links.engine().offloads(),
              isWayOut
                  ? WayToOthers.reached(node.kind(), address, how.queueBytes())
                  : NodeNetwork.EVERYWHERE);
      Attached has =
          new Attached(node.kind(), node.word(), node.domain(), made.namespace(), address);
      join(running, node, made.tun(), address, how);
      attached.put(node.word(), has);
      if (node.kind() == Kind.POP) {
        doors.open(node.name(), node.index(), made.namespace());
      }
      return has;
    } catch (ErrnoException e) {
      throw Refusals.of(e);
    }
  }

  private void join(
      PacketEngine running, NodeName node, int tun, Address address, LinkSettings how) {
    switch (node.kind()) {
      case TERMINAL -> {
        linked.add(node.index());
        ways().follow(linked);
        running.attachTerminal(linked.size() - 1, tun, address, how);
        follower().follow(linked);
        linkedNow = List.copyOf(linked);
      }
      case GATEWAY -> running.attachGateway(node.index(), tun, address);
      case SATELLITE -> running.attachSatellite(node.index(), tun, address);
      case POP -> running.attachPop(node.index(), tun, address);
      case SERVICE -> running.attachInternet(tun, address);
    }
  }

  private PacketEngine engine() throws ErrnoException {
    PacketEngine running = engine;
    if (running == null) {
      running = PacketEngine.start(links.engine(), new Ground(), System::nanoTime, notices);
      engine = running;
      follower = new PathFollower(paths, running, carrierNs, slotEndNs);
      ways = new WayFollower(paths, running, carrierNs, slotEndNs);
    }
    return running;
  }

  private PathFollower follower() {
    PathFollower following = follower;
    if (following == null) {
      throw new IllegalStateException("an engine is followed");
    }
    return following;
  }

  private WayFollower ways() {
    WayFollower following = ways;
    if (following == null) {
      throw new IllegalStateException("an engine's ways are followed");
    }
    return following;
  }

  private synchronized int terminalAt(InetAddress address) {
    for (Attached node : attached.values()) {
      if (address.equals(node.address().inet4()) || address.equals(node.address().inet6())) {
        return paths.terminal(node.name());
      }
    }
    return -1;
  }

  /** The links of its terminals, for whoever shares capacity. */
  public Carrier carrier() {
    return new Links();
  }

  /** Where programs ask for names. */
  public Address resolver() {
    return addresses.of(Kind.SERVICE, RESOLVER);
  }

  /** The nodes that have a network, in the order in which they got it. */
  public synchronized List<Attached> attached() {
    return List.copyOf(attached.values());
  }

  /** What nodes have carried, by their addresses. */
  public Map<Address, NodeCounts> counts() {
    PacketEngine running;
    synchronized (this) {
      running = engine;
    }
    Map<Address, NodeCounts> counts = new HashMap<>();
    if (running != null) {
      running.nodes().forEach(node -> counts.put(node.address(), node));
    }
    return counts;
  }

  /** How punctual packets have been so far; null before the first node. */
  public synchronized @Nullable Punctuality punctuality() {
    PacketEngine running = engine;
    return running == null ? null : running.punctuality(false);
  }

  /**
   * Notes from now on what a terminal's link carries; the terminal gets its network where it has
   * none yet.
   *
   * @throws Failure where there is no such terminal, or it is recorded already
   */
  public synchronized void record(String terminal, Tap tap) {
    int index = paths.terminal(terminal);
    if (index < 0) {
      throw Failure.usage(
          "there is no terminal " + terminal, "What terminals send and get can be recorded.");
    }
    attach(terminal);
    if (!recorded.add(terminal)) {
      throw Failure.usage(terminal + " is being recorded already", null);
    }
    PacketEngine running = engine;
    if (running != null) {
      running.record(linked.indexOf(index), tap);
    }
  }

  /** Ends that; nothing is noted any more when this returns. */
  public synchronized void recordNoLonger(String terminal) {
    PacketEngine running = engine;
    if (recorded.remove(terminal) && running != null) {
      running.record(linked.indexOf(paths.terminal(terminal)), null);
    }
  }

  /** Whether it has ended. */
  public boolean isClosed() {
    return closed;
  }

  /** The plan has changed within its slot. */
  public synchronized void renew() {
    PathFollower following = follower;
    if (following != null) {
      following.renew();
    }
    WayFollower beside = ways;
    if (beside != null) {
      beside.renew();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    WayToOthers out = wayOut;
    if (out != null) {
      out.close();
    }
    if (follower != null) {
      follower.close();
    }
    if (ways != null) {
      ways.close();
    }
    PacketEngine running = engine;
    if (running != null) {
      running.close();
    }
    doors.close();
    attached.values().forEach(node -> NetNamespace.release(node.namespace()));
    attached.clear();
  }

  private final class Links implements Carrier {
    @Override
    public List<Integer> terminals() {
      return linkedNow;
    }

    @Override
    public @Nullable LinkGauges gauges(int link) {
      PacketEngine running = engine;
      return running == null ? null : running.gauges(link);
    }

    @Override
    public long nowNs() {
      return System.nanoTime();
    }

    @Override
    public void publish(Shares shares) {
      PacketEngine running = engine;
      if (running != null) {
        running.publish(shares);
      }
    }
  }

  /** What the engine may ask. */
  private final class Ground implements Outside {
    @Override
    public int pops() {
      return paths.pops();
    }

    @Override
    public Address address(int pop) {
      return addresses.of(Kind.POP, paths.popName(pop));
    }

    @Override
    public long delayNs(int fromPop, int toPop) {
      return paths.popToPopDelayNs(fromPop, toPop);
    }

    @Override
    public boolean isDirect() {
      return paths.isDirect();
    }

    @Override
    public boolean isWayOut() {
      return wayOut != null;
    }

    @Override
    public void wanted(int way, @Nullable Node from, @Nullable Node to) {
      WayFollower following = ways;
      if (following != null) {
        following.want(way, from, to);
      }
    }

    @Override
    public Address router() {
      return addresses.of(Kind.SERVICE, DISH);
    }

    @Override
    public Address resolver() {
      return PacketNetwork.this.resolver();
    }

    private NameAnswer findElsewhere(String name) {
      WayToOthers out = wayOut;
      return out == null ? NameAnswer.Unknown.NOT_OURS : out.find(name);
    }

    /** What is asked for by name is about to be spoken to, so it gets its network. */
    @Override
    public NameAnswer find(String name) {
      NodeName node = NodeName.ofDomain(paths, name);
      if (node == null) {
        return NodeName.isOurs(name) ? NameAnswer.Unknown.OURS : findElsewhere(name);
      }
      try {
        synchronized (PacketNetwork.this) {
          return new NameAnswer.Known(attach(node).address());
        }
      } catch (Failure e) {
        notices.accept(name + " is not known: " + e.message());
        return NameAnswer.Unknown.OURS;
      }
    }
  }
}
