package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** Real sockets through a terminal: what a program feels. */
@Timeout(60)
class C01_CarriedConnectionTest {
  private TestBed bed;

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private static long since(long startNs) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
  }

  @Test
  void a01_connectCostsOneRoundTrip() throws Exception {
    try (Peer peer = Peer.echo();
        SocksClient client = new SocksClient(bed.port())) {
      assertThat(client.login("berlin")).isZero();
      long startNs = System.nanoTime();
      assertThat(client.connect("127.0.0.1", peer.port())).isZero();
      assertThat(since(startNs)).isGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void a02_connectToAnotherPopCostsItsFibreToo() throws Exception {
    try (SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      long startNs = System.nanoTime();
      assertThat(client.connect("london.pop.orbweaver", 80)).isZero();
      assertThat(since(startNs)).isGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void a03_anEchoCostsOneRoundTrip() throws Exception {
    try (Peer peer = Peer.echo();
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      long startNs = System.nanoTime();
      client.send("ping");
      assertThat(client.receive(4)).asString().isEqualTo("ping");
      assertThat(since(startNs)).isGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void a04_bytesFeelTheDelayEachWay() throws Exception {
    long[] arrivedNs = new long[1];
    CountDownLatch arrived = new CountDownLatch(1);
    long[] answeredNs = new long[1];
    Peer.Script script =
        s -> {
          s.getInputStream().read();
          arrivedNs[0] = System.nanoTime();
          arrived.countDown();
          answeredNs[0] = System.nanoTime();
          s.getOutputStream().write(1);
          s.getInputStream().read();
        };
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      long sentNs = System.nanoTime();
      client.send("x");
      arrived.await();
      assertThat(arrivedNs[0] - sentNs).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
      client.receive(1);
      assertThat(System.nanoTime() - answeredNs[0])
          .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @Test
  void a05_aServerThatSpeaksFirstIsHeardAfterTheReply() throws Exception {
    Peer.Script script =
        s -> {
          s.getOutputStream().write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
          s.getInputStream().read();
        };
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      assertThat(client.receive(11)).asString().isEqualTo("220 hello\r\n");
    }
  }

  @Test
  void a06_aClientMaySpeakBeforeTheReply() throws Exception {
    try (Peer peer = Peer.echo();
        SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      client.send(5, 1, 0, 1, 127, 0, 0, 1, peer.port() >> 8, peer.port()).send("early");
      assertThat(client.receive(10)[1]).isZero();
      assertThat(client.receive(5)).asString().isEqualTo("early");
    }
  }

  @Test
  void a07_twoMegabytesDownAtTwentyMegabitAreNotFasterAndNotAbsurdlySlower() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 10, 20, 20);
    byte[] sent = LinkBed.noise(2_000_000, 7);
    try (Peer peer = new Peer(s -> s.getOutputStream().write(sent));
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      long startNs = System.nanoTime();
      byte[] received = client.in.readAllBytes();
      // 16 Mbit at 20 Mbit/s are 0.8 s; some of it may be under way when the time begins.
      assertThat(since(startNs)).isBetween(760L, 8_000L);
      assertThat(received).isEqualTo(sent);
    }
    assertThat(bed.plane.traffic(FakeNetwork.BERLIN).downBytes()).isEqualTo(2_000_000);
  }

  @Test
  void a08_twoMegabytesUpAreHeldToTheUpRate() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 10, 100, 20);
    byte[] sent = LinkBed.noise(2_000_000, 8);
    CompletableFuture<byte[]> received = new CompletableFuture<>();
    Peer.Script script = s -> received.complete(s.getInputStream().readAllBytes());
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      long startNs = System.nanoTime();
      client.out.write(sent);
      client.socket.shutdownOutput();
      assertThat(received.get()).isEqualTo(sent);
      assertThat(since(startNs)).isBetween(760L, 8_000L);
      assertThat(client.in.read()).isEqualTo(-1);
    }
  }

  @Test
  void a09_twoConnectionsShareTheRate() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 16, 16);
    byte[] sent = LinkBed.noise(500_000, 9);
    try (Peer peer = new Peer(s -> s.getOutputStream().write(sent));
        SocksClient one = bed.open("127.0.0.1", peer.port());
        SocksClient two = bed.open("127.0.0.1", peer.port())) {
      long startNs = System.nanoTime();
      CompletableFuture<byte[]> other =
          CompletableFuture.supplyAsync(() -> {
            try {
              return two.in.readAllBytes();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
      assertThat(one.in.readAllBytes()).isEqualTo(sent);
      assertThat(other.get()).isEqualTo(sent);
      // 8 Mbit together at 16 Mbit/s.
      assertThat(since(startNs)).isGreaterThan(400);
    }
  }

  @Test
  void a10_terminalsDoNotShare() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 5, 1, 1);
    byte[] sent = LinkBed.noise(1_000_000, 10);
    try (Peer peer = new Peer(s -> s.getOutputStream().write(sent));
        SocksClient slow = bed.open("berlin", "127.0.0.1", peer.port());
        SocksClient fast = bed.open("accra", "127.0.0.1", peer.port())) {
      assertThat(fast.in.readAllBytes()).isEqualTo(sent);
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).downBytes()).isLessThan(900_000);
      slow.reset();
    }
  }

  @Test
  void a11_eachSideCanEndAlone() throws Exception {
    Peer.Script script =
        s -> {
          byte[] all = s.getInputStream().readAllBytes();
          s.getOutputStream().write(("got " + all.length).getBytes(StandardCharsets.US_ASCII));
        };
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      client.out.write(new byte[12_345]);
      long startNs = System.nanoTime();
      client.socket.shutdownOutput();
      assertThat(client.in.readAllBytes()).asString().isEqualTo("got 12345");
      assertThat(since(startNs)).isGreaterThanOrEqualTo(40);
    }
  }

  @Test
  void a12_theServerMayEndFirst() throws Exception {
    CompletableFuture<String> heard = new CompletableFuture<>();
    Peer.Script script =
        s -> {
          s.shutdownOutput();
          heard.complete(new String(s.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        };
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      assertThat(client.in.read()).isEqualTo(-1);
      client.send("still here");
      client.socket.shutdownOutput();
      assertThat(heard.get()).isEqualTo("still here");
    }
  }

  @Test
  void a13_aResetByTheServerReachesTheClient() throws Exception {
    Peer.Script script =
        s -> {
          s.getInputStream().read();
          s.setSoLinger(true, 0);
        };
    try (Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      client.send("x");
      assertThatThrownBy(() -> client.in.read()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a14_aClientThatVanishesIsToldToTheServer() throws Exception {
    CompletableFuture<Exception> failed = new CompletableFuture<>();
    Peer.Script script =
        s -> {
          try {
            s.getInputStream().readAllBytes();
            failed.complete(new IOException("an end, and no reset"));
          } catch (IOException e) {
            failed.complete(e);
          }
        };
    try (Peer peer = new Peer(script)) {
      SocksClient client = bed.open("127.0.0.1", peer.port());
      client.send("x");
      client.reset();
      assertThat(failed.get()).hasMessageContaining("reset");
    }
    bed.awaitNoConnections();
  }

  @Test
  void a15_aClientThatVanishesDuringADownloadLeavesNothingBehind() throws Exception {
    try (Peer peer = new Peer(s -> s.getOutputStream().write(new byte[100_000_000]))) {
      SocksClient client = bed.open("127.0.0.1", peer.port());
      client.receive(100_000);
      client.close();
      bed.awaitNoConnections();
    }
  }

  @Test
  void a16_aClientThatNeverReadsBlocksNobody() throws Exception {
    byte[] sent = LinkBed.noise(300_000, 16);
    try (Peer endless =
            new Peer(s -> {
              while (true) {
                s.getOutputStream().write(new byte[10_000]);
              }
            });
        Peer peer = new Peer(s -> s.getOutputStream().write(sent));
        SocksClient stalled = bed.open("127.0.0.1", endless.port());
        SocksClient alsoStalled = bed.open("127.0.0.1", endless.port())) {
      for (int i = 0; i < 3; i++) {
        try (SocksClient client = bed.open("127.0.0.1", peer.port())) {
          assertThat(client.in.readAllBytes()).isEqualTo(sent);
        }
      }
      assertThat(stalled.socket.isConnected() && alsoStalled.socket.isConnected()).isTrue();
    }
    bed.awaitNoConnections();
  }

  @Test
  void a17_oneHundredIdleConnectionsAreKept() throws Exception {
    bed.close();
    bed = new TestBed(Limits.DEFAULT);
    SocksClient[] clients = new SocksClient[100];
    try (Peer peer = Peer.echo()) {
      for (int i = 0; i < clients.length; i++) {
        clients[i] = bed.open(i % 2 == 0 ? "berlin" : "tromsø", "127.0.0.1", peer.port());
      }
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).openConnections()).isEqualTo(50);
      for (SocksClient client : clients) {
        client.send("x");
      }
      for (SocksClient client : clients) {
        assertThat(client.receive(1)).asString().isEqualTo("x");
        client.close();
      }
    }
    bed.awaitNoConnections();
    assertThat(bed.plane.traffic(FakeNetwork.BERLIN))
        .isEqualTo(new Traffic(50, 50, 0, 50, 0, 0, 0, 0));
  }

  @Test
  void a18_withoutServiceBytesWaitAndThenGo() throws Exception {
    try (Peer peer = Peer.echo();
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_SATELLITE_IN_VIEW);
      client.send("wait");
      client.socket.setSoTimeout(300);
      assertThatThrownBy(() -> client.in.read())
          .isInstanceOf(java.net.SocketTimeoutException.class);
      bed.network.path(FakeNetwork.BERLIN, 20, 100, 20);
      client.socket.setSoTimeout(20_000);
      assertThat(client.receive(4)).asString().isEqualTo("wait");
    }
  }

  @Test
  void a19_withoutServiceForTooLongTheConnectionIsReset() throws Exception {
    bed.close();
    bed = new TestBed(TestBed.limits(16, 10_000, 200));
    try (Peer peer = Peer.echo();
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.NO_SATELLITE_IN_VIEW);
      client.send("in vain");
      assertThatThrownBy(() -> client.in.read()).isInstanceOf(IOException.class);
    }
    bed.awaitNoConnections();
  }

  @Test
  void a20_closingEndsEverythingAndFreesThePort() throws Exception {
    int port = bed.port();
    try (Peer peer = Peer.echo();
        SocksClient carried = bed.open("127.0.0.1", peer.port());
        SocksClient greeting = new SocksClient(port)) {
      greeting.send(5);
      bed.close();
      assertThat(carried.isEnded()).isTrue();
      assertThat(greeting.isEnded()).isTrue();
      assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(IOException.class);
      bed.close();
    }
  }
}
