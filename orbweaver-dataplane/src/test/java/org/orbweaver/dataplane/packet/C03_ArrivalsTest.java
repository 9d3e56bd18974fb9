package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.dataplane.bpf.ArrivalStamps;
import org.orbweaver.dataplane.linux.ErrnoException;
import org.orbweaver.dataplane.linux.NetNamespace;
import org.orbweaver.dataplane.linux.NodeNetwork;
import org.orbweaver.dataplane.linux.Tun;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/** When packets came, by the kernel: a program in it, and real packets that it stamps. */
@Timeout(120)
final class C03_ArrivalsTest {
  private static final int PORT = 4_200;
  private static final int MTU = 1_420;
  private static final AddressPlan PLAN = new AddressPlan("stamps");
  private static final Address HERE = PLAN.of(Kind.TERMINAL, "here");
  private static final Address THERE = PLAN.of(Kind.TERMINAL, "there");

  private static NodeNetwork network;
  private static NodeThread thread;
  private static boolean stamped;
  private static PacketPool pool;
  private static Reader reader;

  @BeforeAll
  static void makeNetwork() throws Exception {
    pool = new PacketPool(4, 2_032, 2);
    reader = new Reader(pool);
    try {
      network =
          NodeNetwork.make(
              NodesBed.DEVICE, HERE.inet4(), HERE.inet6(), MTU, NodeNetwork.FEW_PACKETS, true);
    } catch (ErrnoException e) {
      assumeThat(e).as("this system does not let us make networks").isNull();
      throw e;
    }
    thread = new NodeThread(network.namespace());
    // Beside the device, which has it already where the system lets it.
    stamped = thread.run(() -> ArrivalStamps.attach(Tun.index("lo")));
  }

  @AfterAll
  static void endNetwork() {
    if (network != null) {
      thread.close();
      Tun.close(network.tun());
      NetNamespace.release(network.namespace());
    }
    reader.close();
    pool.close();
  }

  private static void assumeStamps() {
    assumeThat(stamped).as("only root of Linux 6.6 and later stamps").isTrue();
  }

  /** The next packet that is no chatter of the kernel's. */
  private static int next() throws InterruptedException {
    Port port = new Port(network.tun(), 0, HERE, MTU, true);
    while (true) {
      int slot = reader.read(port);
      if (slot == PacketPool.NONE) {
        Thread.sleep(1);
      } else if (Port.isLinkLocal(pool.address(slot))) {
        pool.give(slot);
      } else {
        return slot;
      }
    }
  }

  private interface Sending {
    void run() throws Exception;
  }

  /**
   * Has packets sent, and looks at all that come: whole, and stamped while they were sent.
   *
   * @return protocols of what came
   */
  private static Set<Integer> sent(int packets, Sending sending) throws Exception {
    Set<Integer> protocols = new TreeSet<>();
    Arrivals arrivals = new Arrivals(pool, ArrivalStamps.mark());
    long beforeNs = System.nanoTime();
    Future<Integer> done =
        thread.start(() -> {
          sending.run();
          return 0;
        });
    for (int i = 0; i < packets; i++) {
      int slot = next();
      long p = pool.address(slot);
      long cameNs = arrivals.take(slot, System.nanoTime());
      int length = pool.length[slot];
      assertThat(cameNs).as("stamp of packet %d", i).isBetween(beforeNs, System.nanoTime());
      assertThat(Ip.check(p, length)).as("packet %d is whole", i).isTrue();
      assertThat(Offload.check(p, length)).as("its offload header").isTrue();
      Offload.complete(p, length);
      if (Ip.protocol(p) == Ip.UDP && !isFragmentV4(p)) {
        assertThat(udpChecksum(p, length)).as("checksum of packet %d", i).isZero();
      }
      protocols.add(Ip.protocol(p));
      pool.give(slot);
      beforeNs = cameNs;
    }
    done.get();
    return protocols;
  }

  private static boolean isFragmentV4(long p) {
    return Ip.isV4(p) && (Memory.u16(p + 6) & 0x3fff) != 0;
  }

  private static int udpChecksum(long p, int length) {
    int header = Ip.headerLength(p);
    long pseudo =
        Ip.isV4(p)
            ? Ip.sum(p + 12, 8, (long) Ip.UDP + length - header)
            : Ip.pseudoSumV6(p, Ip.UDP, length - header);
    return Ip.fold(Ip.sum(p + header, length - header, pseudo));
  }

  private static void send(InetAddress to, int bytes) throws Exception {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(new byte[bytes], bytes, to, PORT));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 17, 172, 1_001, 1_371, 1_372})
  void a01_datagramsOfAnyLengthInBothVersions(int bytes) throws Exception {
    assumeStamps();
    assertThat(sent(1, () -> send(THERE.inet4(), bytes))).containsExactly(Ip.UDP);
    assertThat(sent(1, () -> send(THERE.inet6(), bytes))).containsExactly(Ip.UDP);
  }

  @Test
  void a02_fragments() throws Exception {
    assumeStamps();
    assertThat(sent(4, () -> send(THERE.inet4(), 5_000))).containsExactly(Ip.UDP);
    int fragmentHeader = 44;
    assertThat(sent(4, () -> send(THERE.inet6(), 5_000))).containsExactly(fragmentHeader);
  }

  @Test
  void a03_pings() throws Exception {
    assumeStamps();
    assertThat(sent(1, () -> THERE.inet4().isReachable(1))).contains(Ip.ICMP);
    assertThat(sent(1, () -> THERE.inet6().isReachable(1))).contains(Ip.ICMP_V6);
  }

  @Test
  void a04_whatIsNotStampedIsLeftAsItIs() {
    long mark = 0x0123_4567_89ab_cdefL;
    long nowNs = 5_000_000_000_000L;
    Arrivals arrivals = new Arrivals(pool, mark);
    int slot = pool.take();
    pool.length[slot] = 60;
    stamp(slot, nowNs - 40_000, mark ^ 1);
    assertThat(arrivals.take(slot, nowNs)).isEqualTo(Arrivals.UNKNOWN);
    assertThat(pool.length[slot]).isEqualTo(60);
    pool.length[slot] = ArrivalStamps.BYTES - 1;
    assertThat(arrivals.take(slot, nowNs)).as("too short").isEqualTo(Arrivals.UNKNOWN);
    pool.give(slot);
  }

  @Test
  void a05_aStampIsTakenOff_andBelievedWhereItIsOfThisClock() {
    long mark = 0x0123_4567_89ab_cdefL;
    long nowNs = 5_000_000_000_000L;
    Arrivals arrivals = new Arrivals(pool, mark);
    int slot = pool.take();
    for (long stampNs : new long[] {nowNs - 40_000, nowNs + 3_000, 1, Long.MAX_VALUE}) {
      pool.length[slot] = 60 + ArrivalStamps.BYTES;
      stamp(slot, stampNs, mark);
      boolean near = Math.abs(stampNs - nowNs) < 1_000_000;
      assertThat(arrivals.take(slot, nowNs)).isEqualTo(near ? stampNs : Arrivals.UNKNOWN);
      assertThat(pool.length[slot]).isEqualTo(60);
    }
    pool.give(slot);
  }

  /** At a packet's end, as the kernel writes it. */
  private static void stamp(int slot, long ns, long mark) {
    long end = pool.address(slot) + pool.length[slot];
    boolean swapped = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    Memory.i64(end - 16, swapped ? Long.reverseBytes(ns) : ns);
    Memory.i64(end - 8, swapped ? Long.reverseBytes(mark) : mark);
  }
}
