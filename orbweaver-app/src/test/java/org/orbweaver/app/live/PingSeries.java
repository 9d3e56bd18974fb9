package org.orbweaver.app.live;

import java.net.InetAddress;
import java.time.Duration;

/** A program for the inside of a terminal's network: pings a name again and again. */
final class PingSeries {
  private static final int TIMEOUT_MS = (int) Duration.ofSeconds(3).toMillis();
  private static final double NS_PER_MS = 1e6;

  private PingSeries() {}

  /** Of a name, for some milliseconds: prints a round trip in milliseconds a line. */
  public static void main(String[] words) throws Exception {
    InetAddress address = InetAddress.getByName(words[0]);
    long untilNs = System.nanoTime() + Duration.ofMillis(Long.parseLong(words[1])).toNanos();
    while (System.nanoTime() < untilNs) {
      long beganNs = System.nanoTime();
      if (address.isReachable(TIMEOUT_MS)) {
        System.out.println((System.nanoTime() - beganNs) / NS_PER_MS);
      }
    }
  }
}
