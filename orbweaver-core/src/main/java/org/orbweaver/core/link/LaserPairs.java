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

  /**
   * The same pairs at any time.
   *
   * @param a one satellite of each pair
   * @param b the other one, in the same order
   * @param maxRangeM longest link, metres
   * @param minAltitudeM lowest height above the ground that a link may pass, metres
   */
  public static LaserPairs of(int[] a, int[] b, double maxRangeM, double minAltitudeM) {
    long[] pairs = new long[a.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = pair(a[i], b[i]);
    }
    return new LaserPairs(pairs, maxRangeM, minAltitudeM);
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
