package org.orbweaver.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Checks what a PoP's {@code /bytes/N?seed=S} sends: SplitMix64 from the seed, little-endian. */
final class Bytes {
  private Bytes() {}

  /**
   * Reads to the end.
   *
   * @return how many bytes came
   * @throws AssertionError where one of them is wrong
   */
  static long read(InputStream in, long seed) throws IOException {
    byte[] piece = new byte[1 << 16];
    long at = 0;
    long word = 0;
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      for (int i = 0; i < n; i++, at++) {
        if ((at & 7) == 0) {
          word = mix(seed + ((at >>> 3) + 1) * 0x9e3779b97f4a7c15L);
        }
        if (piece[i] != (byte) (word >>> (8 * (at & 7)))) {
          throw new AssertionError("byte " + at + " is wrong");
        }
      }
    }
    return at;
  }

  /** The same, for a thread of its own. */
  static long readUnchecked(InputStream in, long seed) {
    try {
      return read(in, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
