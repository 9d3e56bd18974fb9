package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.SocksHandshake.Greeting;
import org.orbweaver.dataplane.SocksHandshake.Login;
import org.orbweaver.dataplane.SocksHandshake.NotSocks;
import org.orbweaver.dataplane.SocksHandshake.Request;

/** One client at the SOCKS5 door, from its first byte until it is refused or carried. */
final class SocksSession implements Runnable {
  private static final int BUFFER_BYTES = 600;
  private static final int SEND_BUFFER_BYTES = 262_144;
  private static final int LINGER_MS = 300;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final String TOO_MANY = "too many connections are open already";

  private final SocksServer server;
  private final SessionContext context;
  private final Socket client;
  private final Connector connector;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private volatile @Nullable Relay relay;

  SocksSession(SocksServer server, SessionContext context, Socket client) {
    this.server = server;
    this.context = context;
    this.client = client;
    this.connector = new Connector(context);
  }

  @Override
  public void run() {
    try {
      client.setTcpNoDelay(true);
      client.setKeepAlive(true);
      client.setSendBufferSize(SEND_BUFFER_BYTES);
      handshake();
    } catch (SocketTimeoutException e) {
      say(Notices.Kind.TOO_SLOW, "a client did not say in time what it wants; closed");
    } catch (IOException e) {
      // The client is gone; nobody is left to tell.
    } finally {
      if (relay == null) {
        SocketEndpoint.close(client);
        server.ended(this);
      }
    }
  }

  private void handshake() throws IOException {
    SocksHandshake handshake = new SocksHandshake();
    long deadlineNs = context.time().nowNs() + context.limits().handshake().toNanos();
    TerminalLink link = null;
    while (!handshake.isOver()) {
      switch (handshake.accept(next(deadlineNs))) {
        case null -> {}
        case NotSocks other -> refuseProtocol(other.protocol());
        case Greeting greeting -> {
          if (greeting.offersLogin()) {
            send(SocksMessages.CHOOSE_LOGIN);
          } else {
            say(
                Notices.Kind.NO_LOGIN,
                "a client sent no user name, which chooses the terminal; try " + example());
            refuse(SocksMessages.NO_METHOD);
          }
        }
        case Login login -> {
          int terminal = context.paths().terminal(login.user());
          if (terminal < 0) {
            sayUnknown(login.user());
            refuse(SocksMessages.LOGIN_REFUSED);
            return;
          }
          link = context.links().of(terminal);
          send(SocksMessages.LOGIN_ACCEPTED);
        }
        case Request request -> {
          server.handshakeOver(this);
          client.setSoTimeout(0);
          if (link != null) {
            answer(link, request);
          }
        }
      }
    }
  }

  private byte next(long deadlineNs) throws IOException {
    if (position == filled) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - context.time().nowNs());
      if (leftMs <= 0) {
        throw new SocketTimeoutException("handshake");
      }
      client.setSoTimeout((int) leftMs);
      position = 0;
      filled = Math.max(0, client.getInputStream().read(buffer));
      if (filled == 0) {
        throw new IOException("the client ended the connection");
      }
    }
    return buffer[position++];
  }

  private void answer(TerminalLink link, Request request) throws IOException {
    if (request.command() == SocksHandshake.UDP_ASSOCIATE && request.knownType()) {
      associate(link, request);
      return;
    }
    PathState state = link.state();
    if (request.host() == null || request.command() != SocksHandshake.CONNECT) {
      SocksReply reply = SocksMessages.unsupported(request);
      refuse(link, request, reply, "it asked for neither CONNECT nor UDP ASSOCIATE");
    } else if (!state.served()) {
      refuse(link, request, SocksReply.HOST_UNREACHABLE, state.refusal());
    } else {
      switch (context.destinations().find(request.host(), request.port(), Protocol.TCP)) {
        case Destination.Nowhere no -> refuse(link, request, no.reply(), no.why());
        case Destination destination -> carry(link, request, destination);
      }
    }
  }

  private void carry(TerminalLink link, Request request, Destination destination)
      throws IOException {
    if (!context.admission().admit(link)) {
      refuse(link, request, SocksReply.GENERAL_FAILURE, TOO_MANY);
      return;
    }
    Relay made = null;
    try {
      Endpoint far = connector.connect(link, destination);
      byte[] reply = SocksReply.SUCCEEDED.message();
      Endpoint near = new SocketEndpoint(client);
      made = new Relay(link, near, far, destination.farPop(), reply.length, () -> ended(link));
      relay = made;
      if (connector.isAborted()) {
        made.abort();
      } else {
        made.run(reply, Arrays.copyOfRange(buffer, position, filled));
      }
    } catch (Dialler.Failed e) {
      refuse(link, request, e.reply(), e.getMessage());
    } finally {
      if (made == null) {
        context.admission().release(link);
      }
    }
  }

  /** Gives the program a port for datagrams, for as long as it keeps this connection. */
  private void associate(TerminalLink link, Request request) throws IOException {
    if (!context.admission().admit(link)) {
      refuse(link, request, SocksReply.GENERAL_FAILURE, TOO_MANY);
      return;
    }
    try {
      hold(link, request);
    } finally {
      context.admission().release(link);
    }
  }

  private void hold(TerminalLink link, Request request) throws IOException {
    UdpAssociation association;
    try {
      // Whatever address a program gives, it can only be where its connection comes from.
      association = new UdpAssociation(context, link, client.getInetAddress(), request.port());
    } catch (IOException e) {
      refuse(link, request, SocksReply.GENERAL_FAILURE, "no port for datagrams: " + e.getMessage());
      return;
    }
    try (association) {
      send(SocksReply.SUCCEEDED.message(LOOPBACK, association.port()));
      int read = 0;
      while (read >= 0) {
        read = client.getInputStream().read(buffer);
      }
    }
  }

  private void ended(TerminalLink link) {
    context.admission().release(link);
    server.ended(this);
  }

  private void refuse(TerminalLink link, Request request, SocksReply reply, @Nullable String why)
      throws IOException {
    link.refused.increment();
    String terminal = context.paths().terminalName(link.terminal);
    String host = request.host() == null ? "an unreadable address" : request.host();
    say(
        Notices.Kind.REQUEST_REFUSED,
        "refused " + terminal + " a connection to " + host + ":" + request.port() + ": " + why);
    refuse(reply.message());
  }

  private void refuseProtocol(SocksHandshake.Protocol protocol) throws IOException {
    say(
        Notices.Kind.NOT_SOCKS,
        "a client spoke " + protocol.shown() + " instead of SOCKS5; try " + example());
    refuse(SocksMessages.inAnswerTo(protocol, example()));
  }

  private void sayUnknown(String user) {
    PathView paths = context.paths();
    say(
        Notices.Kind.UNKNOWN_TERMINAL,
        "there is no terminal '"
            + user
            + "'"
            + Spelling.hint(user, paths.terminals(), paths::terminalName));
  }

  private void say(Notices.Kind kind, String line) {
    context.notices().say(kind, "SOCKS5: " + line);
  }

  private String example() {
    PathView paths = context.paths();
    return SocksMessages.example(
        paths.terminals() == 0 ? "TERMINAL" : paths.terminalName(0),
        paths.pops() == 0 ? "POP" : paths.popName(0),
        server.port());
  }

  private void send(byte[] message) throws IOException {
    client.getOutputStream().write(message);
  }

  /** Answers and closes; first reads what the client still sends, lest a reset eat the answer. */
  private void refuse(byte[] message) throws IOException {
    server.handshakeOver(this);
    send(message);
    client.shutdownOutput();
    long deadlineNs = context.time().nowNs() + TimeUnit.MILLISECONDS.toNanos(LINGER_MS);
    position = filled;
    client.setSoTimeout(LINGER_MS);
    try {
      while (context.time().nowNs() < deadlineNs && client.getInputStream().read(buffer) > 0) {
        position = filled;
      }
    } catch (SocketTimeoutException e) {
      // It has had its time.
    }
  }

  /** Ends it from another thread. */
  void abort() {
    connector.abort();
    Relay carried = relay;
    if (carried != null) {
      carried.abort();
    } else {
      SocketEndpoint.abort(client);
    }
  }
}
