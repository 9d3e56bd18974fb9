package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.packets.LinkPlans;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.PathView;

/** Many terminals at once, and clocks that jump, in real networks. */
@Timeout(180)
final class A19_ManyNodesTest {
  /** A thousand, by this property, take some seconds more. */
  private static final int TERMINALS = Integer.getInteger("orbweaver.nodes", 50);

  private static final long DELAY_NS = 2_000_000;
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int PATIENCE_MS = 30_000;

  @TempDir Path folder;

  private static LinkPlans plans;

  private final AtomicLong stepNs = new AtomicLong();

  @BeforeAll
  static void mayMakeNetworks() throws Exception {
    RealNetworks.assumeAllowed();
    plans = new LinkPlans(ShortNetwork.load());
  }

  private PacketNetwork network() {
    return new PacketNetwork(
        new EvenPaths(),
        folder.resolve("addresses"),
        "many",
        () -> System.nanoTime() + stepNs.get(),
        carrierNs -> (carrierNs / 15_000_000_000L + 1) * 15_000_000_000L,
        plans,
        (socket, pop, terminals) -> {},
        System.err::println);
  }

  /** Terminals at one PoP, 2 ms from it. */
  private static final class EvenPaths implements PathView {
    @Override
    public int terminals() {
      return TERMINALS;
    }

    @Override
    public int terminal(String name) {
      return name.startsWith("t") ? Integer.parseInt(name.substring(1)) : -1;
    }

    @Override
    public String terminalName(int terminal) {
      return "t" + terminal;
    }

    @Override
    public int pops() {
      return 1;
    }

    @Override
    public int pop(String name) {
      return name.equals("pop") ? 0 : -1;
    }

    @Override
    public String popName(int pop) {
      return "pop";
    }

    @Override
    public PathState at(int terminal, long nowNs) {
      return new PathState(true, ReasonCode.SERVED, DELAY_NS, 100e6, 20e6, Long.MIN_VALUE, 0);
    }

    @Override
    public long popToPopDelayNs(int fromPop, int toPop) {
      return 0;
    }
  }

  /** A socket in a node's network. */
  private static DatagramSocket socket(Attached node) throws Exception {
    DatagramSocket socket = NodeSocket.open(node);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  /** There and back, nanoseconds. */
  private static long echo(DatagramSocket here, DatagramSocket there, InetAddress to)
      throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100, to, there.getLocalPort());
    long beganNs = System.nanoTime();
    here.send(packet);
    there.receive(packet);
    there.send(packet);
    here.receive(packet);
    return System.nanoTime() - beganNs;
  }

  /** Descriptors of namespaces and devices that this process holds. */
  private static int held() throws Exception {
    int held = 0;
    try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        String to = Files.exists(link) ? Files.readSymbolicLink(link).toString() : "";
        held += to.startsWith("net:") || to.equals("/dev/net/tun") ? 1 : 0;
      }
    }
    return held;
  }

  @Test
  void a01_everyTerminalHasANetworkOfItsOwn_andNothingOfThemStays() throws Exception {
    int before = held();
    try (PacketNetwork network = network()) {
      List<Attached> nodes = new ArrayList<>();
      Set<Object> addresses = new HashSet<>();
      for (int i = 0; i < TERMINALS; i++) {
        nodes.add(network.attach("t" + i));
        addresses.add(nodes.getLast().address().v4());
        addresses.add(nodes.getLast().address().prefix());
      }
      assertThat(addresses).hasSize(2 * TERMINALS);
      assertThat(network.attached()).isEqualTo(nodes);
      assertThat(held() - before).as("a namespace and a device each").isEqualTo(2 * TERMINALS);
      Attached last = nodes.getLast();
      try (DatagramSocket here = socket(nodes.getFirst());
          DatagramSocket there = socket(last)) {
        assertThat(echo(here, there, last.address().inet4())).isGreaterThan(4 * DELAY_NS);
        assertThat(echo(here, there, last.address().inet6())).isGreaterThan(4 * DELAY_NS);
      }
    }
    assertThat(held()).isEqualTo(before);
  }

  @Test
  void a02_aClockThatIsSteppedNeitherLosesNorHastensPackets() throws Exception {
    try (PacketNetwork network = network();
        DatagramSocket here = socket(network.attach("t0"));
        DatagramSocket there = socket(network.attach("t1"))) {
      InetAddress to = network.attach("t1").address().inet4();
      for (int i = 0; i < 60; i++) {
        if (i % 20 == 10) {
          stepNs.addAndGet(i == 30 ? -2 * HOUR_NS : HOUR_NS);
          network.renew();
        }
        assertThat(echo(here, there, to)).isGreaterThan(4 * DELAY_NS);
      }
    }
  }
}
