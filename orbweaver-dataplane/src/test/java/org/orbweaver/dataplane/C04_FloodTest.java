package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that stall, flood or talk nonsense, and the one beside them that is served. */
@Timeout(120)
class C04_FloodTest {
  private static void assertServed(TestBed bed) throws IOException {
    try (SocksClient client = bed.openFrankfurt()) {
      client.send("GET /whoami HTTP/1.1\r\nConnection: close\r\n\r\n");
      assertThat(new String(client.in.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void a01_aThousandClientsThatSayNothingMakeRoomForOneThatDoes() throws Exception {
    List<SocksClient> flood = new ArrayList<>();
    try (TestBed bed = new TestBed()) {
      for (int i = 0; i < 1000; i++) {
        flood.add(new SocksClient(bed.port()));
        if (i % 250 == 249) {
          assertServed(bed);
        }
      }
      assertThat(bed.notices).anyMatch(n -> n.contains("more than 16 clients have connected"));
      assertThat(flood.getFirst().isEnded()).isTrue();
    } finally {
      for (SocksClient client : flood) {
        client.close();
      }
    }
  }

  @Test
  void a02_aThousandRequestsAtOnceAreServedOrRefusedAndNothingIsLeft() throws Exception {
    List<SocksClient> flood = new ArrayList<>();
    try (TestBed bed = new TestBed(TestBed.limits(2000, 10_000, 30_000))) {
      for (int i = 0; i < 1000; i++) {
        SocksClient client = new SocksClient(bed.port());
        flood.add(client);
        client.send(5, 1, 2, 1, 6).send("berlin").send(0, 5, 1, 0, 3, 23);
        client.send("frankfurt.pop.orbweaver").send(0, 80);
      }
      int served = 0;
      int refused = 0;
      for (SocksClient client : flood) {
        client.receive(4);
        int reply = client.receive(10)[1];
        served += reply == 0 ? 1 : 0;
        refused += reply == 1 ? 1 : 0;
      }
      assertThat(served).isEqualTo(32);
      assertThat(refused).isEqualTo(968);
      assertThat(bed.notices).hasSizeLessThan(20);
      for (SocksClient client : flood) {
        client.close();
      }
      bed.awaitNoConnections();
      assertServed(bed);
      assertThat(bed.plane.traffic(FakeNetwork.BERLIN).refused()).isEqualTo(968);
    }
  }

  @Test
  void a03_theTotalIsLimitedToo() throws Exception {
    List<SocksClient> open = new ArrayList<>();
    try (TestBed bed = new TestBed()) {
      for (int i = 0; i < 64; i++) {
        open.add(bed.open(i < 32 ? "berlin" : "accra", "frankfurt.pop.orbweaver", 80));
      }
      try (SocksClient client = new SocksClient(bed.port())) {
        client.login("tromsø");
        assertThat(client.connect("frankfurt.pop.orbweaver", 80)).isEqualTo(1);
      }
      open.getFirst().close();
      bed.await(() -> bed.plane.traffic(FakeNetwork.BERLIN).openConnections() < 32);
      open.add(bed.open("tromsø", "frankfurt.pop.orbweaver", 80));
    } finally {
      for (SocksClient client : open) {
        client.close();
      }
    }
  }

  @Test
  void a04_aClientThatSendsAByteNowAndThenHasAnEnd() throws Exception {
    try (TestBed bed = new TestBed(TestBed.limits(16, 400, 30_000));
        SocksClient slow = new SocksClient(bed.port());
        SocksClient silent = new SocksClient(bed.port())) {
      int sent = 0;
      try {
        slow.send(5, 255);
        for (; sent < 200; sent++) {
          Thread.sleep(20);
          slow.send(7);
        }
      } catch (IOException e) {
        // Reset, as hoped.
      }
      assertThat(sent).isLessThan(200);
      assertThat(silent.isEnded()).isTrue();
      assertThat(bed.notices).anyMatch(n -> n.contains("did not say in time"));
    }
  }

  @Test
  void a05_halfAHandshakeThenGone() throws Exception {
    try (TestBed bed = new TestBed(TestBed.limits(2000, 10_000, 30_000))) {
      for (int i = 0; i < 200; i++) {
        SocksClient client = new SocksClient(bed.port());
        client.send(5, 1, 2, 1, 6);
        if (i % 2 == 0) {
          client.reset();
        } else {
          client.close();
        }
      }
      assertServed(bed);
      assertThat(bed.notices).isEmpty();
    }
  }

  @Test
  void a06_goneRightAfterTheRequest() throws Exception {
    try (TestBed bed = new TestBed();
        Peer peer = Peer.echo()) {
      for (int i = 0; i < 100; i++) {
        SocksClient client = new SocksClient(bed.port());
        client.login("berlin");
        client.send(5, 1, 0, 1, 127, 0, 0, 1, peer.port() >> 8, peer.port());
        if (i % 2 == 0) {
          client.reset();
        } else {
          client.close();
        }
        if (i % 25 == 24) {
          bed.awaitNoConnections();
        }
      }
      assertServed(bed);
    }
  }

  @Test
  void a07_seededNonsense() throws Exception {
    try (TestBed bed = new TestBed()) {
      for (int seed = 0; seed < 150; seed++) {
        Random random = new Random(seed);
        byte[] bad = new byte[1 + random.nextInt(700)];
        random.nextBytes(bad);
        byte[] start = {5, 1, 2, 1, 6, 'b', 'e', 'r', 'l', 'i', 'n', 0, 5, 1, 0};
        System.arraycopy(start, 0, bad, 0, Math.min(bad.length, random.nextInt(start.length + 1)));
        try (SocksClient client = new SocksClient(bed.port())) {
          client.out.write(bad);
          client.socket.shutdownOutput();
          client.in.readAllBytes();
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("reset");
        }
      }
      bed.awaitNoConnections();
      assertServed(bed);
    }
  }
}
