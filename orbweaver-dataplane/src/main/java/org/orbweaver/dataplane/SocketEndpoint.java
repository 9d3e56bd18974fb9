package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.time.Duration;

/** A TCP connection. */
final class SocketEndpoint implements TimedEndpoint {
  /**
   * Small kernel buffers on loopback, because what waits in them feels neither the link's fairness
   * nor a reset; still far above what loopback needs for full speed.
   */
  static final int BUFFER_BYTES = 65_536;

  private static final int DATAGRAM_BUFFER_BYTES = 1 << 20;

  private final Socket socket;

  SocketEndpoint(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void readTimeout(Duration timeout) throws IOException {
    socket.setSoTimeout(timeout.isZero() ? 0 : (int) Math.max(1, timeout.toMillis()));
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return socket.getInputStream().read(into, offset, length);
  }

  @Override
  public int available() throws IOException {
    return socket.getInputStream().available();
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    socket.getOutputStream().write(from, offset, length);
  }

  @Override
  public void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void abort() {
    abort(socket);
  }

  @Override
  public void close() {
    close(socket);
  }

  /** Asks for room for a burst of datagrams; the system gives what it gives. */
  static void widen(DatagramSocket datagrams) {
    try {
      datagrams.setReceiveBufferSize(DATAGRAM_BUFFER_BYTES);
    } catch (IOException e) {
      // Its own size will do.
    }
  }

  /** Closes with a reset (TCP: RST). */
  static void abort(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Closed by the other side already: there is nothing to reset.
    }
    close(socket);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The connection is gone either way.
    }
  }
}
