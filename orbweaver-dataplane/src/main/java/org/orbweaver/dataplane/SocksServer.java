package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The SOCKS5 door on 127.0.0.1: accepts, admits and ends sessions. Each session has a virtual
 * thread of its own and can harm no other: there is a time for the handshake, and a number of
 * clients in it beyond which the oldest makes room.
 */
final class SocksServer implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final long ACCEPT_RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int CLOSE_STEPS = 300;
  private static final long CLOSE_STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final ServerSocket door;
  private final Limits limits;
  private final Notices notices;
  private final Set<SocksSession> sessions = ConcurrentHashMap.newKeySet();
  private final ArrayDeque<SocksSession> handshakes = new ArrayDeque<>();
  private final AtomicInteger carried = new AtomicInteger();
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
      door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
      return new SocksServer(door, limits, notices);
    } catch (SocketException e) {
      door.close();
      throw new PortUnavailableException(port, reason(port, e), e);
    }
  }

  private static String reason(int port, SocketException e) {
    String message = String.valueOf(e.getMessage());
    String choose = "choose another with --socks-port or --port-base";
    if (e instanceof BindException && message.contains("in use")) {
      String by = PortOwner.of(port).map(o -> " by " + o).orElse(" by another program");
      return "port " + port + " on 127.0.0.1 (SOCKS5) is taken" + by + "; stop it, or " + choose;
    }
    return "port " + port + " on 127.0.0.1 (SOCKS5) cannot be opened: " + message + "; " + choose;
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

  /** Counts a connection in; false where there are too many. */
  boolean admit(TerminalLink link) {
    if (carried.incrementAndGet() > limits.maxConnections()) {
      carried.decrementAndGet();
      return false;
    }
    if (link.open.incrementAndGet() > limits.maxPerTerminal()) {
      carried.decrementAndGet();
      link.open.decrementAndGet();
      return false;
    }
    link.connections.increment();
    return true;
  }

  /** Counts an admitted connection out. */
  void release(TerminalLink link) {
    carried.decrementAndGet();
    link.open.decrementAndGet();
  }

  void ended(SocksSession session) {
    handshakeOver(session);
    sessions.remove(session);
  }

  /** Ends every session; returns once they have ended, or after a second and a half. */
  @Override
  public void close() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      // Nothing can be accepted either way.
    }
    for (int i = 0; i < CLOSE_STEPS && !sessions.isEmpty(); i++) {
      sessions.forEach(SocksSession::abort);
      LockSupport.parkNanos(CLOSE_STEP_NS);
    }
  }
}
