package org.orbweaver.dataplane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Pseudo-random bytes by position: the generator SplitMix64 (Steele, Lea, Flood, 2014), whose n-th
 * output can be had without the ones before it.
 */
final class Noise {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Noise() {}

  /** The bytes from a position on. */
  static void fill(byte[] into, int length, long seed, long position) {
    int i = 0;
    while (i < length) {
      long at = position + i;
      long word = word(seed, at >>> 3);
      int skip = (int) (at & 7);
      if (skip == 0 && length - i >= 8) {
        LONG.set(into, i, word);
        i += 8;
      } else {
        for (int b = skip; b < 8 && i < length; b++) {
          into[i++] = (byte) (word >>> (8 * b));
        }
      }
    }
  }

  /** A number from 0 to below 1 by its place. */
  static double unit(long seed, long index) {
    return (word(seed, index) >>> 11) * 0x1p-53;
  }

  private static long word(long seed, long index) {
    long z = seed + (index + 1) * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
