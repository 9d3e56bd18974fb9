package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The SOCKS5 door on 127.0.0.1: accepts, admits and ends sessions. Each session has a virtual
 * thread of its own and can harm no other: there is a time for the handshake, and a number of
 * clients in it beyond which the oldest makes room.
 */
final class SocksServer {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int BACKLOG = 1024;
  private static final long ACCEPT_RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ServerSocket door;
  private final Limits limits;
  private final Notices notices;
  private final Set<SocksSession> sessions = ConcurrentHashMap.newKeySet();
  private final ArrayDeque<SocksSession> handshakes = new ArrayDeque<>();
  private volatile boolean closed;

  private SocksServer(ServerSocket door, Limits limits, Notices notices) {
    this.door = door;
    this.limits = limits;
    this.notices = notices;
  }

  /**
   * Opens the port; nothing is accepted before {@link #serve}.
   *
   * @throws PortUnavailableException where it is taken or not permitted
   */
  static SocksServer open(int port, Limits limits, Notices notices) throws IOException {
    ServerSocket door = new ServerSocket();
    try {
      door.setReceiveBufferSize(SocketEndpoint.BUFFER_BYTES);
      door.bind(new InetSocketAddress(LOOPBACK, port), BACKLOG);
      return new SocksServer(door, limits, notices);
    } catch (SocketException e) {
      door.close();
      throw PortUnavailableException.of(
          Protocol.TCP,
          LOOPBACK,
          port,
          "SOCKS5",
          "choose another with --socks-port or --port-base",
          e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Begins to accept. */
  void serve(SessionContext context) {
    Thread.ofVirtual().name("orbweaver-socks").start(() -> accept(context));
  }

  private void accept(SessionContext context) {
    while (!closed) {
      try {
        Socket client = door.accept();
        SocksSession session = new SocksSession(this, context, client);
        sessions.add(session);
        makeRoomFor(session);
        if (closed) {
          session.abort();
        }
        Thread.ofVirtual().name("orbweaver-session").start(session);
      } catch (IOException e) {
        if (!closed) {
          notices.say(
              Notices.Kind.ACCEPT_FAILED, "SOCKS5: cannot accept a client: " + e.getMessage());
          LockSupport.parkNanos(ACCEPT_RETRY_NS);
        }
      }
    }
  }

  private void makeRoomFor(SocksSession session) {
    SocksSession oldest = null;
    synchronized (handshakes) {
      handshakes.add(session);
      if (handshakes.size() > limits.maxHandshakes()) {
        oldest = handshakes.poll();
      }
    }
    if (oldest != null) {
      notices.say(
          Notices.Kind.TOO_MANY,
          "SOCKS5: more than "
              + limits.maxHandshakes()
              + " clients have connected and not said what they want; dropping the oldest");
      oldest.abort();
    }
  }

  /** The session has said what it wants, or has given up. */
  void handshakeOver(SocksSession session) {
    synchronized (handshakes) {
      handshakes.remove(session);
    }
  }

  void ended(SocksSession session) {
    handshakeOver(session);
    sessions.remove(session);
  }

  /** Takes nothing more and ends every session; may be called again until it is over. */
  void end() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      // Nothing can be accepted either way.
    }
    sessions.forEach(SocksSession::abort);
  }

  /** Whether every session has ended. */
  boolean isOver() {
    return sessions.isEmpty();
  }
}
