package org.orbweaver.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.orbweaver.core.Planner;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;

/**
 * One step of {@code path shell-1 --all-pairs --instant}: positions, links and the shortest path of
 * each pair of 100 cities, every node named on it; reading and writing excluded. Goal: a median of
 * at most 100 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class InstantPathBenchmark {
  private static final long STEP_NS = 1_000_000_000L;

  private final Planner planner = new Planner(Scenarios.shipped("shell-1"));
  private long timeNs = planner.network().startNs();

  /** All ordered pairs at the next second. */
  @Benchmark
  public void allPairs(Blackhole blackhole) {
    InstantRoutes routes = planner.instantRoutes(timeNs);
    int cities = planner.network().terminals().size();
    for (int a = 0; a < cities; a++) {
      for (int b = 0; b < cities; b++) {
        if (a != b) {
          blackhole.consume(
              routes.path(new Node(Node.Kind.TERMINAL, a), new Node(Node.Kind.TERMINAL, b)));
        }
      }
    }
    timeNs += STEP_NS;
  }
}
