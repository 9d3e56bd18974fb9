package org.orbweaver.bench.packets;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The programs that send and receive, in a process of their own, so that they share nothing with
 * the engine. Arguments are {@code KIND key=value…}; nodes are {@code ADDRESS@NAMESPACE}, several
 * divided by commas.
 */
public final class Traffic {
  /** A node from which a program speaks: its IPv4 address and the file of its namespace. */
  record Node(int v4, String namespace) {
    static Node of(String word) {
      int at = word.indexOf('@');
      return new Node(Integer.parseInt(word.substring(0, at)), word.substring(at + 1));
    }
  }

  private Traffic() {}

  /** Runs one program. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> with = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      int at = args[i].indexOf('=');
      with.put(args[i].substring(0, at), args[i].substring(at + 1));
    }
    switch (args[0]) {
      case "udp" -> new UdpTraffic(with).run();
      case "tcp" -> new TcpTraffic(with).run();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }
}
