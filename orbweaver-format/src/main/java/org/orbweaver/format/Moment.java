package org.orbweaver.format;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Spans;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;

/**
 * A time in a scenario.
 *
 * @param afterStart whether it counts from the network's start
 * @param ns since then, or else since the Unix epoch, nanoseconds
 */
record Moment(boolean afterStart, long ns) {
  /** UTC, nanoseconds since the Unix epoch. */
  long unixNs(long startNs) {
    return afterStart ? startNs + ns : ns;
  }

  /** Null where nothing is written, or where it is no time, then reported. */
  static @Nullable Moment parse(@Nullable String written, Place place, Problems problems) {
    if (written == null || written.isEmpty()) {
      return null;
    }
    if (written.startsWith("+")) {
      OptionalLong ns = span(written.substring(1));
      if (ns.isPresent()) {
        return new Moment(true, ns.getAsLong());
      }
    }
    Long ns = Times.parse(written, place, "+ and a length of time, such as +10m, or ", problems);
    return ns == null ? null : new Moment(false, ns);
  }

  /** A length of time, nanoseconds, 0 among them; empty where it is none. */
  static OptionalLong span(String written) {
    return written.matches("0+[a-z]{1,3}") ? OptionalLong.of(0) : Spans.parseNs(written);
  }
}
