package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.scenario.Network;

/** What real packets feel of handovers and of ways between terminals. */
@Timeout(180)
final class A23_EngineWaysTest {
  private static final long S = 1_000_000_000L;
  private static final long MS = 1_000_000L;
  private static final long PATIENCE_NS = 60 * S;

  @TempDir Path folder;

  /** Datagrams of one length, faster than the link sends them; when each has arrived. */
  private static final class Flood implements AutoCloseable {
    static final int BYTES = 500;
    private static final int HEADERS = 28;

    final ConcurrentLinkedQueue<Long> arrivedNs = new ConcurrentLinkedQueue<>();
    private final DatagramSocket from;
    private final DatagramSocket to;
    private volatile boolean closed;

    Flood(Attached terminal, Attached internet, double bps) throws IOException {
      from = NodeSocket.open(terminal);
      to = NodeSocket.open(internet);
      InetAddress there = internet.address().inet4();
      long everyNs = (long) (BYTES * 8e9 / bps);
      Thread.ofPlatform().daemon().start(() -> send(there, everyNs));
      Thread.ofPlatform().daemon().start(this::receive);
    }

    private void send(InetAddress there, long everyNs) {
      DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES, there, to.getLocalPort());
      try {
        for (long dueNs = System.nanoTime(); !closed; dueNs += everyNs) {
          LockSupport.parkNanos(dueNs - System.nanoTime());
          from.send(packet);
        }
      } catch (Exception e) {
        // Closed.
      }
    }

    private void receive() {
      DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES);
      try {
        while (!closed) {
          to.receive(packet);
          arrivedNs.add(System.nanoTime());
        }
      } catch (Exception e) {
        // Closed.
      }
    }

    /** Bit/s that arrived between two instants, headers included. */
    double bps(long fromNs, long untilNs) {
      long count = arrivedNs.stream().filter(ns -> ns >= fromNs && ns < untilNs).count();
      return count * (BYTES + HEADERS) * 8e9 / (untilNs - fromNs);
    }

    @Override
    public void close() {
      closed = true;
      from.close();
      to.close();
    }
  }

  @Test
  void a01_inTheFirstHalfSecondAfterAHandoverLessLeavesTheTerminal() throws Exception {
    // Its satellite changes every two seconds.
    Network network = ShortNetwork.changed("upMbps: 4 }", "upMbps: 1 }", folder);
    try (PacketLab lab = new PacketLab(network, folder);
        Flood flood = new Flood(lab.attach("pontianak"), lab.attach("internet"), 2e6)) {
      int terminal = lab.paths.terminal("pontianak");
      long giveUpNs = System.nanoTime() + PATIENCE_NS;
      while (true) {
        long slotNs = lab.paths.slotEndNs(lab.clock.nowNs());
        long offsetNs = System.nanoTime() - lab.clock.nowNs();
        long delayNs = lab.paths.at(terminal, lab.clock.carrierNs()).oneWayDelayNs();
        lab.clock.sleepUntil(slotNs + 300 * MS);
        double dipped = lab.paths.at(terminal, lab.clock.carrierNs()).upBps();
        lab.clock.sleepUntil(slotNs + 1_900 * MS);
        double full = lab.paths.at(terminal, lab.clock.carrierNs()).upBps();
        // As measured of a real network; on a busy machine the dip may be over by now.
        boolean dips = dipped / full > 0.45 && dipped / full < 0.82;
        long beganNs = slotNs + offsetNs + delayNs;
        // After the hold; a packet takes 4 to 9 ms.
        double first = flood.bps(beganNs + 100 * MS, beganNs + 500 * MS);
        double then = flood.bps(beganNs + 600 * MS, beganNs + 1_600 * MS);
        if (dips && Math.abs(first / dipped - 1) < 0.1 && Math.abs(then / full - 1) < 0.1) {
          return;
        }
        // The machine did something else meanwhile: the next handover.
        assertThat(System.nanoTime())
            .as("%.0f in place of %.0f, then %.0f in place of %.0f", first, dipped, then, full)
            .isLessThan(giveUpNs);
      }
    }
  }

  @Test
  void a02_straightOverLasersPacketsBetweenTerminalsDoNotVisitTheirPop() throws Exception {
    Network network =
        ShortNetwork.changed(
            "schedule: { handoverHoldMs: 60 }",
            """
                - { name: east, latDeg: 0, lonDeg: 140, pop: singapore }
                - { name: farther, latDeg: 0, lonDeg: 145, pop: singapore }
            lasers: [ { constellation: ring, pattern: plus-grid } ]
            routing: { betweenTerminals: direct }
            schedule: { handover: { profile: lossless } }
            """,
            folder);
    try (PacketLab lab = new PacketLab(network, folder);
        DatagramSocket here = NodeSocket.open(lab.attach("east"));
        DatagramSocket there = NodeSocket.open(lab.attach("farther"))) {
      int east = lab.paths.terminal("east");
      int farther = lab.paths.terminal("farther");
      long nowNs = lab.clock.carrierNs();
      long directNs =
          lab.paths.wayDelayNs(
              new Node(Node.Kind.TERMINAL, east), new Node(Node.Kind.TERMINAL, farther), nowNs);
      long overPopNs =
          lab.paths.at(east, nowNs).oneWayDelayNs() + lab.paths.at(farther, nowNs).oneWayDelayNs();
      assertThat(directNs).as("600 km and up and down").isBetween(5 * MS, 8 * MS);
      assertThat(overPopNs).as("to Singapore and back").isGreaterThan(25 * MS);
      here.setSoTimeout(500);
      there.setSoTimeout(500);
      InetAddress to = lab.attach("farther").address().inet4();
      long giveUpNs = System.nanoTime() + PATIENCE_NS;
      long least = Long.MAX_VALUE;
      for (int number = 0; least > overPopNs; number++) {
        assertThat(System.nanoTime()).as("best round trip %d ns", least).isLessThan(giveUpNs);
        least = Math.min(least, echo(here, there, to, number));
        // It changes by some per cent from slot to slot.
        assertThat(least).as("never early").isGreaterThan((long) (1.8 * directNs));
      }
    }
  }

  /** There and back, nanoseconds; the longest time where it does not come. */
  private static long echo(DatagramSocket here, DatagramSocket there, InetAddress to, int number)
      throws Exception {
    byte[] bytes = ByteBuffer.allocate(100).putInt(number).array();
    try {
      long beganNs = System.nanoTime();
      here.send(new DatagramPacket(bytes, bytes.length, to, there.getLocalPort()));
      there.send(receive(there, number));
      receive(here, number);
      return System.nanoTime() - beganNs;
    } catch (SocketTimeoutException e) {
      return Long.MAX_VALUE;
    }
  }

  /** That of this number; earlier ones may have come too late. */
  private static DatagramPacket receive(DatagramSocket socket, int number) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    do {
      socket.receive(packet);
    } while (ByteBuffer.wrap(packet.getData()).getInt() != number);
    return packet;
  }
}
