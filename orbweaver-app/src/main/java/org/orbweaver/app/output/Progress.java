package org.orbweaver.app.output;

import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * One line on a terminal that says how far a long command has come. Silent for the first second,
 * and where nobody watches.
 */
public final class Progress {
  private static final long QUIET_MS = 1000;
  private static final long REFRESH_MS = 200;
  private static final String ERASE = "\r\033[K";

  private final PrintWriter err;
  private final boolean watched;
  private final InstantSource clock;
  private final String what;
  private final long total;
  private final long startMs;
  private long shownMs;
  private boolean visible;

  /**
   * Begins to measure.
   *
   * @param watched whether {@code err} is a terminal
   * @param what the unit of work in the plural, such as {@code slots}
   * @param total how many there are
   */
  public Progress(PrintWriter err, boolean watched, InstantSource clock, String what, long total) {
    this.err = err;
    this.watched = watched;
    this.clock = clock;
    this.what = what;
    this.total = total;
    this.startMs = clock.millis();
  }

  /** Says that {@code done} of all are done. */
  public void at(long done) {
    if (!watched) {
      return;
    }
    long nowMs = clock.millis();
    long elapsedMs = nowMs - startMs;
    if (elapsedMs < QUIET_MS || nowMs - shownMs < REFRESH_MS) {
      return;
    }
    shownMs = nowMs;
    visible = true;
    err.print(ERASE + done + " of " + total + " " + what + left(done, elapsedMs));
    err.flush();
  }

  /** Removes the line, so that something else can be written. */
  public void hide() {
    if (visible) {
      visible = false;
      err.print(ERASE);
      err.flush();
    }
  }

  private String left(long done, long elapsedMs) {
    if (done == 0) {
      return "";
    }
    long seconds = Math.round(elapsedMs * (double) (total - done) / done / 1000);
    return seconds < 120
        ? ", " + seconds + " s left"
        : ", " + Math.round(seconds / 60.0) + " min left";
  }
}
