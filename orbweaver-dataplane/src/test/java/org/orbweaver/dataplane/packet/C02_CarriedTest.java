package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs in real networks get of what others send, with offloads and without. */
@Timeout(120)
final class C02_CarriedTest {
  private static final int PORT = 4_100;
  private static final int PATIENCE_MS = 20_000;
  private static final int CHUNK = 1 << 16;
  private static final double UNSHAPED_BPS = 1e12;

  private static void rate(NodesBed bed, double bps) {
    long nowNs = System.nanoTime();
    PathBoard board = new PathBoard(2, nowNs, nowNs + 60_000 * NodesBed.MS);
    for (int link = 0; link < 2; link++) {
      board.set(link, LinkState.OPEN, NodesBed.DELAY_NS, NodesBed.DELAY_NS, bps, bps, 0);
    }
    bed.engine().publish(board);
  }

  private static byte[] chunk(int index) {
    byte[] bytes = new byte[CHUNK];
    new Random(index).nextBytes(bytes);
    return bytes;
  }

  /** A stream from one node to another, every byte of which is looked at. */
  private static void stream(NodeThread from, NodeThread to, InetAddress address, int chunks)
      throws Exception {
    try (ServerSocket server = to.run(() -> new ServerSocket(PORT));
        Socket client = from.run(() -> new Socket(address, PORT));
        Socket accepted = server.accept()) {
      accepted.setSoTimeout(PATIENCE_MS);
      Future<Integer> sent =
          from.start(() -> {
            OutputStream out = client.getOutputStream();
            for (int i = 0; i < chunks; i++) {
              out.write(chunk(i));
            }
            return chunks;
          });
      InputStream in = accepted.getInputStream();
      for (int i = 0; i < chunks; i++) {
        assertThat(in.readNBytes(CHUNK)).as("part %d", i).isEqualTo(chunk(i));
      }
      assertThat(sent.get()).isEqualTo(chunks);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 1e12, 300", "true, 1e8, 60", "false, 1e12, 100", "false, 1e8, 60"})
  void a01_streamsArriveWhole_bothWaysAndInBothVersions(boolean offloads, double bps, int chunks)
      throws Exception {
    try (NodesBed bed = new NodesBed(EngineSettings.DEFAULT.withOffloads(offloads))) {
      rate(bed, bps);
      stream(bed.inA, bed.inInternet, bed.internet.inet4(), chunks);
      stream(bed.inInternet, bed.inA, bed.terminalA.inet6(), chunks);
      LinkCounts counts = bed.counts(0);
      long packets = counts.upPackets();
      long least = (long) chunks * CHUNK / 1_420;
      if (offloads && bps == UNSHAPED_BPS) {
        assertThat(packets).as("many segments at once").isLessThan(least);
      } else {
        assertThat(packets).as("each by itself").isGreaterThan(least);
      }
      assertThat(counts.upBytes()).isGreaterThan((long) chunks * CHUNK);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a02_datagramsArriveInOrder_andNoneEarly(boolean offloads) throws Exception {
    try (NodesBed bed = new NodesBed(EngineSettings.DEFAULT.withOffloads(offloads));
        DatagramSocket there = bed.inInternet.run(() -> new DatagramSocket(PORT));
        DatagramSocket here = bed.inA.run(() -> new DatagramSocket())) {
      there.setSoTimeout(PATIENCE_MS);
      int bytes = 500;
      long serializationNs = (long) ((bytes + 28) * 8e9 / NodesBed.RATE_BPS);
      DatagramPacket got = new DatagramPacket(new byte[2_000], 2_000);
      for (int i = 0; i < 200; i++) {
        ByteBuffer sent = ByteBuffer.allocate(bytes).putInt(i).putLong(System.nanoTime());
        here.send(new DatagramPacket(sent.array(), bytes, bed.internet.inet4(), PORT));
        if (i % 20 == 19) {
          for (int k = i - 19; k <= i; k++) {
            there.receive(got);
            ByteBuffer came = ByteBuffer.wrap(got.getData());
            assertThat(came.getInt()).isEqualTo(k);
            assertThat(System.nanoTime() - came.getLong())
                .isGreaterThanOrEqualTo(NodesBed.DELAY_NS + serializationNs);
          }
        }
      }
    }
  }

  @Test
  void a03_aShorterLongestPacketIsFoundOutByTheSender_orThePacketIsCut() throws Exception {
    LinkSettings narrow =
        new LinkSettings(1_280, 100_000, 100, LinkSettings.Kind.FQ_CODEL, 0, 1, false);
    try (NodesBed bed = new NodesBed(EngineSettings.DEFAULT, narrow);
        DatagramSocket there = bed.inB.run(() -> new DatagramSocket(PORT));
        DatagramSocket here = bed.inInternet.run(() -> new DatagramSocket())) {
      stream(bed.inInternet, bed.inB, bed.terminalB.inet4(), 10);
      there.setSoTimeout(200);
      DatagramPacket got = new DatagramPacket(new byte[2_000], 2_000);
      DatagramPacket sent = new DatagramPacket(new byte[1_380], 1_380, bed.terminalB.inet6(), PORT);
      int tries = 0;
      // The first is too big, which its sender is told; then its kernel cuts.
      while (got.getLength() != 1_380) {
        assertThat(tries++).isLessThan(100);
        here.send(sent);
        try {
          there.receive(got);
        } catch (SocketTimeoutException e) {
          // Once more.
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a04_noPacketAllocatesAnything(boolean offloads) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (NodesBed bed = new NodesBed(EngineSettings.DEFAULT.withOffloads(offloads));
        DatagramSocket here = bed.inA.run(() -> new DatagramSocket())) {
      rate(bed, UNSHAPED_BPS);
      DatagramPacket sent = new DatagramPacket(new byte[100], 100, bed.pop.inet4(), PORT);
      long thread =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().equals("packets"))
              .mapToLong(Thread::threadId)
              .max()
              .orElseThrow();
      long least = Long.MAX_VALUE;
      // Until the compiler is done, what it has not compiled yet may allocate; and so may a letter.
      for (int round = 0; round < 40 && least > 0; round++) {
        long packets = bed.counts(0).upPackets();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 5_000; i++) {
          here.send(sent);
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        long carried = bed.counts(0).upPackets() - packets;
        least = carried < 1_000 ? least : Math.min(least, allocated);
      }
      assertThat(least).as("bytes for some thousand packets").isLessThan(1_000);
    }
  }
}
