package org.orbweaver.app.live;

/** Time that passes only when somebody sleeps or works. */
class FakeTime implements MachineTime {
  private long wallNs;
  private long monotonicNs = 77;

  FakeTime(long wallNs) {
    this.wallNs = wallNs;
  }

  /** Both clocks go on, as they do while a program works. */
  synchronized void pass(long ns) {
    wallNs += ns;
    monotonicNs += ns;
  }

  /** Somebody sets the wall clock. */
  synchronized void step(long ns) {
    wallNs += ns;
  }

  @Override
  public synchronized long wallNs() {
    return wallNs;
  }

  @Override
  public synchronized long monotonicNs() {
    return monotonicNs;
  }

  @Override
  public void sleepNs(long ns) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pass(ns);
  }
}
