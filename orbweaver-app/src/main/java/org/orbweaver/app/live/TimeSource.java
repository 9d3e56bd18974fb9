package org.orbweaver.app.live;

import java.time.InstantSource;
import org.orbweaver.core.time.Utc;

/** Where a process gets its time from; tests put their own in the system's place. */
interface TimeSource {
  /** The machine's monotonic clock beside the process's wall clock. */
  static TimeSource of(InstantSource wall) {
    return new TimeSource() {
      @Override
      public long wallNs() {
        return Utc.ofInstant(wall.instant());
      }

      @Override
      public long monotonicNs() {
        return System.nanoTime();
      }

      @Override
      public void sleepNs(long ns) throws InterruptedException {
        Thread.sleep(ns / 1_000_000, (int) (ns % 1_000_000));
      }
    };
  }

  /** UTC, nanoseconds since the Unix epoch; may be set back or forward while the process runs. */
  long wallNs();

  /** Nanoseconds since an arbitrary instant; never goes back. */
  long monotonicNs();

  /** Waits for at least the given nanoseconds. */
  void sleepNs(long ns) throws InterruptedException;
}
