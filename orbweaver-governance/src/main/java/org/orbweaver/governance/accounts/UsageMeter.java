package org.orbweaver.governance.accounts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.orbweaver.core.time.Utc;

/** Turns the counters of terminals into bytes a day. */
public final class UsageMeter {
  private UsageMeter() {}

  /**
   * What a counter has counted since it was last read. A counter that is smaller than before has
   * begun again at zero (the terminal restarted), so all that it shows is new.
   */
  public static long counted(long before, long now) {
    Checks.notNegative("a counter", Math.min(before, now));
    return now >= before ? now - before : now;
  }

  /**
   * Spreads bytes evenly over the time in which they were counted, to whole days of UTC. The parts
   * add up to the bytes exactly.
   *
   * @param fromNs when the counter was read before, UTC, since the Unix epoch
   * @param toNs when it was read now
   */
  public static SortedMap<LocalDate, Long> spread(long fromNs, long toNs, long bytes) {
    Checks.notNegative("usage", bytes);
    if (toNs < fromNs) {
      throw new RefusedException("a counter cannot be read before it was read");
    }
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    long placed = 0;
    long atNs = fromNs;
    for (LocalDate day = day(fromNs); !day.isAfter(day(toNs)); day = day.plusDays(1)) {
      long endNs = Math.min(toNs, startNs(day.plusDays(1)));
      long until = share(bytes, endNs - fromNs, toNs - fromNs);
      if (endNs > atNs || fromNs == toNs) {
        days.put(day, until - placed);
      }
      placed = until;
      atNs = endNs;
    }
    return days;
  }

  private static long share(long bytes, long partNs, long wholeNs) {
    return partNs == wholeNs ? bytes : (long) ((double) bytes * partNs / wholeNs);
  }

  /** The day in which a moment lies, UTC. */
  public static LocalDate day(long ns) {
    return Utc.toInstant(ns).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static long startNs(LocalDate day) {
    return Utc.ofInstant(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
