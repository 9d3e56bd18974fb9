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

  private final SocksServer server;
  private final SessionContext context;
  private final Socket client;
  private final Dialler dialler = new Dialler();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private volatile @Nullable Relay relay;
  private volatile boolean aborted;

  SocksSession(SocksServer server, SessionContext context, Socket client) {
    this.server = server;
    this.context = context;
    this.client = client;
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
    PathState state = link.state();
    if (request.host() == null || request.command() != SocksHandshake.CONNECT) {
      refuse(link, request, SocksMessages.unsupported(request), "it asked for more than CONNECT");
    } else if (!state.served()) {
      String why = "the terminal has no service now (" + state.reason() + ")";
      refuse(link, request, SocksReply.HOST_UNREACHABLE, why);
    } else {
      switch (context.destinations().find(request.host(), request.port())) {
        case Destination.Nowhere no -> refuse(link, request, no.reply(), no.why());
        case Destination.Service service -> carry(link, request, service, service.pop());
        case Destination.Outside outside -> carry(link, request, outside, -1);
      }
    }
  }

  private void carry(TerminalLink link, Request request, Destination destination, int farPop)
      throws IOException {
    if (!server.admit(link)) {
      refuse(link, request, SocksReply.GENERAL_FAILURE, "too many connections are open already");
      return;
    }
    Relay made = null;
    try {
      link.awaitNs(link.crossingNs(farPop), () -> aborted);
      Endpoint far =
          switch (destination) {
            case Destination.Outside outside ->
                dialler.dial(outside, context.time(), context.limits().connect());
            case Destination.Service service -> context.services().connect(link, service.pop());
            case Destination.Nowhere no -> throw new Dialler.Failed(no.reply(), no.why());
          };
      byte[] reply = SocksReply.SUCCEEDED.message();
      made =
          new Relay(link, new SocketEndpoint(client), far, farPop, reply.length, () -> ended(link));
      relay = made;
      if (aborted) {
        made.abort();
      } else {
        made.run(reply, Arrays.copyOfRange(buffer, position, filled));
      }
    } catch (Dialler.Failed e) {
      link.awaitNs(link.crossingNs(farPop), () -> aborted);
      refuse(link, request, e.reply(), e.getMessage());
    } finally {
      if (made == null) {
        server.release(link);
      }
    }
  }

  private void ended(TerminalLink link) {
    server.release(link);
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
    aborted = true;
    dialler.abort();
    Relay carried = relay;
    if (carried != null) {
      carried.abort();
    } else {
      SocketEndpoint.abort(client);
    }
  }
}
