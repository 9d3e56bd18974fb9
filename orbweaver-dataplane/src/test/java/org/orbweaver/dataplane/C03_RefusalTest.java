package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** What is not carried, and what the client and the operator are told. */
@Timeout(60)
class C03_RefusalTest {
  private TestBed bed;

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private int connect(String host, int port) throws IOException {
    try (SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      int reply = client.connect(host, port);
      if (reply != 0) {
        assertThat(client.isEnded()).isTrue();
      }
      return reply;
    }
  }

  @Test
  void a01_anUnknownTerminalIsRefusedAndTheNearOneNamed() throws Exception {
    try (SocksClient client = new SocksClient(bed.port())) {
      assertThat(client.login("berlim")).isEqualTo(1);
      assertThat(client.isEnded()).isTrue();
    }
    assertThat(bed.notices)
        .containsExactly("SOCKS5: there is no terminal 'berlim'; did you mean berlin?");
  }

  @Test
  void a02_aClientWithoutAUserNameIsRefusedAndTheOperatorTold() throws Exception {
    try (SocksClient client = new SocksClient(bed.port())) {
      client.send(5, 1, 0);
      assertThat(client.receive(2)).containsExactly(5, 0xff);
      assertThat(client.isEnded()).isTrue();
    }
    assertThat(bed.notices)
        .singleElement()
        .asString()
        .startsWith("SOCKS5: a client sent no user name")
        .contains("curl -x socks5h://berlin:@127.0.0.1:" + bed.port());
  }

  @Test
  void a03_aPasswordIsNotLookedAt() throws Exception {
    try (SocksClient client = new SocksClient(bed.port())) {
      client.send(5, 2, 0, 2);
      client.receive(2);
      client.send(1, 6).send("berlin").send(6).send("secret");
      assertThat(client.receive(2)).containsExactly(1, 0);
    }
  }

  @Test
  void a04_onlyConnectIsCarried() throws Exception {
    for (int command : new int[] {2, 4, 9}) {
      try (SocksClient client = new SocksClient(bed.port())) {
        client.login("berlin");
        assertThat(client.request(command, 1, new byte[] {127, 0, 0, 1}, 80)).isEqualTo(7);
      }
    }
  }

  @Test
  void a05_addressesOfUnknownTypeAndUnreadableNamesAreRefused() throws Exception {
    try (SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      assertThat(client.request(1, 2, new byte[4], 80)).isEqualTo(8);
    }
    try (SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      assertThat(client.request(1, 3, new byte[] {2, 'a', 7}, 80)).isEqualTo(1);
    }
  }

  @Test
  void a06_destinationsThatNobodyAllowedAreNotAllowed() throws Exception {
    assertThat(connect("example.org", 443)).isEqualTo(2);
    assertThat(connect("192.0.2.1", 80)).isEqualTo(2);
    assertThat(connect("0.0.0.0", 80)).isEqualTo(2);
    assertThat(connect("::", 80)).isEqualTo(2);
    assertThat(bed.notices)
        .first()
        .isEqualTo(
            "SOCKS5: refused berlin a connection to example.org:443: example.org:443 is not"
                + " allowed; internet.allow in the scenario would allow it");
    assertThat(bed.plane.traffic(FakeNetwork.BERLIN).refused()).isEqualTo(4);
  }

  @Test
  void a07_theProxyDoesNotConnectToItself() throws Exception {
    assertThat(connect("127.0.0.1", bed.port())).isEqualTo(2);
    assertThat(connect("localhost", bed.port())).isEqualTo(2);
    assertThat(connect("::ffff:127.0.0.1", bed.port())).isEqualTo(2);
    assertThat(connect("127.1", bed.port())).isEqualTo(2);
  }

  @Test
  void a08_loopbackIsReachedByNameAndAddress() throws Exception {
    try (Peer peer = Peer.echo()) {
      assertThat(connect("127.0.0.1", peer.port())).isZero();
      assertThat(connect("localhost", peer.port())).isZero();
      assertThat(connect("LocalHost.", peer.port())).isZero();
      try (SocksClient client = new SocksClient(bed.port())) {
        client.login("berlin");
        assertThat(client.request(1, 1, new byte[] {127, 0, 0, 1}, peer.port())).isZero();
      }
    }
  }

  @Test
  void a09_whereNobodyListensTheConnectionIsRefusedOneRoundTripLater() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    long startNs = System.nanoTime();
    assertThat(connect("127.0.0.1", port)).isEqualTo(5);
    assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(40_000_000);
    bed.awaitNoConnections();
  }

  @Test
  void a10_namesInsideTheNetwork() throws Exception {
    assertThat(connect("frankfurt.pop.orbweaver", 80)).isZero();
    assertThat(connect("Frankfurt.POP.Orbweaver.", 80)).isZero();
    assertThat(connect("frankfurt.pop.orbweaver", 443)).isEqualTo(5);
    assertThat(connect("frankfrut.pop.orbweaver", 80)).isEqualTo(4);
    assertThat(connect("accra.terminal.orbweaver", 80)).isEqualTo(5);
    assertThat(connect("nothing.orbweaver", 80)).isEqualTo(4);
    assertThat(bed.notices.getFirst()).contains("plain HTTP on TCP port 80, not on port 443");
  }

  @Test
  void a11_aTerminalWithoutServiceReachesNothing() throws Exception {
    bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_SATELLITE_IN_VIEW);
    assertThat(connect("frankfurt.pop.orbweaver", 80)).isEqualTo(4);
    assertThat(bed.notices.getFirst()).contains("no service now (NO_SATELLITE_IN_VIEW)");
    try (SocksClient other = bed.open("accra", "frankfurt.pop.orbweaver", 80)) {
      assertThat(other.socket.isConnected()).isTrue();
    }
  }

  @Test
  void a12_otherProtocolsAreAnsweredInTheirOwnWords() throws Exception {
    try (SocksClient http = new SocksClient(bed.port())) {
      http.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(new String(http.in.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("This port speaks SOCKS5, not HTTP. Try: curl -x socks5h://berlin:@");
    }
    try (SocksClient socks4 = new SocksClient(bed.port())) {
      socks4.send(4, 1, 0, 80, 127, 0, 0, 1, 0);
      assertThat(socks4.in.readAllBytes()).startsWith(0, 0x5b);
    }
    try (SocksClient tls = new SocksClient(bed.port())) {
      tls.send(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3);
      assertThat(tls.in.readAllBytes()).isEmpty();
    }
    try (SocksClient garbage = new SocksClient(bed.port())) {
      garbage.out.write(LinkBed.noise(100_000, 13));
      assertThat(garbage.isEnded()).isTrue();
    }
    assertThat(bed.notices).first().asString().contains("spoke HTTP instead of SOCKS5");
  }

  @Test
  void a13_aPortInUseIsNamedAndWhatToDo() {
    assertThatThrownBy(() ->
            DataPlane.start(
                bed.network,
                bed.network,
                DestinationRules.of(List.of()),
                List.of(),
                bed.network,
                bed.port(),
                line -> {}))
        .isInstanceOfSatisfying(
            PortUnavailableException.class, e -> assertThat(e.port()).isEqualTo(bed.port()))
        .hasMessageStartingWith("port " + bed.port() + " on 127.0.0.1 (SOCKS5) is taken by ")
        .hasMessageEndingWith("choose another with --socks-port or --port-base");
  }
}
