package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/** What programs of terminals under one beam get of it, as they begin and end. */
@Timeout(180)
final class A21_SharedCapacityTest {
  private static final String BEAM = "beamDownMbps: 12, beamUpMbps: 12";
  private static final double BEAM_BPS = 12e6;
  private static final int BYTES = 1_372;
  private static final int HEADERS = 28;
  private static final long PATIENCE_NS = 40_000_000_000L;
  private static final long LOOK_NS = 400_000_000L;

  @TempDir Path folder;

  /** Two terminals in one place, where something carries no more than 12 Mbit/s for both. */
  private Network network(String scarce) throws Exception {
    return ShortNetwork.changed(
        "    - { name: pontianak, latDeg: -0.03, lonDeg: 109.34, downMbps: 16, upMbps: 4 }\n"
            + "schedule: { handoverHoldMs: 60 }",
        """
            - { name: one, latDeg: -0.03, lonDeg: 109.34, downMbps: 100, upMbps: 100 }
            - { name: two, latDeg: -0.03, lonDeg: 109.34, downMbps: 100, upMbps: 100 }
        radio: { %s }
        schedule: { handover: { profile: lossless } }
        """
            .formatted(scarce),
        folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BEAM,
        "satelliteDownMbps: 12, satelliteUpMbps: 12",
        "feederMbps: 12",
        "gatewayMbps: 12"
      })
  void a01_sharesFollowWhatIsAskedFor_andEndWhereTheyBegan(String scarce) throws Exception {
    Network network = network(scarce);
    Planner planner = new Planner(network);
    Slot slot = network.slots().at(network.startNs());
    SlotPlan now = planner.plan(slot, null);
    SlotPlan next = planner.plan(network.slots().next(slot), now);
    int one = network.terminals().indexOf("one");
    int two = network.terminals().indexOf("two");
    assertThat(now.forwarding().downBps(one)).isEqualTo(BEAM_BPS / 2);
    LiveSharing sharing =
        new LiveSharing(planner, () -> new LiveSlot(now, next), () -> slot.startNs());
    int[] both = {one, two};
    double all = Double.POSITIVE_INFINITY;
    for (boolean inNext : new boolean[] {false, true}) {
      for (boolean isUp : new boolean[] {false, true}) {
        assertThat(sharing.ofPlanned(inNext, isUp, both, new double[] {all, all}))
            .containsExactly(1, 1);
        double[] alone = sharing.ofPlanned(inNext, isUp, both, new double[] {all, 0});
        assertThat(alone[0]).isEqualTo(2);
        assertThat(sharing.ofPlanned(inNext, isUp, both, new double[] {all, 0})).isSameAs(alone);
        assertThat(sharing.ofPlanned(inNext, isUp, both, new double[] {all, 3e6}))
            .as("the rest of it")
            .containsExactly(1.5, 0.5);
        assertThat(sharing.ofPlanned(inNext, isUp, both, new double[] {all, all}))
            .containsExactly(1, 1);
      }
    }
    LiveSharing late = new LiveSharing(planner, () -> new LiveSlot(now, null), slot::startNs);
    assertThat(late.ofPlanned(true, true, both, new double[] {all, 0}))
        .as("nothing is known of the slot that follows")
        .containsExactly(1, 1);
    assertThat(now.forwarding().downBps(one)).as("the plan").isEqualTo(BEAM_BPS / 2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a02_oneProgramAloneGetsTheBeam_aSecondOneHalfOfIt_andThenTheFirstAllAgain(boolean isUp)
      throws Exception {
    try (PacketLab packets = new PacketLab(network(BEAM), folder)) {
      Attached internet = packets.attach("internet");
      try (Flow first = new Flow(packets.attach("one"), internet, isUp);
          Flow second = new Flow(packets.attach("two"), internet, isUp)) {
        shares(first, second);
      }
    }
  }

  @Test
  void a03_aDownloadThroughTheProxySharesTheBeamToo() throws Exception {
    try (PacketLab packets = new PacketLab(network(BEAM), folder);
        Download first = new Download("one", packets.streams.socksPort());
        Flow second = new Flow(packets.attach("two"), packets.attach("internet"), false)) {
      shares(first, second);
    }
  }

  @Test
  void a04_packetsAndTheProxyOfOneTerminalPassOverOneLink() throws Exception {
    try (PacketLab packets = new PacketLab(network(BEAM), folder);
        Download streams = new Download("one", packets.streams.socksPort());
        Flow datagrams = new Flow(packets.attach("one"), packets.attach("internet"), false)) {
      // Else it would ask for what the plan says.
      packets.attach("two");
      shares(datagrams, streams);
    }
  }

  /** The first alone, then with the second, then alone again. */
  private static void shares(Meter first, Meter second) throws IOException {
    first.begin();
    await(first, second, () -> first.isAbout(1) && second.isAbout(0));
    second.begin();
    await(first, second, () -> first.isAbout(0.5) && second.isAbout(0.5));
    second.end();
    await(first, second, () -> first.isAbout(1) && second.isAbout(0));
  }

  private static void await(Meter first, Meter second, BooleanSupplier condition) {
    long giveUpNs = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("of the beam: %.2f and %.2f", first.ofBeam, second.ofBeam)
          .isLessThan(giveUpNs);
      first.mark();
      second.mark();
      LockSupport.parkNanos(LOOK_NS);
      first.look();
      second.look();
    }
  }

  /** What part of the beam something has had since it was marked. */
  private abstract static class Meter implements AutoCloseable {
    final AtomicLong got = new AtomicLong();
    private long markNs;
    private long markBytes;
    private double ofBeam;

    abstract void begin() throws IOException;

    abstract void end();

    void mark() {
      markNs = System.nanoTime();
      markBytes = got.get();
    }

    void look() {
      ofBeam = (got.get() - markBytes) * 8e9 / (System.nanoTime() - markNs) / BEAM_BPS;
    }

    boolean isAbout(double part) {
      return Math.abs(ofBeam - part) < 0.1;
    }

    @Override
    public abstract void close();
  }

  /** One connection through the proxy, to a page that never ends. */
  private static final class Download extends Meter {
    private final String terminal;
    private final int socksPort;
    private @Nullable Socket socket;

    Download(String terminal, int socksPort) {
      this.terminal = terminal;
      this.socksPort = socksPort;
    }

    @Override
    void begin() throws IOException {
      String host = "singapore.pop.orbweaver";
      Socket opened = new Socket("127.0.0.1", socksPort);
      socket = opened;
      DataOutputStream out = new DataOutputStream(opened.getOutputStream());
      // RFC 1928 and 1929: a user's name, and a host by name.
      out.write(new byte[] {5, 1, 2, 1, (byte) terminal.length()});
      out.writeBytes(terminal);
      out.write(new byte[] {0, 5, 1, 0, 3, (byte) host.length()});
      out.writeBytes(host);
      out.writeShort(80);
      out.writeBytes("GET /bytes/1000000000 HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host));
      Thread.ofPlatform().daemon().start(() -> receive(opened));
    }

    private void receive(Socket from) {
      byte[] bytes = new byte[10_000];
      try (InputStream in = from.getInputStream()) {
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
          got.addAndGet(count);
        }
      } catch (IOException e) {
        // Closed.
      }
    }

    @Override
    void end() {
      close();
    }

    @Override
    public void close() {
      try {
        if (socket != null) {
          socket.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Datagrams between a terminal and the internet, more than the beam can carry. */
  private static final class Flow extends Meter {
    private static final long PAUSE_NS = 10_000_000;
    private static final int BURST = (int) (1.6 * BEAM_BPS / 8 / 1_400 * PAUSE_NS / 1e9);

    private final DatagramSocket from;
    private final DatagramSocket to;
    private final InetAddress there;
    private volatile boolean sends;
    private volatile boolean closed;

    Flow(Attached terminal, Attached internet, boolean isUp) throws IOException {
      from = NodeSocket.open(isUp ? terminal : internet);
      to = NodeSocket.open(isUp ? internet : terminal);
      there = (isUp ? internet : terminal).address().inet4();
      Thread.ofPlatform().daemon().start(this::send);
      Thread.ofPlatform().daemon().start(this::receive);
    }

    private void send() {
      DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES, there, to.getLocalPort());
      try {
        for (long dueNs = System.nanoTime(); !closed; dueNs += PAUSE_NS) {
          LockSupport.parkNanos(dueNs - System.nanoTime());
          for (int i = 0; i < BURST && sends; i++) {
            from.send(packet);
          }
        }
      } catch (Exception e) {
        // Closed.
      }
    }

    private void receive() {
      DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
      try {
        while (!closed) {
          to.receive(packet);
          got.addAndGet(packet.getLength() + HEADERS);
        }
      } catch (Exception e) {
        // Closed.
      }
    }

    @Override
    void begin() {
      sends = true;
    }

    @Override
    void end() {
      sends = false;
    }

    @Override
    public void close() {
      closed = true;
      from.close();
      to.close();
    }
  }
}
