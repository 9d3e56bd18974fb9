package org.orbweaver.app.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A program in a terminal's network: says how long connecting took, and what it then read. */
final class OutsideReader {
  private static final int PATIENCE_MS = 10_000;

  private OutsideReader() {}

  /** For each HOST and PORT of the arguments, a line. */
  public static void main(String... arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      try (Socket socket = new Socket()) {
        long beganNs = System.nanoTime();
        InetSocketAddress to =
            new InetSocketAddress(arguments[i], Integer.parseInt(arguments[i + 1]));
        socket.connect(to, PATIENCE_MS);
        double ms = (System.nanoTime() - beganNs) / 1e6;
        socket.setSoTimeout(PATIENCE_MS);
        String read = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        System.out.println("read " + read + " " + ms);
      } catch (IOException e) {
        System.out.println("refused " + e.getMessage());
      }
    }
  }
}
