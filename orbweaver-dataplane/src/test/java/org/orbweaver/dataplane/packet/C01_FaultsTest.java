package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.dataplane.linux.Netlink;
import org.orbweaver.dataplane.linux.RawSocket;
import org.orbweaver.dataplane.linux.Tun;

/** What badly behaved programs and badly made packets do: programs in real networks. */
@Timeout(120)
final class C01_FaultsTest {
  private static final int PORT = 4_000;
  private static final int PATIENCE_MS = 20_000;

  private static NodesBed bed;

  @BeforeAll
  static void makeNetworks() {
    bed = new NodesBed(EngineSettings.DEFAULT);
  }

  @AfterAll
  static void endNetworks() {
    if (bed != null) {
      bed.close();
    }
  }

  @AfterEach
  void stillCarries() throws Exception {
    bed.paths(LinkState.OPEN, LinkState.OPEN);
    assertThat(echo(bed.inA, bed.terminalB.inet4(), 100)).isEqualTo(100);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < PATIENCE_MS / 5 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }

  private static DatagramSocket socket(NodeThread node, int port) throws Exception {
    return node.run(() -> {
      DatagramSocket socket = new DatagramSocket(port);
      socket.setSoTimeout(PATIENCE_MS);
      return socket;
    });
  }

  /** Sends a datagram from a node to B, and gets it back; how long it is then. */
  private static int echo(NodeThread from, InetAddress toB, int bytes) throws Exception {
    try (DatagramSocket there = socket(bed.inB, PORT);
        DatagramSocket here = socket(from, 0)) {
      here.connect(toB, PORT);
      byte[] sent = new byte[bytes];
      new Random(bytes).nextBytes(sent);
      here.send(new DatagramPacket(sent, bytes));
      DatagramPacket got = new DatagramPacket(new byte[65_536], 65_536);
      there.receive(got);
      there.send(got);
      here.receive(got);
      assertThat(Arrays.copyOf(got.getData(), got.getLength())).isEqualTo(sent);
      return got.getLength();
    }
  }

  /** Bytes of a packet made for a test. */
  private static byte[] bytes(long p, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) Memory.u8(p + i);
    }
    return bytes;
  }

  private static void send(List<byte[]> packets) throws Exception {
    bed.inA.run(() -> {
      try (RawSocket raw = RawSocket.open(NodesBed.DEVICE)) {
        for (byte[] packet : packets) {
          raw.send(packet);
        }
      }
      return packets.size();
    });
  }

  @Test
  void a01_whatIsNoWholePacketIsDroppedAndCounted() throws Exception {
    long before = bed.counts(0).malformed();
    try (Packets packets = new Packets()) {
      byte[] good4 = bytes(packets.udp4(bed.terminalA, bed.pop, 1, PORT, 50), packets.length());
      byte[] good6 = bytes(packets.udp6(bed.terminalA, bed.pop, 1, PORT, 50), packets.length());
      send(
          List.of(
              new byte[] {0x45},
              Arrays.copyOf(good4, 19),
              Arrays.copyOf(good4, 60),
              Arrays.copyOf(good4, 200),
              with(good4, 0, 0x55),
              with(good4, 0, 0x44),
              with(good4, 0, 0x4f),
              with(good4, 10, good4[10] ^ 1),
              Arrays.copyOf(good6, 39),
              Arrays.copyOf(good6, 60),
              with(good6, 5, 0)));
    }
    await("all of them are counted", () -> bed.counts(0).malformed() == before + 11);
  }

  private static byte[] with(byte[] packet, int at, int value) {
    byte[] changed = packet.clone();
    changed[at] = (byte) value;
    return changed;
  }

  @Test
  void a02_anothersAddressIsDroppedAndCounted() throws Exception {
    long before = bed.counts(0).spoofed();
    try (Packets packets = new Packets();
        DatagramSocket pop = socket(bed.inPop, PORT)) {
      byte[] v4 = bytes(packets.udp4(bed.terminalB, bed.pop, 1, PORT, 9), packets.length());
      byte[] v6 = bytes(packets.udp6(bed.terminalB, bed.pop, 1, PORT, 9), packets.length());
      byte[] own = bytes(packets.udp4(bed.terminalA, bed.pop, 1, PORT, 5), packets.length());
      send(List.of(v4, v6, own));
      DatagramPacket got = new DatagramPacket(new byte[100], 100);
      pop.receive(got);
      assertThat(got.getLength()).as("only what is true arrives").isEqualTo(5);
      assertThat(bed.counts(0).spoofed()).isEqualTo(before + 2);
    }
  }

  @Test
  void a03_aBadChecksumOfUdpIsTheReceiversToFind() throws Exception {
    try (Packets packets = new Packets();
        DatagramSocket pop = socket(bed.inPop, PORT)) {
      byte[] right = bytes(packets.udp4(bed.terminalA, bed.pop, 1, PORT, 5), packets.length());
      byte[] bad = bytes(packets.udp4(bed.terminalA, bed.pop, 1, PORT, 9), packets.length());
      bad[26] = 1;
      send(List.of(bad, right));
      DatagramPacket got = new DatagramPacket(new byte[100], 100);
      pop.receive(got);
      assertThat(got.getLength()).isEqualTo(5);
    }
  }

  @Test
  void a04_whatIsLongerThanThePathArrivesInFragments() throws Exception {
    assertThat(echo(bed.inA, bed.terminalB.inet4(), 5_000)).isEqualTo(5_000);
    assertThat(echo(bed.inA, bed.terminalB.inet6(), 5_000)).isEqualTo(5_000);
    assertThat(echo(bed.inPop, bed.terminalB.inet6(), 5_000)).isEqualTo(5_000);
    assertThat(echo(bed.inSatellite, bed.terminalB.inet4(), 5_000)).isEqualTo(5_000);
  }

  @Test
  void a05_whoSendsLongerPacketsIsToldTheMtu() throws Exception {
    try (DatagramSocket there = socket(bed.inB, PORT);
        DatagramSocket here = socket(bed.inA, 0)) {
      mtu(1_500);
      here.connect(bed.terminalB.inet6(), PORT);
      DatagramPacket sent = new DatagramPacket(new byte[1_450], 1_450);
      DatagramPacket got = new DatagramPacket(new byte[2_000], 2_000);
      there.setSoTimeout(500);
      boolean isTold = false;
      for (int i = 0; i < PATIENCE_MS / 100 && got.getLength() == 2_000; i++) {
        try {
          here.send(sent);
          there.receive(got);
        } catch (SocketTimeoutException e) {
          assertThat(isTold).as("once it is told, the kernel makes fragments").isFalse();
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("Message too long");
          isTold = true;
        }
      }
      assertThat(isTold).isTrue();
      assertThat(got.getLength()).isEqualTo(1_450);
    } finally {
      mtu(1_420);
    }
  }

  private static void mtu(int bytes) throws Exception {
    bed.inA.run(() -> {
      try (Netlink netlink = Netlink.open()) {
        netlink.up(Tun.index(NodesBed.DEVICE), bytes, 0);
      }
      return bytes;
    });
  }

  @Test
  void a06_sendersAreToldWhyNothingArrives() throws Exception {
    assertThatThrownBy(() -> ask(bed.emptyPop.inet4()))
        .isInstanceOf(PortUnreachableException.class);
    assertThatThrownBy(() -> ask(bed.emptyPop.inet6()))
        .isInstanceOf(PortUnreachableException.class);
    bed.paths(LinkState.OPEN, LinkState.UNSERVED);
    assertThatThrownBy(() -> call(bed.terminalB.inet4()))
        .isInstanceOf(NoRouteToHostException.class);
    assertThatThrownBy(() -> call(bed.terminalB.inet6()))
        .isInstanceOf(NoRouteToHostException.class);
    bed.paths(LinkState.OPEN, LinkState.PROHIBITED);
    assertThatThrownBy(() -> call(bed.terminalB.inet6())).hasMessageContaining("Permission denied");
    bed.paths(LinkState.PROHIBITED, LinkState.OPEN);
    assertThatThrownBy(() -> call(bed.terminalB.inet6())).hasMessageContaining("Permission denied");
    assertThat(bed.counts(0).upRefused()).isPositive();
  }

  /** Connects from A; nobody would answer. */
  private static void call(InetAddress to) throws Exception {
    bed.inA.run(() -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(to, PORT + 2), PATIENCE_MS);
      }
      return to;
    });
  }

  /** Sends from A, again and again, until an answer or an error comes. */
  private static void ask(InetAddress to) throws Exception {
    try (DatagramSocket here = socket(bed.inA, 0)) {
      here.connect(to, PORT + 1);
      here.setSoTimeout(100);
      for (int i = 0; i < PATIENCE_MS / 100; i++) {
        here.send(new DatagramPacket(new byte[9], 9));
        try {
          here.receive(new DatagramPacket(new byte[9], 9));
        } catch (SocketTimeoutException e) {
          // Told at most so often.
        }
      }
    }
  }

  @Test
  void b01_aFloodFillsItsOwnQueueAndNobodyElses() throws Exception {
    LinkCounts before = bed.counts(0);
    try (DatagramSocket flood = socket(bed.inA, 0)) {
      Future<Integer> flooding =
          bed.inA.start(() -> {
            flood.connect(bed.internet.inet4(), 9);
            DatagramPacket packet = new DatagramPacket(new byte[1_300], 1_300);
            int sent = 0;
            for (; sent < 20_000; sent++) {
              try {
                flood.send(packet);
              } catch (IOException e) {
                // Nobody listens, as it is told now and then.
              }
            }
            return sent;
          });
      for (int i = 0; i < 20; i++) {
        assertThat(echo(bed.inPop, bed.terminalB.inet4(), 100)).isEqualTo(100);
      }
      assertThat(flooding.get()).isEqualTo(20_000);
    }
    await("its queue runs empty", () -> bed.counts(0).upWaitingBytes() == 0);
    LinkCounts after = bed.counts(0);
    assertThat(after.upDropped()).as("it sent 26 MB, its queue holds one").isPositive();
    assertThat(after.upPackets() - before.upPackets()).isPositive();
    assertThat(bed.counts(1).downDropped()).isZero();
  }

  @Test
  void b02_tenThousandFlowsAllArrive() throws Exception {
    int flows = 10_000;
    try (Packets packets = new Packets();
        DatagramSocket pop = socket(bed.inPop, PORT)) {
      byte[] packet = bytes(packets.udp4(bed.terminalA, bed.pop, 0, PORT, 4), packets.length());
      AtomicBoolean enough = new AtomicBoolean();
      Future<Integer> sending =
          bed.inA.start(() -> {
            try (RawSocket raw = RawSocket.open(NodesBed.DEVICE)) {
              for (int i = 0; !enough.get(); i = (i + 1) % flows) {
                packet[20] = (byte) (1 + i >> 8);
                packet[21] = (byte) (1 + i);
                raw.send(packet);
                if (i % 500 == 0) {
                  Thread.sleep(5);
                }
              }
            }
            return flows;
          });
      BitSet seen = new BitSet();
      DatagramPacket got = new DatagramPacket(new byte[100], 100);
      while (seen.cardinality() < flows) {
        pop.receive(got);
        seen.set(got.getPort());
      }
      enough.set(true);
      assertThat(sending.get()).isEqualTo(flows);
    }
  }

  @Test
  void c01_aConnectionLivesThroughGapsAndOtherPaths() throws Exception {
    byte[] data = new byte[1_500_000];
    new Random(1).nextBytes(data);
    try (ServerSocket server = bed.inInternet.run(() -> new ServerSocket(PORT));
        Socket client = bed.inA.run(() -> new Socket(bed.internet.inet4(), PORT))) {
      try (Socket there = server.accept()) {
        Future<Integer> sending =
            bed.inA.start(() -> {
              OutputStream out = client.getOutputStream();
              out.write(data);
              client.shutdownOutput();
              return data.length;
            });
        handovers();
        InputStream in = there.getInputStream();
        assertThat(in.readAllBytes()).isEqualTo(data);
        assertThat(sending.get()).isEqualTo(data.length);
      }
    }
  }

  /** A hold and a gap of 100 ms each, and another delay after each. */
  private static void handovers() {
    long nowNs = System.nanoTime();
    LinkState[] states = {LinkState.HELD, LinkState.OPEN, LinkState.LOST, LinkState.OPEN};
    for (int i = 0; i < states.length; i++) {
      long fromNs = nowNs + (100 + 100 * i) * NodesBed.MS;
      long delayNs = (i < 2 ? 12 : 5) * NodesBed.MS;
      bed.engine()
          .publish(
              NodesBed.board(
                  fromNs, fromNs + 100 * NodesBed.MS, states[i], LinkState.OPEN, delayNs));
    }
  }
}
