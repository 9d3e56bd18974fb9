package org.orbweaver.bench;

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
import org.orbweaver.core.time.Slot;

/**
 * One slot's plan after another, as the live network makes them: 10,359 real satellites (or 10,352
 * generated ones), 214 gateways, 1,000 terminals, bent pipe, one thread. Goal: a median of at most
 * 250 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SlotPlanBenchmark {
  /** An hour, then from the start again: element sets should not grow old while we measure. */
  private static final int SLOTS = 240;

  @Param({"real", "generated"})
  private String elements = "real";

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private Planner planner;

  private long firstSlot;
  private int step;
  private @Nullable SlotPlan previous;

  /** Reads the scenario; not measured. */
  @Setup(Level.Trial)
  public void load() {
    Network network = elements.equals("real") ? Scenarios.real() : Scenarios.generated();
    planner = new Planner(network);
    firstSlot = network.slots().atOrAfter(network.startNs()).index();
  }

  /** The next slot, from the plan of the one before. */
  @Benchmark
  public SlotPlan plan() {
    Slot slot = planner.network().slots().of(firstSlot + step);
    SlotPlan plan = planner.plan(slot, previous);
    step = (step + 1) % SLOTS;
    previous = step == 0 ? null : plan;
    return plan;
  }
}
