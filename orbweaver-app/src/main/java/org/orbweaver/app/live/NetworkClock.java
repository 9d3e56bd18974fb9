package org.orbweaver.app.live;

import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;
import org.orbweaver.core.time.TimeSource;

/**
 * Network time: UTC, nanoseconds since the Unix epoch, as the network lives it. It never goes back.
 *
 * <p>It advances by the machine's monotonic clock from an anchor, so that what corrects the wall
 * clock in steps does not tear the schedule. A network that began now also looks at the wall clock
 * while it waits: a step forward of half a second or more (a clock set right, a laptop woken up) is
 * followed at once; after a step back, network time goes on, ahead of the wall clock, since time
 * already lived cannot be lived again. A network that began at another instant, or that has ever
 * run at another rate, has no wall clock to agree with; there, time stands still while the machine
 * sleeps.
 *
 * <p>Network time may run at another rate than the machine's, or stand still; carrier time, which
 * equals it until then, goes on at the machine's rate.
 *
 * <p>Safe for any thread.
 */
public final class NetworkClock implements TimeSource, TimeScale {
  /** Smaller differences are drift or a late thread, not a step. */
  private static final long STEP_NS = 500_000_000L;

  /** Longest wait between two looks at the wall clock. */
  private static final long LOOK_NS = 1_000_000_000L;

  private record Anchor(
      long networkNs, long carrierNs, long wallNs, long monotonicNs, double speed) {
    long networkAt(long nowNs) {
      return networkNs + scaled(nowNs - monotonicNs);
    }

    long scaled(long ns) {
      return speed == 1 ? ns : Math.round(ns * speed);
    }
  }

  private final MachineTime source;
  private final StampedLock lock = new StampedLock();
  private volatile boolean followsWall;
  private Anchor anchor;
  private long untoldStepNs;

  private NetworkClock(MachineTime source, boolean followsWall, long networkNs, long wallNs) {
    this.source = source;
    this.followsWall = followsWall;
    this.anchor = new Anchor(networkNs, networkNs, wallNs, source.monotonicNs(), 1);
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
    // The anchor may not change between reading it and reading the clock: time would go back.
    for (long stamp = lock.tryOptimisticRead(); ; stamp = lock.tryOptimisticRead()) {
      Anchor a = anchor;
      long now = source.monotonicNs();
      if (lock.validate(stamp)) {
        return a.networkAt(now);
      }
      Thread.onSpinWait();
    }
  }

  /** Carrier time. */
  long carrierNs() {
    Anchor a = anchor();
    return a.carrierNs + (source.monotonicNs() - a.monotonicNs);
  }

  private Anchor anchor() {
    long stamp = lock.readLock();
    try {
      return anchor;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public long networkNs(long carrierNs) {
    Anchor a = anchor();
    return a.networkNs + a.scaled(Math.max(0, carrierNs - a.carrierNs));
  }

  @Override
  public long carrierNs(long networkNs) {
    Anchor a = anchor();
    double speed = a.speed == 0 ? 1 : a.speed;
    long awayNs = networkNs - a.networkNs;
    return a.carrierNs + (speed == 1 ? awayNs : Math.round(awayNs / speed));
  }

  /** How many seconds of network time pass in one of the machine's; 0 while it stands still. */
  public double speed() {
    return anchor().speed;
  }

  /** From now on network time runs at another rate, at least 0; it goes on from where it is. */
  public void run(double speed) {
    long stamp = lock.writeLock();
    try {
      Anchor a = anchor;
      long now = source.monotonicNs();
      anchor =
          new Anchor(
              a.networkAt(now), a.carrierNs + (now - a.monotonicNs), source.wallNs(), now, speed);
      followsWall &= speed == 1;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Nanoseconds on the monotonic clock, for durations. */
  public long monotonicNs() {
    return source.monotonicNs();
  }

  /** Waits until network time has reached an instant. */
  public void sleepUntil(long networkNs) throws InterruptedException {
    sleepUntil(networkNs, () -> false);
  }

  /**
   * Waits until network time has reached an instant or, looked at now and whenever the thread is
   * unparked, there is something else to do.
   */
  void sleepUntil(long networkNs, BooleanSupplier somethingElse) throws InterruptedException {
    lookAtWall();
    while (nowNs() < networkNs && !somethingElse.getAsBoolean()) {
      double leftNs = (networkNs - nowNs()) / speed();
      // Rounded up, and some for what a double leaves out, so that it does not spin at the end.
      source.sleepNs(leftNs < LOOK_NS ? Math.max(1, (long) Math.ceil(leftNs)) : LOOK_NS);
      lookAtWall();
    }
  }

  /**
   * The steps of the wall clock since the last call, nanoseconds: forward is positive and was
   * followed, back is negative and was not.
   */
  public long takeStepNs() {
    long stamp = lock.writeLock();
    try {
      long stepNs = untoldStepNs;
      untoldStepNs = 0;
      return stepNs;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private void lookAtWall() {
    if (!followsWall) {
      return;
    }
    long stamp = lock.writeLock();
    try {
      Anchor a = anchor;
      long monotonicNs = source.monotonicNs();
      long wallNs = source.wallNs();
      long passedNs = monotonicNs - a.monotonicNs;
      long stepNs = wallNs - (a.wallNs + passedNs);
      if (Math.abs(stepNs) < STEP_NS || source.monotonicNs() - monotonicNs > STEP_NS / 2) {
        return;
      }
      long networkNs = Math.max(a.networkNs + passedNs, wallNs);
      anchor = new Anchor(networkNs, networkNs, wallNs, monotonicNs, 1);
      untoldStepNs += stepNs;
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
