package org.orbweaver.format.elements;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Formats that are built only when a file needs them. */
final class DateTimeFormats {
  /** Year, day of the year, time: CCSDS 301.0-B-4, ASCII time code B. */
  static final DateTimeFormatter ORDINAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-DDD'T'")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(java.util.Locale.ROOT);

  private DateTimeFormats() {}
}
