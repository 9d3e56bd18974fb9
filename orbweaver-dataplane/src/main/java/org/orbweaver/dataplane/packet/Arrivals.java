package org.orbweaver.dataplane.packet;

import java.nio.ByteOrder;
import org.orbweaver.dataplane.bpf.ArrivalStamps;

/**
 * When packets came: by the kernel's stamp where they have one ({@link ArrivalStamps}), which is
 * taken off; otherwise when they were read. The packet thread's.
 */
final class Arrivals {
  /** A stamp farther from the present is not of this clock. */
  private static final long FARTHEST_NS = 1_000_000_000L;

  private static final int MARK_BYTES = 8;

  /** For a packet without a stamp. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private final PacketPool pool;

  /** As {@link Memory} reads it. */
  private final long mark;

  Arrivals(PacketPool pool, long mark) {
    this.pool = pool;
    this.mark = inOwnOrder(mark);
  }

  private static long inOwnOrder(long word) {
    return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? Long.reverseBytes(word) : word;
  }

  /**
   * Takes a packet's stamp off.
   *
   * @param nowNs about the present, by the monotonic clock
   * @return when the packet came, or {@link #UNKNOWN}
   */
  long take(int slot, long nowNs) {
    int length = pool.length[slot] - ArrivalStamps.BYTES;
    long stamp = pool.address(slot) + length;
    if (length <= 0 || Memory.i64(stamp + ArrivalStamps.BYTES - MARK_BYTES) != mark) {
      return UNKNOWN;
    }
    pool.length[slot] = length;
    long cameNs = inOwnOrder(Memory.i64(stamp));
    return Math.abs(nowNs - cameNs) < FARTHEST_NS ? cameNs : UNKNOWN;
  }
}
