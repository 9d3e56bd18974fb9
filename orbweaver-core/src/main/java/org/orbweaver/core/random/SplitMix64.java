package org.orbweaver.core.random;

/**
 * The generator SplitMix64, whose n-th output can be had without the ones before it: the same seed
 * and index give the same number, on any machine and thread and in any order. Source: G. L. Steele,
 * D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
public final class SplitMix64 {
  /** What the generator's state grows by at each output: 2^64 over the golden ratio, odd. */
  public static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private SplitMix64() {}

  /**
   * The output of a generator by its place. A number from here is itself a fit seed, so that calls
   * nest to make one number of several.
   *
   * @param index 0 for the first; any value
   */
  public static long at(long seed, long index) {
    long z = seed + (index + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The upper 53 bits of an output as a number from 0 to below 1. */
  public static double unit(long output) {
    return (output >>> 11) * 0x1p-53;
  }
}
