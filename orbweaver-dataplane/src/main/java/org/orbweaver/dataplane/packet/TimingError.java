package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * How much later than its time each packet was handed over: the engine's own error. Buckets of an
 * eighth of a power of two nanoseconds, so that a quantile is known to 13 per cent. The packet
 * thread's.
 */
final class TimingError {
  private static final int SUB_BITS = 3;
  private static final int SUB = 1 << SUB_BITS;

  private final long[] count = new long[Long.SIZE * SUB];
  private long total;

  void record(long lateNs) {
    count[bucket(Math.max(0, lateNs))]++;
    total++;
  }

  private static int bucket(long ns) {
    if (ns < SUB) {
      return (int) ns;
    }
    int power = 63 - Long.numberOfLeadingZeros(ns);
    return (power - SUB_BITS + 1) * SUB + (int) ((ns >>> (power - SUB_BITS)) & (SUB - 1));
  }

  private static long upperEdgeNs(int bucket) {
    if (bucket < SUB) {
      return bucket;
    }
    int power = bucket / SUB + SUB_BITS - 1;
    return (1L << power) + ((long) (bucket % SUB + 1) << (power - SUB_BITS)) - 1;
  }

  /**
   * The upper edge of the bucket that holds a quantile, nanoseconds; 0 where nothing was recorded.
   *
   * @param quantile 0 to 1
   */
  long quantileNs(double quantile) {
    long wanted = (long) Math.ceil(quantile * total);
    long seen = 0;
    for (int i = 0; i < count.length && wanted > 0; i++) {
      seen += count[i];
      if (seen >= wanted) {
        return upperEdgeNs(i);
      }
    }
    return 0;
  }

  long total() {
    return total;
  }

  void clear() {
    Arrays.fill(count, 0);
    total = 0;
  }
}
