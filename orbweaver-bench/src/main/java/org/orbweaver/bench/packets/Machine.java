package org.orbweaver.bench.packets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.orbweaver.dataplane.linux.Waiter;

/**
 * How far the machine itself can be trusted while something is measured: a thread that goes before
 * others sleeps for a millisecond, again and again, and notes how late it wakes; and what other
 * programs, and other guests of its host, took.
 */
final class Machine implements AutoCloseable {
  private static final long EVERY_NS = 1_000_000;
  private static final int MOST = 600_000;
  private static final double TICKS_PER_S = 100;

  private final long beganNs = System.nanoTime();
  private final double[] began = took();
  private final double ownBeganS = ownS();
  private final long[] lateNs = new long[MOST];
  private volatile int count;
  private volatile boolean closing;

  Machine() {
    Thread.ofPlatform().daemon().start(this::watch);
  }

  private void watch() {
    try {
      Waiter.wakePunctually();
      Waiter.goFirst();
    } catch (IOException e) {
      // It is then as late as any thread, which the figures say.
    }
    long dueNs = System.nanoTime();
    while (!closing && count < MOST) {
      // Never later than planned: a long stall counts for each of its milliseconds.
      dueNs += EVERY_NS;
      for (long nowNs = System.nanoTime(); nowNs < dueNs; nowNs = System.nanoTime()) {
        LockSupport.parkNanos(dueNs - nowNs);
      }
      lateNs[count] = System.nanoTime() - dueNs;
      count = count + 1;
    }
  }

  /** Seconds that processors were busy, and that the host gave to others. */
  private static double[] took() {
    try {
      String[] words = Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
      double[] ticks = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
      double busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
      return new double[] {busy / TICKS_PER_S, ticks[7] / TICKS_PER_S};
    } catch (IOException e) {
      return new double[2];
    }
  }

  private static double ownS() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      // Its own time, and that of the programs that it has started and that have ended.
      return Arrays.stream(words, 11, 15).mapToDouble(Double::parseDouble).sum() / TICKS_PER_S;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    double seconds = Duration.ofNanos(System.nanoTime() - beganNs).toMillis() / 1e3;
    double[] now = took();
    double others = now[0] - began[0] - (ownS() - ownBeganS);
    long[] late = Arrays.copyOf(lateNs, count);
    Arrays.sort(late);
    return String.format(
        Locale.ROOT,
        "other programs %.0f %% of a processor, other guests %.1f %%; a bare sleep ends late by p50"
            + " %.0f, p99 %.0f, p99.9 %.0f µs",
        100 * Math.max(0, others) / seconds,
        100 * (now[1] - began[1]) / seconds,
        Came.us(late, 0.5),
        Came.us(late, 0.99),
        Came.us(late, 0.999));
  }

  @Override
  public void close() {
    closing = true;
  }
}
