package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.dataplane.UdpClient.Received;

/** SOCKS5 UDP ASSOCIATE over real sockets. */
@Timeout(120)
class C05_UdpAssociationTest {
  private static final String FRANKFURT = "frankfurt.pop.orbweaver";
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

  private TestBed bed;

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private UdpClient client() throws IOException {
    return new UdpClient(bed.port(), "berlin");
  }

  private Traffic berlin() {
    return bed.plane.traffic(FakeNetwork.BERLIN);
  }

  @Test
  void a01_thePopEchoesAfterARoundTrip() throws Exception {
    try (UdpClient client = client()) {
      for (int i = 0; i < 5; i++) {
        long sentNs = bed.network.nowNs();
        client.send(FRANKFURT, 7, HELLO);
        Received back = client.receive();
        assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(VirtualLink.ms(40));
        assertThat(back.data()).isEqualTo(HELLO);
        assertThat(back.host()).isEqualTo(FRANKFURT);
        assertThat(back.port()).isEqualTo(7);
      }
    }
    assertThat(berlin().upDatagrams()).isEqualTo(5);
    assertThat(berlin().downDatagrams()).isEqualTo(5);
    assertThat(berlin().upBytes()).isEqualTo(25);
    assertThat(berlin().connections()).isEqualTo(1);
    bed.awaitNoConnections();
  }

  @Test
  void a02_anotherPopIsFurtherAway() throws Exception {
    try (UdpClient client = client()) {
      long sentNs = bed.network.nowNs();
      client.send("london.pop.orbweaver", 7, HELLO);
      assertThat(client.receive().host()).isEqualTo("london.pop.orbweaver");
      assertThat(bed.network.nowNs() - sentNs).isGreaterThanOrEqualTo(VirtualLink.ms(60));
    }
  }

  @Test
  void a03_aHostOutsideByAddressAndByName() throws Exception {
    try (UdpPeer peer = new UdpPeer();
        UdpClient client = client()) {
      client.send(LOOPBACK, peer.port(), HELLO);
      Received back = client.receive();
      assertThat(back.host()).isEqualTo("127.0.0.1");
      assertThat(back.port()).isEqualTo(peer.port());
      client.send("localhost", peer.port(), new byte[0]);
      assertThat(client.receive().data()).isEmpty();
    }
  }

  @Test
  void a04_ahostOutsideByIpv6() throws Exception {
    UdpPeer six = null;
    try {
      six = new UdpPeer("::1", 0);
    } catch (SocketException e) {
      Assumptions.abort("this machine has no IPv6 on loopback");
    }
    try (UdpPeer peer = six;
        UdpClient client = client()) {
      client.send(InetAddress.ofLiteral("::1"), peer.port(), HELLO);
      Received back = client.receive();
      assertThat(back.host()).isEqualTo("0:0:0:0:0:0:0:1");
      assertThat(back.port()).isEqualTo(peer.port());
    }
  }

  @Test
  void a05_aNameThatIsLookedUp() throws Exception {
    bed.close();
    bed = new TestBed(TestBed.LIMITS, "127.0.0.0/8:*", "nowhere.invalid:*");
    try (UdpClient client = client()) {
      for (int i = 0; i < 40; i++) {
        client.send("nowhere.invalid", 9, HELLO);
      }
      client.send(FRANKFURT, 7, HELLO);
      assertThat(client.receive().host()).as("others do not wait for it").isEqualTo(FRANKFURT);
      bed.await(() -> berlin().droppedDatagrams() == 40);
    }
    assertThat(String.join("\n", bed.notices)).contains("no address is known for nowhere.invalid");
  }

  @Test
  void a06_whereNothingMayGoNothingGoes() throws Exception {
    try (UdpClient client = client()) {
      client.send(InetAddress.ofLiteral("192.0.2.1"), 53, HELLO);
      client.send("example.org", 53, HELLO);
      client.send(FRANKFURT, 80, HELLO);
      client.send("paris.pop.orbweaver", 7, HELLO);
      client.send(FRANKFURT, 7, HELLO);
      assertThat(client.receive().data()).isEqualTo(HELLO);
    }
    assertThat(berlin().droppedDatagrams()).isEqualTo(4);
    assertThat(bed.notices.getFirst())
        .startsWith("UDP: dropped a datagram of berlin for 192.0.2.1:53: ")
        .contains("internet.allow");
  }

  @Test
  void a07_fragmentsAndWhatIsMalformedAreDropped() throws Exception {
    try (UdpClient client = client()) {
      client.raw(new byte[0]);
      client.raw(new byte[] {0, 0, 1, 1, 127, 0, 0, 1, 0, 7, 'x'});
      client.raw(new byte[] {0, 0, 0, 9, 127, 0, 0, 1, 0, 7, 'x'});
      client.raw(new byte[] {0, 0, 0, 3, 100, 'a'});
      client.send(FRANKFURT, 7, HELLO);
      assertThat(client.receive().data()).isEqualTo(HELLO);
    }
    assertThat(berlin().droppedDatagrams()).isEqualTo(4);
  }

  @Test
  void a08_whatDoesNotFitIntoAPacketIsDropped() throws Exception {
    try (UdpClient client = client()) {
      client.send(FRANKFURT, 7, new byte[1393]);
      client.send(FRANKFURT, 7, new byte[60_000]);
      client.send(InetAddress.ofLiteral("::1"), 9, new byte[1373]);
      client.send(FRANKFURT, 7, new byte[1392]);
      assertThat(client.receive().data()).hasSize(1392);
    }
    assertThat(berlin().droppedDatagrams()).isEqualTo(3);
    assertThat(bed.notices.getFirst()).contains("more than 1392 bytes");
  }

  @Test
  void a09_anAnswerThatDoesNotFitIsDroppedToo() throws Exception {
    try (UdpPeer peer = new UdpPeer();
        UdpClient client = client()) {
      client.send(LOOPBACK, peer.port(), HELLO);
      client.receive();
      byte[] large = new byte[3000];
      peer.socket.send(
          new DatagramPacket(large, large.length, Objects.requireNonNull(peer.caller)));
      bed.await(() -> berlin().droppedDatagrams() == 1);
    }
  }

  @Test
  void a10_onlyThoseThatWereWrittenToMayAnswer() throws Exception {
    try (UdpPeer peer = new UdpPeer();
        DatagramSocket stranger = new DatagramSocket(0, LOOPBACK);
        UdpClient client = client()) {
      client.send(LOOPBACK, peer.port(), HELLO);
      client.receive();
      int port = Objects.requireNonNull(peer.caller).getPort();
      stranger.send(new DatagramPacket(HELLO, HELLO.length, LOOPBACK, port));
      assertThat(client.receive(300)).isNull();
      client.send(LOOPBACK, stranger.getLocalPort(), HELLO);
      stranger.receive(new DatagramPacket(new byte[10], 10));
      stranger.send(new DatagramPacket(HELLO, HELLO.length, LOOPBACK, port));
      assertThat(client.receive().port()).isEqualTo(stranger.getLocalPort());
    }
  }

  @Test
  void a11_onlyTheProgramsOwnSocketMaySend() throws Exception {
    byte[] whole = SocksDatagram.from(FRANKFURT, 7, HELLO, HELLO.length);
    try (DatagramSocket thief = new DatagramSocket(0, LOOPBACK);
        UdpClient client = client()) {
      client.send(FRANKFURT, 7, HELLO);
      client.receive();
      thief.send(new DatagramPacket(whole, whole.length, client.relay));
      bed.sleep(200);
      assertThat(berlin().upDatagrams()).isEqualTo(1);
    }
    try (DatagramSocket thief = new DatagramSocket(0, LOOPBACK);
        UdpClient client =
            new UdpClient(bed.port(), "berlin", new DatagramSocket(0, LOOPBACK), true)) {
      thief.send(new DatagramPacket(whole, whole.length, client.relay));
      bed.sleep(200);
      assertThat(berlin().upDatagrams()).as("it said its port").isEqualTo(1);
      client.send(FRANKFURT, 7, HELLO);
      assertThat(client.receive().data()).isEqualTo(HELLO);
    }
  }

  @Test
  void a12_anAssociationEndsWithItsConnection() throws Exception {
    try (UdpClient client = client()) {
      client.send(FRANKFURT, 7, HELLO);
      client.receive();
      client.connection.close();
      bed.awaitNoConnections();
      bed.await(() -> isFree(client.relay));
    }
    try (UdpClient client = client()) {
      client.connection.reset();
      bed.awaitNoConnections();
    }
  }

  private static boolean isFree(InetSocketAddress port) {
    try (DatagramSocket own = new DatagramSocket(port)) {
      return own.isBound();
    } catch (SocketException e) {
      return false;
    }
  }

  @Test
  void a13_withoutServiceDatagramsAreLostAndThenComeThroughAgain() throws Exception {
    bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_SATELLITE_IN_VIEW);
    try (UdpClient client = client()) {
      for (int i = 0; i < 20; i++) {
        client.send(FRANKFURT, 7, HELLO);
      }
      bed.await(() -> berlin().droppedDatagrams() == 20);
      bed.network.path(FakeNetwork.BERLIN, 20, 100, 20);
      client.send(FRANKFURT, 7, new byte[] {1});
      assertThat(client.receive().data()).as("none is held").containsExactly(1);
    }
  }

  @Test
  void a14_handoversReorderNothing() throws Exception {
    try (UdpClient client = client()) {
      Thread sender =
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 1000; i++) {
                  try {
                    client.send(FRANKFURT, 7, new byte[] {(byte) (i >> 8), (byte) i});
                  } catch (IOException e) {
                    return;
                  }
                  if (i % 100 == 99) {
                    bed.network.handover(FakeNetwork.BERLIN, i % 200 == 99 ? 3 : 30, 100, 20, 10);
                  }
                  bed.sleep(1);
                }
              });
      for (int i = 0; i < 1000; i++) {
        byte[] data = client.receive().data();
        assertThat((data[0] & 0xff) << 8 | (data[1] & 0xff)).isEqualTo(i);
      }
      sender.join();
    }
    assertThat(berlin().droppedDatagrams()).isZero();
  }

  @Test
  void a15_manyAssociationsAtOnceAndNothingIsLeft() throws Exception {
    List<UdpClient> clients = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      clients.add(client());
    }
    for (int n = 0; n < 100; n++) {
      for (int i = 0; i < clients.size(); i++) {
        clients.get(i).send(FRANKFURT, 7, new byte[] {(byte) i});
      }
      for (int i = 0; i < clients.size(); i++) {
        assertThat(clients.get(i).receive().data()).containsExactly(i);
      }
    }
    assertThat(berlin().openConnections()).isEqualTo(30);
    for (UdpClient client : clients) {
      client.close();
    }
    bed.awaitNoConnections();
    assertThat(berlin().downDatagrams()).isEqualTo(3000);
    assertThat(bed.plane.heldBytes()).isZero();
  }

  @Test
  void a16_beyondTheLimitThereAreNoMore() throws Exception {
    List<UdpClient> clients = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      clients.add(client());
    }
    try (SocksClient one = new SocksClient(bed.port())) {
      one.login("berlin");
      assertThat(one.request(3, 1, new byte[4], 0)).isEqualTo(1);
    }
    for (UdpClient client : clients) {
      client.close();
    }
    bed.awaitNoConnections();
    client().close();
  }

  @Test
  void a17_aFloodIsCutToTheRateAndTheRestCounted() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 100, 2);
    int sent = 3000;
    try (UdpPeer peer = new UdpPeer();
        UdpClient client = client()) {
      long startNs = bed.network.nowNs();
      for (int i = 0; i < sent; i++) {
        client.send(LOOPBACK, peer.port(), new byte[1000]);
        if (i % 50 == 0) {
          bed.sleep(1);
        }
      }
      bed.await(() -> berlin().droppedDatagrams() > 0 && bed.plane.heldBytes() == 0);
      double seconds = (bed.network.nowNs() - startNs) * 1e-9;
      // 2 Mbit/s are 250 of them a second.
      assertThat((double) berlin().upDatagrams()).isLessThanOrEqualTo(250 * seconds + 1);
      assertThat(berlin().upDatagrams() + berlin().droppedDatagrams()).isLessThanOrEqualTo(sent);
    }
  }

  @Test
  void a18_anUnusedWayBackIsClosed() throws Exception {
    bed.close();
    Limits brief =
        new Limits(
            64,
            32,
            16,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            4);
    bed = new TestBed(brief);
    try (UdpPeer peer = new UdpPeer();
        UdpClient client = client()) {
      client.send(LOOPBACK, peer.port(), HELLO);
      client.receive();
      InetSocketAddress before = Objects.requireNonNull(peer.caller);
      bed.await(() -> isFree(new InetSocketAddress(LOOPBACK, before.getPort())));
      client.send(LOOPBACK, peer.port(), HELLO);
      assertThat(client.receive().data()).isEqualTo(HELLO);
      Set<Integer> more = new HashSet<>();
      for (int i = 0; i < 6; i++) {
        try (UdpPeer other = new UdpPeer()) {
          client.send(LOOPBACK, other.port(), HELLO);
          more.add(client.receive().port());
        }
      }
      assertThat(more).as("the oldest of more than four is forgotten").hasSize(6);
    }
  }

  @Test
  void a19_closingEndsAssociationsAtOnce() throws Exception {
    try (UdpClient client = client()) {
      client.send(FRANKFURT, 7, HELLO);
      bed.close();
      assertThat(client.connection.isEnded()).isTrue();
      bed.await(() -> isFree(client.relay));
    }
  }
}
