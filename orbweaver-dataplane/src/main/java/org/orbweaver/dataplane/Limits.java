package org.orbweaver.dataplane;

import java.time.Duration;

/**
 * How much one client, or many, can take. All of them protect the process; none shapes traffic.
 *
 * @param maxConnections carried at once over all terminals
 * @param maxPerTerminal carried at once by one terminal
 * @param maxHandshakes clients that have not yet said what they want; the oldest makes room for the
 *     newest
 * @param handshake time to say it, from the first byte to the last
 * @param connect time to reach a destination outside, name resolution included
 * @param unservedReset how long bytes may wait for a terminal without service before their
 *     connection is reset, as a TCP sender gives up
 * @param datagramIdle how long an unused way back for datagrams is kept (RFC 4787, requirement 5:
 *     never less than two minutes, five advised)
 * @param maxRemotes far sockets that one program can exchange datagrams with; beyond them the one
 *     longest unused is forgotten
 */
record Limits(
    int maxConnections,
    int maxPerTerminal,
    int maxHandshakes,
    Duration handshake,
    Duration connect,
    Duration unservedReset,
    Duration datagramIdle,
    int maxRemotes) {

  /** What users get; written down in doc/traffic.md. */
  static final Limits DEFAULT =
      new Limits(
          2048,
          512,
          256,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          1024);
}
