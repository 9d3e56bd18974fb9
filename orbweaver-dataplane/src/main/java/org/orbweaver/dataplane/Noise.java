package org.orbweaver.dataplane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.orbweaver.core.random.SplitMix64;

/** Pseudo-random bytes by position. */
final class Noise {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Noise() {}

  /** The bytes from a position on. */
  static void fill(byte[] into, int length, long seed, long position) {
    int i = 0;
    while (i < length) {
      long at = position + i;
      long word = SplitMix64.at(seed, at >>> 3);
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
}
