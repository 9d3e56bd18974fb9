package org.orbweaver.bench.packets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.orbweaver.bench.packets.Traffic.Node;
import org.orbweaver.dataplane.linux.NetNamespace;

/**
 * One flow of TCP from a node to another, as fast as it goes; prints what arrived a second after
 * its beginning was left out, bit/s of payload.
 */
final class TcpTraffic {
  /** How senders avoid congestion, in the network of whoever looks or writes. */
  static final Path CONTROL = Path.of("/proc/sys/net/ipv4/tcp_congestion_control");

  private static final int PORT = 9_998;
  private static final int ROOM = 1 << 18;

  private final Node from;
  private final Node to;
  private final long skipNs;
  private final long forNs;
  private final String control;
  private final CountDownLatch ready = new CountDownLatch(1);

  TcpTraffic(Map<String, String> with) {
    from = Node.of(Objects.requireNonNull(with.get("from")));
    to = Node.of(Objects.requireNonNull(with.get("to")));
    skipNs = Long.parseLong(with.get("skipNs"));
    forNs = Long.parseLong(with.get("forNs"));
    control = Objects.requireNonNull(with.get("control"));
  }

  void run() throws InterruptedException {
    Thread receiver = Thread.ofPlatform().start(() -> checked(this::receive));
    ready.await();
    Thread.ofPlatform().daemon().start(() -> checked(this::send));
    receiver.join();
    System.exit(0);
  }

  private interface Body {
    void run() throws IOException;
  }

  private static void checked(Body body) {
    try {
      body.run();
    } catch (IOException e) {
      // The other side has had enough.
    }
  }

  private void send() throws IOException {
    NetNamespace.enter(Path.of(from.namespace()));
    try {
      Files.writeString(CONTROL, control);
    } catch (IOException e) {
      System.err.println("no " + control + " here: " + e.getMessage());
      System.exit(1);
    }
    byte[] v4 = ByteBuffer.allocate(4).putInt(to.v4()).array();
    try (SocketChannel channel = SocketChannel.open()) {
      channel.connect(new InetSocketAddress(InetAddress.getByAddress(v4), PORT));
      ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
      while (true) {
        buffer.clear();
        channel.write(buffer);
      }
    }
  }

  private void receive() throws IOException {
    NetNamespace.enter(Path.of(to.namespace()));
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(PORT));
      ready.countDown();
      try (SocketChannel channel = server.accept()) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
        long beginNs = System.nanoTime() + skipNs;
        long bytes = 0;
        long nowNs = System.nanoTime();
        while (nowNs < beginNs + forNs) {
          buffer.clear();
          int read = channel.read(buffer);
          nowNs = System.nanoTime();
          bytes += nowNs < beginNs ? 0 : read;
        }
        System.out.println("bps " + (long) (bytes * 8e9 / (nowNs - beginNs)));
      }
    }
  }
}
