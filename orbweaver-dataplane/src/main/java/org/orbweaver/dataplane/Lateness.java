package org.orbweaver.dataplane;

import java.util.concurrent.atomic.LongAdder;

/**
 * How much later than computed bytes were handed over, because a thread woke late. Buckets by
 * powers of two of a microsecond.
 */
final class Lateness {
  private static final int BUCKETS = 32;

  private final LongAdder[] count = new LongAdder[BUCKETS];

  Lateness() {
    for (int i = 0; i < BUCKETS; i++) {
      count[i] = new LongAdder();
    }
  }

  void record(long lateNs) {
    long us = Math.max(0, lateNs) / 1000;
    count[Math.min(BUCKETS - 1, Long.SIZE - Long.numberOfLeadingZeros(us))].increment();
  }

  /**
   * Upper edge of the bucket that holds the quantile, nanoseconds; 0 where nothing was recorded.
   *
   * @param quantile 0 to 1
   */
  long quantileNs(double quantile) {
    long total = 0;
    for (LongAdder c : count) {
      total += c.sum();
    }
    long wanted = (long) Math.ceil(quantile * total);
    long seen = 0;
    for (int i = 0; i < BUCKETS && wanted > 0; i++) {
      seen += count[i].sum();
      if (seen >= wanted) {
        return 1000L << i;
      }
    }
    return 0;
  }
}
