package org.orbweaver.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;

/**
 * One slot's plan after another at size: 10,359 real objects, 214 gateways, lasers as derived from
 * the elements or none, ever more terminals, all processors. Goals: medians of at most 40 ms for
 * 100,000 and 200 ms for 1,000,000 terminals with lasers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseParallelGC"})
public class ManyTerminalsBenchmark {
  /** An hour, then from the start again: element sets should not grow old while we measure. */
  private static final int SLOTS = 240;

  @Param({"1000", "10000", "100000", "1000000"})
  private int terminals;

  @Param({"derived", "none"})
  private String lasers = "derived";

  /** Also {@code as-observed}, or {@code starlink}: that with the rule for detours. */
  @Param("highest")
  private String strategy = "highest";

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private Planner planner;

  private long firstSlot;
  private int step;
  private @Nullable SlotPlan previous;

  /** Writes and reads the scenario; not measured. */
  @Setup(Level.Trial)
  public void load() throws IOException {
    Network network = Scenarios.many(terminals, lasers.equals("derived"), strategy);
    planner = new Planner(network);
    firstSlot = network.slots().atOrAfter(network.startNs()).index();
  }

  /** The next slot, from the plan of the one before. */
  @Benchmark
  public SlotPlan plan() {
    SlotPlan plan = planner.plan(planner.network().slots().of(firstSlot + step), previous);
    step = (step + 1) % SLOTS;
    previous = step == 0 ? null : plan;
    return plan;
  }
}
