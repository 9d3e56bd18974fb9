package org.orbweaver.app.live;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program for the inside of a terminal's network: looks a name up and pings what it finds, or
 * reads a page.
 */
final class PingPop {
  private static final int TIMEOUT_MS = (int) Duration.ofSeconds(3).toMillis();
  private static final int TIMES = 10;
  private static final double NS_PER_MS = 1e6;

  private PingPop() {}

  /**
   * Prints the interfaces; of a name the address and the least round trip in milliseconds; of a
   * page what it says.
   */
  public static void main(String[] names) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/net/dev"))) {
      if (line.contains(":")) {
        System.out.println("interface " + line.substring(0, line.indexOf(':')).strip());
      }
    }
    for (String name : names) {
      if (name.startsWith("http:")) {
        try (InputStream page = URI.create(name).toURL().openStream()) {
          System.out.println(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
        continue;
      }
      InetAddress address = InetAddress.getByName(name);
      double leastMs = Double.POSITIVE_INFINITY;
      for (int i = 0; i < TIMES; i++) {
        long beganNs = System.nanoTime();
        if (address.isReachable(TIMEOUT_MS)) {
          leastMs = Math.min(leastMs, (System.nanoTime() - beganNs) / NS_PER_MS);
        }
      }
      System.out.println(name + " " + address.getHostAddress() + " " + leastMs);
    }
  }
}
