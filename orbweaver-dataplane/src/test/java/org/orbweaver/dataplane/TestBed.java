package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A data plane over a {@link FakeNetwork}, and what it said. */
final class TestBed implements AutoCloseable {
  /** Lower than the real ones in numbers, alike in times. */
  static final Limits LIMITS = limits(16, 10_000, 30_000);

  final FakeNetwork network = new FakeNetwork();
  final List<String> notices = new CopyOnWriteArrayList<>();
  final DataPlane plane;

  static Limits limits(int maxHandshakes, long handshakeMs, long unservedResetMs) {
    return new Limits(
        64,
        32,
        maxHandshakes,
        Duration.ofMillis(handshakeMs),
        Duration.ofSeconds(5),
        Duration.ofMillis(unservedResetMs),
        Duration.ofMinutes(5),
        64);
  }

  TestBed() throws IOException {
    this(LIMITS);
  }

  TestBed(Limits limits, String... allowed) throws IOException {
    this(limits, List.of(), allowed);
  }

  TestBed(Limits limits, List<Forward> forwards, String... allowed) throws IOException {
    plane =
        DataPlane.start(
            network,
            network,
            DestinationRules.of(List.of(allowed)),
            forwards,
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

  /** Waits until a thing has happened. */
  void await(BooleanSupplier happened) {
    for (int i = 0; !happened.getAsBoolean(); i++) {
      assertThat(i).as("tries").isLessThan(20_000);
      LockSupport.parkNanos(1_000_000);
    }
  }

  void sleep(long ms) {
    long untilNs = network.nowNs() + ms * 1_000_000;
    await(() -> network.nowNs() >= untilNs);
  }

  void awaitNoConnections() {
    for (int t = 0; t < network.terminals(); t++) {
      int terminal = t;
      await(() -> plane.traffic(terminal).openConnections() == 0);
    }
  }

  @Override
  public void close() {
    plane.close();
  }
}
