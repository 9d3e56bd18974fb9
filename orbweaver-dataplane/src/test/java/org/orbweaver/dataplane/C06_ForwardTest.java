package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** Forwarded ports, for programs that know no proxy. */
@Timeout(120)
class C06_ForwardTest {
  private static final String FRANKFURT = "frankfurt.pop.orbweaver";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int ACCRA = 1;
  private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

  private @Nullable TestBed bed;

  private TestBed bed(Forward... forwards) throws IOException {
    TestBed made = new TestBed(TestBed.LIMITS, List.of(forwards));
    bed = made;
    return made;
  }

  @AfterEach
  void close() {
    if (bed != null) {
      bed.close();
    }
  }

  private static Forward out(Protocol protocol, String host, int port) {
    return new Forward(protocol, false, LOOPBACK, 0, FakeNetwork.BERLIN, host, port);
  }

  private static Forward in(Protocol protocol, int targetPort) {
    return new Forward(protocol, true, LOOPBACK, 0, FakeNetwork.BERLIN, "127.0.0.1", targetPort);
  }

  private static Socket connect(TestBed bed, int forward) throws IOException {
    Socket socket = new Socket(LOOPBACK, bed.plane.forwards().get(forward).port());
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private static byte[] exchange(DatagramSocket socket, int port, byte[] data) throws IOException {
    socket.setSoTimeout(20_000);
    socket.send(new DatagramPacket(data, data.length, LOOPBACK, port));
    DatagramPacket back = new DatagramPacket(new byte[2000], 2000);
    socket.receive(back);
    assertThat(back.getPort()).isEqualTo(port);
    return java.util.Arrays.copyOf(back.getData(), back.getLength());
  }

  private static boolean isReset(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void a01_aPortThatLeadsToAPop() throws Exception {
    TestBed bed = bed(out(Protocol.TCP, FRANKFURT, 80));
    long startNs = bed.network.nowNs();
    try (Socket socket = connect(bed, 0)) {
      socket
          .getOutputStream()
          .write("GET /whoami HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("terminal       berlin");
      // Up to open it, up with the request, down with the answer.
      assertThat(bed.network.nowNs() - startNs).isGreaterThanOrEqualTo(VirtualLink.ms(60));
    }
    bed.awaitNoConnections();
    Traffic carried = bed.plane.traffic(FakeNetwork.BERLIN);
    assertThat(carried.upBytes()).isEqualTo(24);
    assertThat(carried.connections()).isEqualTo(1);
  }

  @Test
  void a02_aPortThatLeadsToAHostOutside() throws Exception {
    try (Peer peer = Peer.echo()) {
      TestBed bed = bed(out(Protocol.TCP, "localhost", peer.port()));
      try (Socket socket = connect(bed, 0)) {
        byte[] data = LinkBed.noise(300_000, 2);
        Thread.ofVirtual()
            .start(() -> {
              try {
                socket.getOutputStream().write(data);
                socket.shutdownOutput();
              } catch (IOException e) {
                // Seen by the reader.
              }
            });
        assertThat(socket.getInputStream().readAllBytes()).isEqualTo(data);
      }
      bed.awaitNoConnections();
    }
  }

  @Test
  void a03_aServerBehindATerminalIsReachedFromTheInternet() throws Exception {
    try (Peer server = Peer.echo()) {
      TestBed bed = bed(in(Protocol.TCP, server.port()));
      bed.network.path(FakeNetwork.BERLIN, 20, 8, 2);
      long startNs = bed.network.nowNs();
      try (Socket socket = connect(bed, 0)) {
        socket.getOutputStream().write(LinkBed.noise(100_000, 3));
        socket.shutdownOutput();
        assertThat(socket.getInputStream().readAllBytes()).isEqualTo(LinkBed.noise(100_000, 3));
      }
      // Its answers go up at 2 Mbit/s.
      assertThat(bed.network.nowNs() - startNs).isGreaterThan(VirtualLink.ms(400));
      bed.awaitNoConnections();
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).downBytes()).isEqualTo(100_000);
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).upBytes()).isEqualTo(100_000);
    }
  }

  @Test
  void a04_anotherTerminalReachesItByTheTerminalsName() throws Exception {
    try (Peer server = Peer.echo();
        UdpPeer datagrams = new UdpPeer()) {
      TestBed bed = bed(in(Protocol.TCP, server.port()), in(Protocol.UDP, datagrams.port()));
      int tcp = bed.plane.forwards().get(0).port();
      int udp = bed.plane.forwards().get(1).port();
      long startNs = bed.network.nowNs();
      try (SocksClient accra = bed.open("accra", "berlin.terminal.orbweaver", tcp)) {
        accra.out.write(HELLO);
        assertThat(accra.receive(5)).isEqualTo(HELLO);
        // Opening over accra's link, then there and back over both.
        assertThat(bed.network.nowNs() - startNs).isGreaterThanOrEqualTo(VirtualLink.ms(40 + 80));
      }
      try (UdpClient accra = new UdpClient(bed.port(), "accra")) {
        accra.send("berlin.terminal.orbweaver", udp, HELLO);
        assertThat(accra.receive().data()).isEqualTo(HELLO);
      }
      assertThat(bed.plane.traffic(ACCRA).upDatagrams()).isEqualTo(1);
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).downDatagrams()).isEqualTo(1);
    }
  }

  @Test
  void a05_aConnectionThatLeadsNowhereIsReset() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
      nobody = free.getLocalPort();
    }
    TestBed bed =
        bed(
            out(Protocol.TCP, "192.0.2.1", 80),
            out(Protocol.TCP, "127.0.0.1", nobody),
            out(Protocol.TCP, FRANKFURT, 80));
    try (Socket forbidden = connect(bed, 0);
        Socket refused = connect(bed, 1)) {
      assertThat(isReset(forbidden)).isTrue();
      assertThat(isReset(refused)).isTrue();
    }
    bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_GATEWAY_REACHABLE);
    try (Socket dark = connect(bed, 2)) {
      assertThat(isReset(dark)).isTrue();
    }
    bed.awaitNoConnections();
    assertThat(bed.plane.traffic(FakeNetwork.BERLIN).refused()).isEqualTo(3);
    assertThat(bed.notices.getFirst())
        .startsWith("forward tcp 127.0.0.1:")
        .contains(" through berlin: refused: ");
  }

  @Test
  void a06_datagramsOutThroughAPort() throws Exception {
    try (UdpPeer peer = new UdpPeer()) {
      TestBed bed =
          bed(out(Protocol.UDP, "127.0.0.1", peer.port()), out(Protocol.UDP, FRANKFURT, 7));
      int toPeer = bed.plane.forwards().get(0).port();
      int toPop = bed.plane.forwards().get(1).port();
      try (DatagramSocket one = new DatagramSocket(0, LOOPBACK);
          DatagramSocket two = new DatagramSocket(0, LOOPBACK)) {
        long sentNs = bed.network.nowNs();
        assertThat(exchange(one, toPeer, HELLO)).isEqualTo(HELLO);
        assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(VirtualLink.ms(40));
        assertThat(exchange(two, toPeer, new byte[] {2})).containsExactly(2);
        assertThat(exchange(one, toPeer, new byte[] {1})).containsExactly(1);
        assertThat(exchange(one, toPop, HELLO)).isEqualTo(HELLO);
      }
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).openConnections())
          .as("each socket and port has a way of its own")
          .isEqualTo(3);
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).upDatagrams()).isEqualTo(4);
    }
  }

  @Test
  void a07_datagramsInToAServerBehindATerminal() throws Exception {
    try (UdpPeer server = new UdpPeer()) {
      TestBed bed = bed(in(Protocol.UDP, server.port()));
      int port = bed.plane.forwards().getFirst().port();
      try (DatagramSocket caller = new DatagramSocket(0, LOOPBACK)) {
        for (int i = 0; i < 50; i++) {
          long sentNs = bed.network.nowNs();
          assertThat(exchange(caller, port, new byte[] {(byte) i})).containsExactly(i);
          assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(VirtualLink.ms(40));
        }
        caller.send(new DatagramPacket(new byte[1400], 1400, LOOPBACK, port));
        Traffic berlin = bed.plane.traffic(FakeNetwork.BERLIN);
        assertThat(berlin.downDatagrams()).isEqualTo(50);
        assertThat(berlin.upDatagrams()).isEqualTo(50);
        bed.await(() -> bed.plane.traffic(FakeNetwork.BERLIN).droppedDatagrams() == 1);
      }
    }
  }

  @Test
  void a08_programsThatAreIdleOrTooManyAreForgottenOrRefused() throws Exception {
    Limits brief =
        new Limits(
            64,
            2,
            16,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            4);
    TestBed bed = new TestBed(brief, List.of(out(Protocol.UDP, FRANKFURT, 7)));
    this.bed = bed;
    int port = bed.plane.forwards().getFirst().port();
    List<DatagramSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sockets.add(new DatagramSocket(0, LOOPBACK));
      sockets.getLast().send(new DatagramPacket(HELLO, 5, LOOPBACK, port));
    }
    bed.await(() -> bed.plane.traffic(FakeNetwork.BERLIN).droppedDatagrams() > 0);
    bed.awaitNoConnections();
    assertThat(exchange(sockets.getLast(), port, HELLO)).isEqualTo(HELLO);
    sockets.forEach(DatagramSocket::close);
  }

  @Test
  void a09_allPortsThatAreTakenAreNamedAtOnceAndNoneIsOpened() throws Exception {
    try (ServerSocket tcp = new ServerSocket(0, 1, LOOPBACK);
        DatagramSocket udp = new DatagramSocket(0, LOOPBACK)) {
      ServerSocket reserved = new ServerSocket(0, 1, LOOPBACK);
      int free = reserved.getLocalPort();
      reserved.close();
      FakeNetwork network = new FakeNetwork();
      assertThatThrownBy(() ->
              DataPlane.start(
                  network,
                  network,
                  DestinationRules.of(List.of()),
                  List.of(
                      fixed(Protocol.TCP, free),
                      fixed(Protocol.TCP, tcp.getLocalPort()),
                      fixed(Protocol.UDP, udp.getLocalPort())),
                  network,
                  tcp.getLocalPort(),
                  line -> {}))
          .isInstanceOf(PortUnavailableException.class)
          .message()
          .satisfies(message ->
              assertThat(message.lines())
                  .hasSize(3)
                  .anyMatch(l -> l.contains("(SOCKS5) is taken"))
                  .anyMatch(
                      l -> l.startsWith("port " + tcp.getLocalPort() + " on 127.0.0.1 (a forward"))
                  .anyMatch(l ->
                      l.startsWith("UDP port " + udp.getLocalPort() + " on 127.0.0.1 (a forward")));
      new ServerSocket(free, 1, LOOPBACK).close();
    }
  }

  private static Forward fixed(Protocol protocol, int port) {
    return new Forward(protocol, false, LOOPBACK, port, FakeNetwork.BERLIN, FRANKFURT, 80);
  }

  @Test
  void a10_closingEndsEverything() throws Exception {
    try (Peer peer = Peer.echo();
        UdpPeer datagrams = new UdpPeer()) {
      TestBed bed =
          bed(
              out(Protocol.TCP, "127.0.0.1", peer.port()),
              in(Protocol.TCP, peer.port()),
              out(Protocol.UDP, "127.0.0.1", datagrams.port()));
      int udp = bed.plane.forwards().get(2).port();
      try (Socket one = connect(bed, 0);
          Socket two = connect(bed, 1);
          DatagramSocket three = new DatagramSocket(0, LOOPBACK)) {
        one.getOutputStream().write(1);
        two.getOutputStream().write(2);
        assertThat(one.getInputStream().read()).isEqualTo(1);
        assertThat(two.getInputStream().read()).isEqualTo(2);
        assertThat(exchange(three, udp, HELLO)).isEqualTo(HELLO);
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> ended.complete(isReset(one) && isReset(two)));
        bed.close();
        assertThat(ended.get()).isTrue();
        for (Forward forward : bed.plane.forwards()) {
          InetSocketAddress address = new InetSocketAddress(LOOPBACK, forward.port());
          if (forward.protocol() == Protocol.UDP) {
            // The system's own port is free when the thread that waits at it has seen the end.
            bed.await(() -> isFree(address));
          } else {
            assertThatThrownBy(() -> new Socket(LOOPBACK, forward.port()).close())
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
  }

  private static boolean isFree(InetSocketAddress address) {
    try {
      new DatagramSocket(address).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
