package org.orbweaver.format;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.ElementAge;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** When a network starts, and what the age of its elements means for it. */
final class Times {
  static final String NOW = "now";

  /**
   * Epoch of shells that are generated for a network that starts now: always the same (J2000), so
   * that two commands at different times speak of the same satellites in the same places.
   */
  static final long EPOCH_OF_NOW_NS = Utc.parseNs("2000-01-01T12:00:00Z");

  private static final long EARLIEST_NS = Utc.parseNs("1957-01-01T00:00:00Z");
  private static final long LATEST_NS = Utc.parseNs("2157-01-01T00:00:00Z");
  private static final double NS_PER_DAY = 86_400e9;

  private Times() {}

  /** UTC nanoseconds since the Unix epoch of ISO 8601 with Z; null where it is not, reported. */
  static @Nullable Long parse(String written, Place place, Problems problems) {
    return parse(written, place, "", problems);
  }

  /** The same where something else would be right too, as {@code alternative} says. */
  static @Nullable Long parse(String written, Place place, String alternative, Problems problems) {
    try {
      if (written.endsWith("Z")) {
        long ns = Utc.parseNs(written);
        if (ns >= EARLIEST_NS && ns < LATEST_NS) {
          return ns;
        }
        problems.add(place.problem("is " + Words.quote(written), "a year from 1957 to 2156"));
        return null;
      }
    } catch (DateTimeException | ArithmeticException e) {
      // Reported below, as text of another form is.
    }
    problems.add(
        place.problem(
            "is " + Words.quote(written),
            alternative + "UTC in ISO 8601 with Z, such as 2026-05-21T00:00:12Z"));
    return null;
  }

  /** The start where it is written as an instant, else null; text that is neither is reported. */
  static @Nullable Long written(String start, Place place, Problems problems) {
    return start.equals(NOW) || start.isEmpty() ? null : parse(start, place, "now, or ", problems);
  }

  /** The start of {@code now}: the present, or the elements' median epoch where they are stale. */
  static long now(long nowNs, Map<String, long[]> epochsNs, List<String> notes) {
    long[] all = epochsNs.values().stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (all.length == 0 || (nowNs - median(all)) / 1e9 <= ElementAge.STALE_S) {
      return nowNs;
    }
    long startNs = seconds(median(all));
    notes.add(
        "start: now is "
            + days(nowNs - startNs)
            + " after the elements' median epoch, more than 3; the network starts at that epoch, "
            + Utc.format(startNs)
            + ", instead");
    return startNs;
  }

  /** Says how far from the truth a constellation is whose elements are far from the start. */
  static void noteAge(long startNs, Map<String, long[]> epochsNs, List<String> notes) {
    epochsNs.forEach((constellation, epochs) -> {
      long away = startNs - median(epochs);
      double awayS = Math.abs(away) / 1e9;
      if (awayS > ElementAge.STALE_S) {
        notes.add(
            "constellation "
                + constellation
                + ": the start is "
                + days(Math.abs(away))
                + (away > 0 ? " after" : " before")
                + " its elements' median epoch, "
                + Utc.format(seconds(median(epochs)))
                + ": expect positions to be wrong by "
                + Math.round(ElementAge.expectedErrorKm(awayS))
                + " km or more (median; one in ten by "
                + Math.round(ElementAge.errorP90Km(awayS))
                + " km)");
      }
    });
  }

  private static long median(long[] sorted) {
    return sorted[(sorted.length - 1) / 2];
  }

  private static long seconds(long ns) {
    return Math.floorDiv(ns, Utc.NS_PER_S) * Utc.NS_PER_S;
  }

  private static String days(long ns) {
    return Words.number(Math.round(10 * ns / NS_PER_DAY) / 10.0) + " days";
  }
}
