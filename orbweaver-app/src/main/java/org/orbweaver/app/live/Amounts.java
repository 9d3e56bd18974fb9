package org.orbweaver.app.live;

import java.util.Locale;

/** Bytes and lengths of time in as few characters as tell enough. */
final class Amounts {
  private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final double NS_PER_MS = 1e6;
  private static final long NS_PER_S = 1_000_000_000L;

  private Amounts() {}

  /** Such as {@code 0 B}, {@code 40 kB}, {@code 1.2 MB}: powers of 1,000. */
  static String bytes(long count) {
    double value = count;
    int unit = 0;
    // 999.5 would be written as 1000.
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    String format = unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, format, value, BYTES[unit]);
  }

  /** Such as {@code 0.4 ms}, {@code 18 ms}, {@code 1200 ms}. */
  static String millis(long ns) {
    double ms = ns / NS_PER_MS;
    return String.format(Locale.ROOT, ms < 9.95 ? "%.1f ms" : "%.0f ms", ms);
  }

  /** Such as {@code 4 s}, {@code 2 min 14 s}, {@code 3 h 5 min}; the length without its sign. */
  static String time(long ns) {
    long seconds = Math.round(Math.abs((double) ns) / NS_PER_S);
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
  }
}
