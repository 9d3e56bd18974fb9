package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;

/**
 * Takes connections to a PoP's services that come by packets, over a socket that somebody has
 * opened in the PoP's own network. Ends when that socket is closed.
 */
final class PopDoor {
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ServerSocket socket;
  private final int pop;
  private final PopService services;
  private final ToIntFunction<InetAddress> terminals;

  /**
   * Prepares one.
   *
   * @param terminals whose address it is; {@link PopCaller#NO_TERMINAL} for none
   */
  PopDoor(ServerSocket socket, int pop, PopService services, ToIntFunction<InetAddress> terminals) {
    this.socket = socket;
    this.pop = pop;
    this.services = services;
    this.terminals = terminals;
  }

  void open() {
    Thread.ofVirtual().name("orbweaver-pop-door").start(this::take);
  }

  private void take() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        int terminal = terminals.applyAsInt(caller.getInetAddress());
        services.accept(new SocketEndpoint(caller), PopCaller.byPackets(terminal), pop);
      } catch (IOException e) {
        // The door is closed; or there is no descriptor left, and may be in a moment.
        LockSupport.parkNanos(RETRY_NS);
      }
    }
  }
}
