package org.orbweaver.dataplane.packet;

/**
 * How much later than its time packets were handed over.
 *
 * @param packets counted
 * @param p50Ns half of them were at most so late, nanoseconds
 * @param p99Ns 99 per cent of them
 * @param p999Ns 99.9 per cent of them
 */
public record Punctuality(long packets, long p50Ns, long p99Ns, long p999Ns) {
  /** Above this, what was measured through the engine is not to be trusted. */
  public static final long VALID_P99_NS = 1_000_000;

  /** Whether the engine was punctual enough for what was measured through it. */
  public boolean isValid() {
    return p99Ns <= VALID_P99_NS;
  }
}
