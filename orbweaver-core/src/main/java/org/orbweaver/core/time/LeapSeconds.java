package org.orbweaver.core.time;

import java.time.LocalDate;

/**
 * TAI − UTC, and with it the SI seconds that really pass between two UTC instants. A count of
 * nanoseconds since the Unix epoch leaves leap seconds out; a satellite does not.
 *
 * <p>Source: IERS Bulletin C; its last leap second so far began 2017-01-01 (37 s), and none has
 * been announced since. Before 1972 UTC was steered by rates and small steps; here the 10 s of
 * 1972-01-01 stand for all earlier time, which is exact for no use that this project has.
 */
public final class LeapSeconds {
  private static final long NS_PER_DAY = 86_400L * Utc.NS_PER_S;

  /**
   * First days (UTC) on which one second more holds than the row before; the first row has 10 s.
   */
  private static final String[] STARTS = {
    "1972-01-01", "1972-07-01", "1973-01-01", "1974-01-01", "1975-01-01", "1976-01-01",
    "1977-01-01", "1978-01-01", "1979-01-01", "1980-01-01", "1981-07-01", "1982-07-01",
    "1983-07-01", "1985-07-01", "1988-01-01", "1990-01-01", "1991-01-01", "1992-07-01",
    "1993-07-01", "1994-07-01", "1996-01-01", "1997-07-01", "1999-01-01", "2006-01-01",
    "2009-01-01", "2012-07-01", "2015-07-01", "2017-01-01"
  };

  private static final int FIRST_S = 10;
  private static final long[] START_NS = new long[STARTS.length];

  static {
    for (int i = 0; i < STARTS.length; i++) {
      START_NS[i] = LocalDate.parse(STARTS[i]).toEpochDay() * NS_PER_DAY;
    }
  }

  private LeapSeconds() {}

  /** Rows of the table. */
  public static int rows() {
    return STARTS.length;
  }

  /** First day, UTC, of a row. */
  public static LocalDate start(int row) {
    return LocalDate.parse(STARTS[row]);
  }

  /** TAI − UTC that holds from the start of a row, seconds. */
  public static int taiMinusUtcS(int row) {
    return FIRST_S + row;
  }

  /** TAI − UTC at an instant (UTC, nanoseconds since the Unix epoch), seconds. */
  public static int taiMinusUtcSAt(long unixNs) {
    int row = START_NS.length - 1;
    while (row > 0 && unixNs < START_NS[row]) {
      row--;
    }
    return taiMinusUtcS(row);
  }

  /**
   * The instant on a scale without leaps: nanoseconds of TAI since 1970-01-01T00:00:00 TAI.
   * Differences of such values are elapsed SI nanoseconds.
   *
   * @throws ArithmeticException in the last 37 seconds that a {@code long} can count
   */
  public static long taiNs(long unixNs) {
    return Math.addExact(unixNs, taiMinusUtcSAt(unixNs) * Utc.NS_PER_S);
  }

  /**
   * The inverse of {@link #taiNs}. Within a leap second, which the count of UTC cannot name, the
   * instant a second later.
   */
  public static long unixNs(long taiNs) {
    int row = START_NS.length - 1;
    while (row > 0 && taiNs < START_NS[row] + taiMinusUtcS(row - 1) * Utc.NS_PER_S) {
      row--;
    }
    long unixNs = Math.subtractExact(taiNs, taiMinusUtcS(row) * Utc.NS_PER_S);
    return row > 0 && unixNs < START_NS[row] ? unixNs + Utc.NS_PER_S : unixNs;
  }

  /** SI nanoseconds that pass between two UTC instants; negative where the second is earlier. */
  public static long elapsedNs(long fromUnixNs, long toUnixNs) {
    return Math.subtractExact(taiNs(toUnixNs), taiNs(fromUnixNs));
  }
}
