package org.orbweaver.bench.packets;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The packets of {@link UdpTraffic} that came, in their order. */
final class Came {
  private static final int WORDS = 3;

  /** Left out at the beginning of every measurement. */
  private final int skip;

  private final long[] words;

  private Came(long[] words, int skip) {
    this.words = words;
    this.skip = skip;
  }

  static Came read(Path file, int skip) throws IOException {
    long[] words = new long[(int) (Files.size(file) / Long.BYTES)];
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int i = 0; i < words.length; i++) {
        words[i] = in.readLong();
      }
    }
    return new Came(words, skip);
  }

  int count() {
    return words.length / WORDS;
  }

  long number(int i) {
    return words[WORDS * i];
  }

  long sentNs(int i) {
    return words[WORDS * i + 1];
  }

  long cameNs(int i) {
    return words[WORDS * i + 2];
  }

  /** How much longer than a time packets took, sorted, nanoseconds. */
  long[] errorsNs(long expectedNs) {
    long[] errors = new long[count()];
    int kept = 0;
    for (int i = 0; i < errors.length; i++) {
      if (number(i) >= skip) {
        errors[kept++] = cameNs(i) - sentNs(i) - expectedNs;
      }
    }
    long[] sorted = Arrays.copyOf(errors, kept);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Packets that came after one of the same flow that was sent later. */
  int reordered(int flows) {
    long[] last = new long[flows];
    Arrays.fill(last, -1);
    int reordered = 0;
    for (int i = 0; i < count(); i++) {
      int flow = (int) (number(i) % flows);
      if (number(i) < last[flow]) {
        reordered++;
      } else {
        last[flow] = number(i);
      }
    }
    return reordered;
  }

  static double us(long[] sorted, double quantile) {
    int at = (int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
    return sorted.length == 0 ? Double.NaN : sorted[at] / 1e3;
  }

  static String quantiles(long[] sorted) {
    return String.format(
        Locale.ROOT,
        "least %.1f, p50 %.1f, p99 %.1f, p99.9 %.0f µs",
        us(sorted, 0),
        us(sorted, 0.5),
        us(sorted, 0.99),
        us(sorted, 0.999));
  }
}
