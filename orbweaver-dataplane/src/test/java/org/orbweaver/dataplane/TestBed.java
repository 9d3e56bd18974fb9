package org.orbweaver.dataplane;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A data plane over a {@link FakeNetwork}, and what it said. */
final class TestBed implements AutoCloseable {
  static final Limits LIMITS =
      new Limits(64, 32, 16, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30));

  final FakeNetwork network = new FakeNetwork();
  final List<String> notices = new CopyOnWriteArrayList<>();
  final DataPlane plane;

  TestBed() throws IOException {
    this(LIMITS);
  }

  TestBed(Limits limits, String... allowed) throws IOException {
    plane =
        DataPlane.start(
            network,
            network,
            DestinationRules.of(List.of(allowed)),
            network,
            0,
            notices::add,
            limits);
  }

  int port() {
    return plane.socksPort();
  }

  /** A connection through berlin. */
  SocksClient open(String host, int port) throws IOException {
    return open("berlin", host, port);
  }

  SocksClient open(String terminal, String host, int port) throws IOException {
    SocksClient client = new SocksClient(port());
    client.login(terminal);
    int reply = client.connect(host, port);
    if (reply != 0) {
      client.close();
      throw new IOException("refused with " + reply);
    }
    return client;
  }

  /** A connection through berlin to frankfurt's services. */
  SocksClient openFrankfurt() throws IOException {
    return open("frankfurt.pop.orbweaver", 80);
  }

  @Override
  public void close() {
    plane.close();
  }
}
