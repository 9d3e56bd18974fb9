package org.orbweaver.app.live;

import org.orbweaver.core.time.TimeSource;

/**
 * Network time: UTC, nanoseconds since the Unix epoch, as the network lives it. It never goes back.
 *
 * <p>It advances by the machine's monotonic clock from an anchor, so that what corrects the wall
 * clock in steps does not tear the schedule. A network that began now also looks at the wall clock
 * while it waits: a step forward of half a second or more (a clock set right, a laptop woken up) is
 * followed at once; after a step back, network time goes on, ahead of the wall clock, since time
 * already lived cannot be lived again. A network that began at another instant has no wall clock to
 * agree with; there, time stands still while the machine sleeps.
 *
 * <p>Safe for any thread.
 */
public final class NetworkClock implements TimeSource {
  /** Smaller differences are drift or a late thread, not a step. */
  private static final long STEP_NS = 500_000_000L;

  /** Longest wait between two looks at the wall clock. */
  private static final long LOOK_NS = 1_000_000_000L;

  private record Anchor(long networkNs, long wallNs, long monotonicNs) {}

  private final MachineTime source;
  private final boolean followsWall;
  private volatile Anchor anchor;
  private long untoldStepNs;

  private NetworkClock(MachineTime source, boolean followsWall, long networkNs, long wallNs) {
    this.source = source;
    this.followsWall = followsWall;
    this.anchor = new Anchor(networkNs, wallNs, source.monotonicNs());
  }

  /** Network time is wall time. */
  static NetworkClock ofWall(MachineTime source) {
    long wallNs = source.wallNs();
    return new NetworkClock(source, true, wallNs, wallNs);
  }

  /** Network time begins at an instant now. */
  static NetworkClock startingAt(MachineTime source, long networkNs) {
    return new NetworkClock(source, false, networkNs, source.wallNs());
  }

  @Override
  public long nowNs() {
    Anchor a = anchor;
    return a.networkNs + (source.monotonicNs() - a.monotonicNs);
  }

  /** Nanoseconds on the monotonic clock, for durations. */
  public long monotonicNs() {
    return source.monotonicNs();
  }

  /** Waits until network time has reached an instant. */
  public void sleepUntil(long networkNs) throws InterruptedException {
    lookAtWall();
    for (long leftNs = networkNs - nowNs(); leftNs > 0; leftNs = networkNs - nowNs()) {
      source.sleepNs(Math.min(leftNs, LOOK_NS));
      lookAtWall();
    }
  }

  /**
   * The steps of the wall clock since the last call, nanoseconds: forward is positive and was
   * followed, back is negative and was not.
   */
  public synchronized long takeStepNs() {
    long stepNs = untoldStepNs;
    untoldStepNs = 0;
    return stepNs;
  }

  private synchronized void lookAtWall() {
    if (!followsWall) {
      return;
    }
    Anchor a = anchor;
    long monotonicNs = source.monotonicNs();
    long wallNs = source.wallNs();
    long passedNs = monotonicNs - a.monotonicNs;
    long stepNs = wallNs - (a.wallNs + passedNs);
    if (Math.abs(stepNs) < STEP_NS || source.monotonicNs() - monotonicNs > STEP_NS / 2) {
      return;
    }
    long networkNs = a.networkNs + passedNs;
    anchor = new Anchor(Math.max(networkNs, wallNs), wallNs, monotonicNs);
    untoldStepNs += stepNs;
  }
}
