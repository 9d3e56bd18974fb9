package org.orbweaver.governance.accounts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metered usage. */
public interface Usage {
  /**
   * A terminal's counters as they were last read.
   *
   * @param terminal whose
   * @param readNs when, UTC, since the Unix epoch
   * @param downBytes towards it
   * @param upBytes from it
   */
  record Reading(String terminal, long readNs, long downBytes, long upBytes) {
    public Reading {
      Checks.notNegative("a counter", Math.min(downBytes, upBytes));
    }
  }

  /** The last reading of a terminal, or null. */
  @Nullable Reading last(String terminal);

  /** Keeps a reading as the last. */
  void keep(Reading reading);

  /** Adds to a line's day. */
  void add(DailyUsage usage);

  /** The days of a line from one to before another, in order. */
  List<DailyUsage> of(String line, LocalDate from, LocalDate end);
}
