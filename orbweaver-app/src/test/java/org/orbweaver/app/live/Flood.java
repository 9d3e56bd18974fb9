package org.orbweaver.app.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;

/** A program that sends as much as it can, until the system says that there is no way out. */
final class Flood {
  private static final int BYTES = 1_200;

  private Flood() {}

  /** Prints {@code ready} once packets flow, and at the end {@code gone} and why. */
  public static void main(String[] names) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getByName(names[0]), 9);
      for (int sent = 0; ; sent++) {
        try {
          socket.send(packet);
        } catch (PortUnreachableException e) {
          // Nobody listens.
        }
        if (sent == 1_000) {
          System.out.println("ready");
        }
      }
    } catch (IOException e) {
      System.out.println("gone: " + e.getMessage());
    }
  }
}
