package org.orbweaver.simd;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Watches what a kernel allocates. Compiled well, it allocates nothing; now and then the compiler
 * puts its vectors into objects instead, and the kernel is slower than its plain twin. When that is
 * seen to last, the kernel is given up. The results are the same either way.
 */
final class AllocationGate {
  /** Before this many runs the compiler may not be done. */
  private static final int PATIENCE = 5_000;

  /** So many bad runs without a good one between them are no accident. */
  private static final int ENOUGH = 200;

  private static final @Nullable ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads ? threads : null;

  private final long toleratedBytes;
  private long bytesBefore;
  private int runs;
  private int badRuns;

  /**
   * @param toleratedBytes what a run may allocate: the reading itself costs a little
   */
  AllocationGate(long toleratedBytes) {
    this.toleratedBytes = toleratedBytes;
  }

  void enter() {
    bytesBefore = allocatedBytes();
  }

  /** To be called on the thread that entered. */
  void leave() {
    note(allocatedBytes() - bytesBefore);
  }

  void note(long bytes) {
    runs = Math.min(runs + 1, PATIENCE);
    badRuns = runs == PATIENCE && bytes > toleratedBytes ? badRuns + 1 : 0;
  }

  /** False once it is time to give up. */
  boolean isOpen() {
    return badRuns < ENOUGH;
  }

  private static long allocatedBytes() {
    return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
  }
}
