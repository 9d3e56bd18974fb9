package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections to a PoP's own services when it fails. */
@Timeout(60)
class D05_FailedPopTest {
  private TestBed bed;

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void a01_theyAreResetInTheMiddleOfADownload_andCounted_andOthersLiveOn() throws Exception {
    try (SocksClient download = bed.openFrankfurt();
        SocksClient idle = bed.openFrankfurt();
        SocksClient elsewhere = bed.open("london.pop.orbweaver", 80)) {
      download.send("GET /bytes/100000000 HTTP/1.1\r\nHost: x\r\n\r\n");
      download.receive(100_000);
      bed.network.popFails(FakeNetwork.FRANKFURT);
      assertThat(bed.plane.resetWhereOut()).isEqualTo(2);
      assertThat(bed.plane.resetWhereOut()).as("once").isZero();
      assertThatThrownBy(() -> download.receive(100_000_000))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThatThrownBy(() -> idle.receive(1))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      elsewhere.send("GET /whoami HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(HttpAnswer.read(elsewhere.in, false).status()).isEqualTo(200);
    }
    bed.awaitNoConnections();
  }

  @Test
  void a02_oneThatIsStillOnItsWayIsRefused() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 300, 100, 20);
    try (SocksClient client = new SocksClient(bed.port())) {
      client.login("berlin");
      Thread failing =
          Thread.ofVirtual()
              .start(() -> {
                bed.await(() -> bed.plane.traffic(FakeNetwork.BERLIN).openConnections() == 1);
                bed.network.popFails(FakeNetwork.FRANKFURT);
              });
      assertThat(client.connect("frankfurt.pop.orbweaver", 80)).as("host unreachable").isEqualTo(4);
      failing.join();
    }
    bed.awaitNoConnections();
  }
}
