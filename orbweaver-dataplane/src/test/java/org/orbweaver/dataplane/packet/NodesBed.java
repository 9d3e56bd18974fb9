package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.linux.ErrnoException;
import org.orbweaver.dataplane.linux.NetNamespace;
import org.orbweaver.dataplane.linux.NodeNetwork;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/**
 * An engine between real network namespaces: two terminals, programs behind the first of two PoPs,
 * the internet, a satellite. Paths take 3 ms and 20 Mbit/s until {@link #paths} says otherwise.
 */
final class NodesBed implements Outside, AutoCloseable {
  static final long MS = 1_000_000;
  static final long DELAY_NS = 3 * MS;
  static final double RATE_BPS = 20e6;
  static final String DEVICE = "orbweaver";

  private final AddressPlan plan = new AddressPlan("bed");
  private final List<NodeNetwork> networks = new ArrayList<>();
  private final List<NodeThread> threads = new ArrayList<>();
  private final EngineSettings settings;
  private @Nullable PacketEngine engine;

  /** The packet thread's. */
  private int ways;

  final Address terminalA = plan.of(Kind.TERMINAL, "a");
  final Address terminalB = plan.of(Kind.TERMINAL, "b");
  final Address pop = plan.of(Kind.POP, "one");
  final Address emptyPop = plan.of(Kind.POP, "two");
  final Address internet = plan.of(Kind.SERVICE, "internet");
  final Address satellite = plan.of(Kind.SATELLITE, "sat");

  final NodeThread inA;
  final NodeThread inB;
  final NodeThread inPop;
  final NodeThread inInternet;
  final NodeThread inSatellite;

  /** Makes all of it; skips the test where the system does not let it. */
  NodesBed(EngineSettings settings) {
    this(settings, settings.link());
  }

  /** The same where terminal B's link is another one. */
  NodesBed(EngineSettings settings, LinkSettings ofB) {
    this.settings = settings;
    try {
      engine = PacketEngine.start(settings, this, System::nanoTime, System.err::println);
      inA = node(terminalA, tun -> engine().attachTerminal(0, tun, terminalA));
      inB = node(terminalB, ofB.mtu(), tun -> engine().attachTerminal(1, tun, terminalB, ofB));
      inPop = node(pop, tun -> engine().attachPop(0, tun, pop));
      inInternet = node(internet, tun -> engine().attachInternet(tun, internet));
      inSatellite = node(satellite, tun -> engine().attachSatellite(7, tun, satellite));
      paths(LinkState.OPEN, LinkState.OPEN);
    } catch (ErrnoException e) {
      close();
      assumeThat(e).as("this system does not let us make networks").isNull();
      throw new IllegalStateException(e);
    }
  }

  private interface Attach {
    void to(int tun);
  }

  private NodeThread node(Address address, Attach attach) throws ErrnoException {
    return node(address, settings.mtu(), attach);
  }

  private NodeThread node(Address address, int mtu, Attach attach) throws ErrnoException {
    NodeNetwork network =
        NodeNetwork.make(
            DEVICE,
            address.inet4(),
            address.inet6(),
            mtu,
            NodeNetwork.FEW_PACKETS,
            settings.offloads());
    networks.add(network);
    attach.to(network.tun());
    NodeThread thread = new NodeThread(network.namespace());
    threads.add(thread);
    return thread;
  }

  PacketEngine engine() {
    return Objects.requireNonNull(engine);
  }

  /** From now on. */
  void paths(LinkState a, LinkState b) {
    paths(a, b, DELAY_NS);
  }

  void paths(LinkState a, LinkState b, long delayNs) {
    long nowNs = System.nanoTime();
    engine().publish(board(nowNs, nowNs + 15_000 * MS, a, b, delayNs));
  }

  static PathBoard board(long fromNs, long untilNs, LinkState a, LinkState b, long delayNs) {
    PathBoard board = new PathBoard(2, fromNs, untilNs);
    LinkState[] states = {a, b};
    for (int link = 0; link < states.length; link++) {
      if (states[link].isDark()) {
        board.setUnserved(link, states[link], 0);
      } else {
        board.set(link, states[link], delayNs, delayNs, RATE_BPS, RATE_BPS, 0);
      }
    }
    return board;
  }

  LinkCounts counts(int link) {
    return Objects.requireNonNull(engine().counts(link));
  }

  @Override
  public int pops() {
    return 2;
  }

  @Override
  public Address address(int index) {
    return index == 0 ? pop : emptyPop;
  }

  @Override
  public long delayNs(int fromPop, int toPop) {
    return MS;
  }

  /** All ways are as long, whenever they are asked for. */
  @Override
  public void wanted(int way, @Nullable Node from, @Nullable Node to) {
    long nowNs = System.nanoTime();
    ways = Math.max(ways, way + 1);
    WayBoard board = new WayBoard(ways, nowNs, nowNs + MS);
    for (int i = 0; i < ways; i++) {
      board.set(i, DELAY_NS, DELAY_NS);
    }
    engine().publish(board);
  }

  @Override
  public Address router() {
    return plan.of(Kind.SERVICE, "dish");
  }

  @Override
  public Address resolver() {
    return plan.of(Kind.SERVICE, "resolver");
  }

  @Override
  public NameAnswer find(String name) {
    return NameAnswer.Unknown.OURS;
  }

  @Override
  public void close() {
    threads.forEach(NodeThread::close);
    if (engine != null) {
      engine.close();
    }
    networks.forEach(network -> NetNamespace.release(network.namespace()));
  }
}
