package org.orbweaver.core.link;

import java.util.Arrays;

/**
 * A fixed list of pairs. Layout: each pair as one number, the smaller index in the upper half;
 * ascending, so that lists compare and search quickly.
 */
public final class LaserPairs implements LaserPattern {
  private final long[] pairs;
  private final double maxRangeM;
  private final double minAltitudeM;

  LaserPairs(long[] pairs, double maxRangeM, double minAltitudeM) {
    this.pairs = pairs.clone();
    Arrays.sort(this.pairs);
    this.maxRangeM = maxRangeM;
    this.minAltitudeM = minAltitudeM;
  }

  static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  static int smaller(long pair) {
    return (int) (pair >>> 32);
  }

  static int larger(long pair) {
    return (int) pair;
  }

  public int size() {
    return pairs.length;
  }

  public boolean contains(int a, int b) {
    return Arrays.binarySearch(pairs, pair(a, b)) >= 0;
  }

  /** Only the pairs that another list holds too. */
  LaserPairs both(LaserPairs other) {
    return new LaserPairs(
        Arrays.stream(pairs).filter(pair -> Arrays.binarySearch(other.pairs, pair) >= 0).toArray(),
        maxRangeM,
        minAltitudeM);
  }

  @Override
  public void forEachLink(PairConsumer consumer) {
    for (long pair : pairs) {
      consumer.accept(smaller(pair), larger(pair));
    }
  }

  @Override
  public double maxRangeM() {
    return maxRangeM;
  }

  @Override
  public double minAltitudeM() {
    return minAltitudeM;
  }
}
