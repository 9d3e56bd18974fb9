package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on loopback, a thread for each connection. */
final class Peer implements AutoCloseable {
  /** What it does with a connection; the socket is closed behind it. */
  interface Script {
    void play(Socket socket) throws Exception;
  }

  private final ServerSocket door;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  Peer(Script script) throws IOException {
    door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(() -> accept(script));
  }

  /** Sends back what comes, and ends when the client ends. */
  static Peer echo() throws IOException {
    return new Peer(s -> {
      s.setTcpNoDelay(true);
      s.getInputStream().transferTo(s.getOutputStream());
    });
  }

  private void accept(Script script) {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        open.add(socket);
        Thread.ofVirtual()
            .start(() -> {
              try (socket) {
                script.play(socket);
              } catch (Exception e) {
                // Seen by the test at the client's side.
              }
            });
      } catch (IOException e) {
        return;
      }
    }
  }

  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
