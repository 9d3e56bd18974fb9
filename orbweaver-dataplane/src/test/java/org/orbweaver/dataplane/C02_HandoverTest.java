package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** Transfers that outlive their satellite. */
@Timeout(120)
class C02_HandoverTest {
  @Test
  void a01_aDownloadOverTwentyHandoversIsWholeAndInOrder() throws Exception {
    Random random = new Random(1);
    byte[] expected = LinkBed.noise(4_000_000, 0);
    try (TestBed bed = new TestBed();
        SocksClient client = bed.openFrankfurt()) {
      client.send("GET /bytes/4M HTTP/1.1\r\nConnection: close\r\n\r\n");
      CompletableFuture<byte[]> all =
          CompletableFuture.supplyAsync(() -> {
            try {
              return client.in.readAllBytes();
            } catch (java.io.IOException e) {
              throw new IllegalStateException(e);
            }
          });
      for (int i = 0; i < 20; i++) {
        bed.network.handover(
            FakeNetwork.BERLIN,
            2 + random.nextInt(60),
            10 + random.nextInt(60),
            5,
            random.nextInt(60));
        TimeUnit.MILLISECONDS.sleep(40);
      }
      bed.network.path(FakeNetwork.BERLIN, 20, 100, 20);
      byte[] answer = all.get();
      assertThat(Arrays.copyOfRange(answer, answer.length - 4_000_000, answer.length))
          .isEqualTo(expected);
    }
  }

  @Test
  void a02_anUploadOverOutagesIsWholeAndInOrder() throws Exception {
    byte[] sent = LinkBed.noise(1_000_000, 2);
    CompletableFuture<byte[]> received = new CompletableFuture<>();
    Peer.Script script = s -> received.complete(s.getInputStream().readAllBytes());
    try (TestBed bed = new TestBed();
        Peer peer = new Peer(script);
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              client.out.write(sent);
              client.socket.shutdownOutput();
            } catch (java.io.IOException e) {
              received.completeExceptionally(e);
            }
          });
      for (int i = 0; i < 5; i++) {
        bed.network.unserved(FakeNetwork.BERLIN, ReasonCode.GSO_PROTECTION);
        TimeUnit.MILLISECONDS.sleep(30);
        bed.network.handover(FakeNetwork.BERLIN, 40 - 8 * i, 50, 30, 20);
        TimeUnit.MILLISECONDS.sleep(30);
      }
      assertThat(received.get()).isEqualTo(sent);
    }
  }

  @Test
  void a03_aHoldIsFeltByAPing() throws Exception {
    try (TestBed bed = new TestBed();
        Peer peer = Peer.echo();
        SocksClient client = bed.open("127.0.0.1", peer.port())) {
      bed.network.handover(FakeNetwork.BERLIN, 20, 100, 20, 200);
      long startNs = System.nanoTime();
      client.send("x");
      client.receive(1);
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs))
          .isGreaterThanOrEqualTo(235);
    }
  }
}
