package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A forwarded port for connections. */
final class TcpForward implements ForwardDoor {
  private static final int BACKLOG = 256;
  private static final int SEND_BUFFER_BYTES = 262_144;
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final byte[] NOTHING = {};

  private final Forward forward;
  private final ServerSocket door;
  private final Set<Carriage> carried = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private TcpForward(Forward forward, ServerSocket door) {
    this.forward = forward;
    this.door = door;
  }

  static TcpForward open(Forward forward) throws IOException {
    ServerSocket door = new ServerSocket();
    try {
      door.setReceiveBufferSize(SocketEndpoint.BUFFER_BYTES);
      door.bind(new InetSocketAddress(forward.address(), forward.port()), BACKLOG);
      return new TcpForward(forward.withPort(door.getLocalPort()), door);
    } catch (IOException e) {
      door.close();
      throw e;
    }
  }

  @Override
  public Forward forward() {
    return forward;
  }

  @Override
  public void serve(SessionContext context) {
    Thread.ofVirtual().name("orbweaver-forward").start(() -> accept(context));
  }

  private void accept(SessionContext context) {
    while (!closed) {
      try {
        Carriage carriage = new Carriage(context, door.accept());
        carried.add(carriage);
        if (closed) {
          carriage.abort();
        }
        Thread.ofVirtual().name("orbweaver-forwarded").start(carriage);
      } catch (IOException e) {
        if (!closed) {
          context
              .notices()
              .say(
                  Notices.Kind.ACCEPT_FAILED,
                  "forward " + forward + ": cannot accept: " + e.getMessage());
          LockSupport.parkNanos(RETRY_NS);
        }
      }
    }
  }

  /** One connection, from its acceptance to its end. Where it leads nowhere it is reset. */
  private final class Carriage implements Runnable {
    private final SessionContext context;
    private final Socket caller;
    private final TerminalLink link;
    private final Connector connector;
    private volatile @Nullable Relay relay;

    Carriage(SessionContext context, Socket caller) {
      this.context = context;
      this.caller = caller;
      this.link = context.links().of(forward.terminal());
      this.connector = new Connector(context);
    }

    @Override
    public void run() {
      try {
        caller.setTcpNoDelay(true);
        caller.setKeepAlive(true);
        caller.setSendBufferSize(SEND_BUFFER_BYTES);
        String refusal = carry();
        if (refusal != null) {
          ForwardDoor.sayRefused(context, link, forward, refusal);
        }
      } catch (IOException e) {
        // The caller is gone; nobody is left to tell.
      } finally {
        if (relay == null) {
          SocketEndpoint.abort(caller);
          carried.remove(this);
        }
      }
    }

    /** Carries it until it ends; why not, where it cannot be. */
    private @Nullable String carry() {
      PathState state = link.state();
      if (!state.served()) {
        return state.refusal();
      }
      Destination destination =
          context
              .destinations()
              .find(forward.targetHost(), forward.targetPort(), forward.protocol());
      if (destination instanceof Destination.Nowhere no) {
        return no.why();
      }
      if (!context.admission().admit(link)) {
        return "too many connections are open already";
      }
      try {
        Endpoint far = connector.connect(link, destination);
        start(far, destination.farPop());
        return null;
      } catch (Dialler.Failed e) {
        return e.getMessage();
      } finally {
        if (relay == null) {
          context.admission().release(link);
        }
      }
    }

    /** The terminal's side is where the target is if the port stands on the internet. */
    private void start(Endpoint target, int farPop) {
      Endpoint here = new SocketEndpoint(caller);
      Relay made =
          forward.inward()
              ? new Relay(link, target, here, farPop, 0, this::ended)
              : new Relay(link, here, target, farPop, 0, this::ended);
      relay = made;
      if (connector.isAborted()) {
        made.abort();
      } else {
        made.run(NOTHING, NOTHING);
      }
    }

    private void ended() {
      context.admission().release(link);
      carried.remove(this);
    }

    private void abort() {
      connector.abort();
      Relay running = relay;
      if (running != null) {
        running.abort();
      } else {
        SocketEndpoint.abort(caller);
      }
    }
  }

  @Override
  public void end() {
    closed = true;
    try {
      door.close();
    } catch (IOException e) {
      // Nothing can be accepted either way.
    }
    carried.forEach(Carriage::abort);
  }

  @Override
  public boolean isOver() {
    return carried.isEmpty();
  }
}
