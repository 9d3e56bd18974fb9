package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program's datagrams through the proxy (RFC 1928, UDP ASSOCIATE): a port of its own on loopback,
 * for one socket of the program. Lives as long as the connection that asked for it.
 */
final class UdpAssociation implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);

  /** One byte more than can be carried shows what is too long. */
  private static final int LONGEST = SocksDatagram.MAX_HEADER_BYTES + Datagram.MAX_BYTES + 1;

  private final SessionContext context;
  private final TerminalLink link;
  private final InetAddress program;
  private final DatagramSocket socket;
  private final UdpExit exit;

  /** The program's socket; until it is known, the first one that sends something usable. */
  private volatile @Nullable InetSocketAddress client;

  /**
   * Opens the port and begins.
   *
   * @param program from where datagrams are taken
   * @param programPort as the program said it; 0 where it does not know
   */
  UdpAssociation(SessionContext context, TerminalLink link, InetAddress program, int programPort)
      throws IOException {
    this.context = context;
    this.link = link;
    this.program = program;
    this.client = programPort == 0 ? null : new InetSocketAddress(program, programPort);
    this.socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
    SocketEndpoint.widen(socket);
    this.exit = new UdpExit(context, link, this::toClient);
    Thread.ofVirtual().name("orbweaver-associate").start(this::receive);
  }

  /** On 127.0.0.1. */
  int port() {
    return socket.getLocalPort();
  }

  private void receive() {
    byte[] buffer = new byte[LONGEST];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!socket.isClosed()) {
      try {
        packet.setData(buffer);
        socket.receive(packet);
        InetSocketAddress sender = (InetSocketAddress) packet.getSocketAddress();
        if (isProgram(sender)) {
          take(sender, buffer, packet.getLength());
        }
      } catch (IOException e) {
        if (!socket.isClosed()) {
          LockSupport.parkNanos(RETRY_NS);
        }
      }
    }
  }

  private boolean isProgram(InetSocketAddress sender) {
    InetSocketAddress known = client;
    return known == null ? program.equals(sender.getAddress()) : known.equals(sender);
  }

  private void take(InetSocketAddress sender, byte[] bytes, int length) {
    switch (SocksDatagram.parse(bytes, length)) {
      case SocksDatagram.Unusable why -> {
        link.droppedDatagrams.increment();
        String terminal = context.paths().terminalName(link.terminal);
        context
            .notices()
            .say(
                Notices.Kind.DATAGRAM_UNUSABLE,
                "UDP: dropped a datagram of " + terminal + " that is " + why.shown());
      }
      case SocksDatagram.To to -> {
        client = sender;
        exit.send(to.host(), to.port(), Arrays.copyOfRange(bytes, to.dataOffset(), length));
      }
    }
  }

  private void toClient(Datagram d) {
    InetSocketAddress to = client;
    byte[] whole =
        switch (d.remote()) {
          case null -> null;
          case Remote.Outside(InetSocketAddress from, int _) ->
              SocksDatagram.from(from.getAddress(), from.getPort(), d.data(), d.length());
          case Remote.Service(int pop, int port) ->
              SocksDatagram.from(nameOf(pop), port, d.data(), d.length());
        };
    if (to == null || whole == null) {
      return;
    }
    try {
      socket.send(new DatagramPacket(whole, whole.length, to));
    } catch (IOException e) {
      // The program has closed its socket, or is about to.
    }
  }

  private String nameOf(int pop) {
    return context.paths().popName(pop) + ".pop.orbweaver";
  }

  @Override
  public void close() {
    socket.close();
    exit.close();
  }
}
