package org.orbweaver.dataplane;

import org.jspecify.annotations.Nullable;

/**
 * One datagram, as a program sent it.
 *
 * @param data holds it from the beginning; never changed once it is here
 * @param length 0 for an empty one
 * @param remote the far side's socket: where it goes, or where it comes from; null where its flow
 *     has only one
 * @param timeNs network time at which it came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Datagram(byte[] data, int length, @Nullable Remote remote, long timeNs) {
  /**
   * What fits into a packet of 1420 bytes, a terminal's MTU, behind the headers of IPv4 and UDP.
   */
  static final int MAX_BYTES = 1420 - 20 - 8;

  /** The same behind the headers of IPv6 and UDP. */
  static final int MAX_BYTES_IPV6 = 1420 - 40 - 8;

  /** What an entry costs beside its bytes, so that a flood of empty ones is counted as it is. */
  private static final int OVERHEAD = 64;

  int cost() {
    return length + OVERHEAD;
  }

  /** Bytes on the link: an empty one takes its turn too. */
  int onLink() {
    return Math.max(1, length);
  }
}
