package org.orbweaver.core.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** UTC between its written form (ISO 8601, {@code Z}) and nanoseconds since the Unix epoch. */
public final class Utc {
  public static final long NS_PER_S = 1_000_000_000L;

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder().appendInstant().toFormatter().withZone(ZoneOffset.UTC);

  private Utc() {}

  /**
   * Reads an ISO 8601 instant such as {@code 2026-05-21T00:00:12Z}.
   *
   * @throws java.time.format.DateTimeParseException where it is not one
   * @throws ArithmeticException outside the years 1678 to 2262
   */
  public static long parseNs(String iso) {
    return ofInstant(Instant.parse(iso));
  }

  /** ISO 8601 with {@code Z}; fractions of a second in groups of three digits, only as needed. */
  public static String format(long unixNs) {
    return WRITTEN.format(toInstant(unixNs));
  }

  public static long ofInstant(Instant instant) {
    return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NS_PER_S), instant.getNano());
  }

  public static Instant toInstant(long unixNs) {
    return Instant.ofEpochSecond(Math.floorDiv(unixNs, NS_PER_S), Math.floorMod(unixNs, NS_PER_S));
  }
}
