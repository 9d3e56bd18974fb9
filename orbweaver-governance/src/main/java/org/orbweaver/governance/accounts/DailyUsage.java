package org.orbweaver.governance.accounts;

import java.time.LocalDate;

/**
 * What a line carried on one day, UTC.
 *
 * @param line its number
 * @param day the day
 * @param downBytes towards its terminals
 * @param upBytes from them
 */
public record DailyUsage(String line, LocalDate day, long downBytes, long upBytes) {
  public DailyUsage {
    Checks.notNegative("usage", Math.min(downBytes, upBytes));
  }

  /** Both ways. */
  public long totalBytes() {
    return Math.addExact(downBytes, upBytes);
  }
}
