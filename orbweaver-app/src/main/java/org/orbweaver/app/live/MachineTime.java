package org.orbweaver.app.live;

import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.orbweaver.core.time.Utc;

/** The clocks of the machine; tests put their own in their place. */
interface MachineTime {
  /** The machine's monotonic clock beside the process's wall clock. */
  static MachineTime of(InstantSource wall) {
    return new MachineTime() {
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
        LockSupport.parkNanos(this, ns);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    };
  }

  /** UTC, nanoseconds since the Unix epoch; may be set back or forward while the process runs. */
  long wallNs();

  /** Nanoseconds since an arbitrary instant; never goes back. */
  long monotonicNs();

  /** Waits for the given nanoseconds, or less where the thread is unparked. */
  void sleepNs(long ns) throws InterruptedException;
}
