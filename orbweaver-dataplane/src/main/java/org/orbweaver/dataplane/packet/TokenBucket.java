package org.orbweaver.dataplane.packet;

/** Lets things happen at a rate, and some at once after a rest. */
final class TokenBucket {
  private static final double NS_PER_S = 1e9;

  private final double perNs;
  private final double most;
  private double tokens;
  private long lastNs;

  TokenBucket(double perSecond, double most) {
    this.perNs = perSecond / NS_PER_S;
    this.most = most;
    this.tokens = most;
  }

  /** Whether one more may happen now. */
  boolean take(long nowNs) {
    tokens = Math.min(most, tokens + Math.max(0, nowNs - lastNs) * perNs);
    lastNs = Math.max(lastNs, nowNs);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
