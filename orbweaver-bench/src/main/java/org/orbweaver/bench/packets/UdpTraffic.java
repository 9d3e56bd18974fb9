package org.orbweaver.bench.packets;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.orbweaver.bench.packets.Traffic.Node;
import org.orbweaver.dataplane.linux.NetNamespace;
import org.orbweaver.dataplane.linux.Waiter;

/**
 * Datagrams at a steady rate, in small bursts, from some nodes to others in turn. Each carries its
 * number and when it was sent; the receiver notes when the kernel says that it came, and at the end
 * writes a file of (number, sent, came) in the order of coming.
 */
final class UdpTraffic {
  private static final int PORT = 9_999;

  /** Without a packet after the last was sent, until no more is expected. */
  private static final long DRAIN_NS = 1_500_000_000L;

  private final Node[] from;
  private final Node[] to;
  private final int bytes;
  private final int burst;
  private final long everyNs;
  private final long bursts;
  private final Path file;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile boolean sent;

  UdpTraffic(Map<String, String> with) {
    from = nodes(Objects.requireNonNull(with.get("from")));
    to = nodes(Objects.requireNonNull(with.get("to")));
    bytes = Integer.parseInt(with.get("bytes"));
    burst = Integer.parseInt(with.get("burst"));
    everyNs = Long.parseLong(with.get("everyNs"));
    bursts = Long.parseLong(with.get("bursts"));
    file = Path.of(Objects.requireNonNull(with.get("file")));
  }

  private static Node[] nodes(String words) {
    return Arrays.stream(words.split(",")).map(Node::of).toArray(Node[]::new);
  }

  void run() throws IOException, InterruptedException {
    Received received = new Received((int) (bursts * burst));
    Thread receiver = Thread.ofPlatform().start(() -> receive(received));
    ready.await();
    Thread sender = Thread.ofPlatform().start(this::send);
    sender.join();
    sent = true;
    receiver.join();
    received.write(file);
  }

  private void send() {
    try (Arena arena = Arena.ofConfined()) {
      Waiter.wakePunctually();
      // A packet's stamp is to be the moment of its sending, and its sending in time, whoever else
      // runs: what was kept waiting would be sent in one burst.
      Waiter.goFirst();
      int[] fds = sockets(arena, from);
      MemorySegment[] ways = new MemorySegment[to.length];
      for (int i = 0; i < ways.length; i++) {
        ways[i] = Sockets.address(arena, to[i].v4(), PORT);
      }
      MemorySegment time = arena.allocate(16, 8);
      MemorySegment packet = arena.allocate(bytes, 64);
      long number = 0;
      long refused = 0;
      long next = System.nanoTime();
      for (long i = 0; i < bursts; i++) {
        next += everyNs;
        long waitNs = next - System.nanoTime();
        if (waitNs > 0) {
          LockSupport.parkNanos(waitNs);
        }
        for (int k = 0; k < burst; k++, number++) {
          packet.set(JAVA_LONG, 0, number);
          packet.set(JAVA_LONG, 8, Sockets.nowNs(time));
          if (!Sockets.send(
              fds[(int) (number % fds.length)], packet, ways[(int) (number % ways.length)])) {
            refused++;
          }
        }
      }
      System.out.println("refused " + refused);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int[] sockets(Arena arena, Node[] nodes) throws IOException {
    int[] fds = new int[nodes.length];
    for (int i = 0; i < fds.length; i++) {
      NetNamespace.enter(Path.of(nodes[i].namespace()));
      fds[i] = Sockets.open(arena);
    }
    return fds;
  }

  private void receive(Received received) {
    try (Arena arena = Arena.ofConfined()) {
      int[] fds = sockets(arena, to);
      for (int fd : fds) {
        Sockets.receiveAt(arena, fd, PORT);
      }
      Sockets.Batch batch = new Sockets.Batch(arena);
      ready.countDown();
      long lastNs = System.nanoTime();
      while (!sent || System.nanoTime() - lastNs < DRAIN_NS) {
        for (int fd : fds) {
          for (int came = batch.receive(fd); came > 0; came = batch.receive(fd)) {
            for (int i = 0; i < came; i++) {
              received.add(batch.word(i, 0), batch.word(i, 1), batch.stampNs(i));
            }
            lastNs = System.nanoTime();
          }
        }
        // By the kernel's stamps, it does not matter when they are fetched.
        LockSupport.parkNanos(fds.length == 1 ? 20_000_000 : 200_000_000);
      }
      long overrun = 0;
      for (int fd : fds) {
        overrun += Sockets.overrun(arena, fd);
      }
      if (overrun > 0) {
        System.err.println(overrun + " packets came and found no room at the receiver");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came, in its order. */
  private static final class Received {
    private final long[] words;
    private int count;

    Received(int most) {
      words = new long[3 * most];
    }

    void add(long number, long sentNs, long cameNs) {
      words[count++] = number;
      words[count++] = sentNs;
      words[count++] = cameNs;
    }

    void write(Path file) throws IOException {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        for (int i = 0; i < count; i++) {
          out.writeLong(words[i]);
        }
      }
    }
  }
}
