package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A program that answers datagrams with what they hold. */
final class UdpPeer implements AutoCloseable {
  final AtomicInteger received = new AtomicInteger();
  final DatagramSocket socket;
  volatile @Nullable InetSocketAddress caller;

  UdpPeer() throws IOException {
    this("127.0.0.1", 0);
  }

  UdpPeer(String address, int port) throws IOException {
    socket = new DatagramSocket(port, InetAddress.ofLiteral(address));
    socket.setReceiveBufferSize(1 << 20);
    Thread.ofVirtual().start(this::answer);
  }

  private void answer() {
    byte[] buffer = new byte[70_000];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        caller = (InetSocketAddress) packet.getSocketAddress();
        received.incrementAndGet();
        socket.send(packet);
      } catch (IOException e) {
        // Closed, or one datagram less.
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
