package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A program that exchanges datagrams through an association of its own; gives up after 20 s. */
final class UdpClient implements AutoCloseable {
  /** What came back, and from whom. */
  record Received(String host, int port, byte[] data) {}

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  final SocksClient connection;
  final DatagramSocket socket;
  final InetSocketAddress relay;

  /** Asks with an unknown port, as most programs do. */
  UdpClient(int proxyPort, String terminal) throws IOException {
    this(proxyPort, terminal, new DatagramSocket(0, LOOPBACK), false);
  }

  UdpClient(int proxyPort, String terminal, DatagramSocket socket, boolean saysItsPort)
      throws IOException {
    this.socket = socket;
    connection = new SocksClient(proxyPort);
    assertThat(connection.login(terminal)).isZero();
    byte[] any = new byte[4];
    byte[] reply = connection.ask(3, 1, any, saysItsPort ? socket.getLocalPort() : 0);
    assertThat(reply).startsWith(5, 0, 0, 1, 127, 0, 0, 1);
    relay = new InetSocketAddress(LOOPBACK, (reply[8] & 0xff) << 8 | (reply[9] & 0xff));
    socket.setSoTimeout(20_000);
    socket.setReceiveBufferSize(1 << 20);
  }

  void send(String host, int port, byte[] data) throws IOException {
    raw(SocksDatagram.from(host, port, data, data.length));
  }

  void send(InetAddress to, int port, byte[] data) throws IOException {
    raw(SocksDatagram.from(to, port, data, data.length));
  }

  void raw(byte[] whole) throws IOException {
    socket.send(new DatagramPacket(whole, whole.length, relay));
  }

  Received receive() throws IOException {
    byte[] buffer = new byte[70_000];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    socket.receive(packet);
    assertThat(packet.getSocketAddress()).isEqualTo(relay);
    SocksDatagram.To from = (SocksDatagram.To) SocksDatagram.parse(buffer, packet.getLength());
    byte[] data = Arrays.copyOfRange(buffer, from.dataOffset(), packet.getLength());
    return new Received(from.host(), from.port(), data);
  }

  /** What comes within a time, or null. */
  @Nullable Received receive(int withinMs) throws IOException {
    socket.setSoTimeout(withinMs);
    try {
      return receive();
    } catch (SocketTimeoutException e) {
      return null;
    } finally {
      socket.setSoTimeout(20_000);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
    socket.close();
  }
}
