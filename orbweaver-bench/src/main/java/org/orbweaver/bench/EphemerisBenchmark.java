package org.orbweaver.bench;

import java.util.concurrent.TimeUnit;
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
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.time.Utc;

/**
 * Earth-fixed positions of all satellites at a new instant, one thread: 10,359 real objects, or
 * 10,048 generated ones in five shells (72×22, 72×22, 36×20, 28×120, 28×100). Goal: a median of at
 * most 0.3 ms, and nothing allocated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class EphemerisBenchmark {
  /** A day, then from the start again. */
  private static final int STEPS = 86_400;

  @Param({"real", "generated"})
  private String elements = "real";

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private Ephemeris ephemeris;

  private double[] xM = {};
  private double[] yM = {};
  private double[] zM = {};
  private int step;

  /** Prepares the propagation; not measured. */
  @Setup(Level.Trial)
  public void load() {
    ephemeris =
        elements.equals("real")
            ? Scenarios.real().ephemeris()
            : Ephemeris.of(FiveShells.all().elements());
    xM = new double[ephemeris.size()];
    yM = new double[ephemeris.size()];
    zM = new double[ephemeris.size()];
  }

  /** Into arrays that are used again. */
  @Benchmark
  public double[] positions() {
    ephemeris.positions(nextNs(), xM, yM, zM);
    return xM;
  }

  /** The same loops with registers that hold one number. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:MaxVectorSize=8"})
  public double[] positionsWithoutVectors() {
    return positions();
  }

  /** Into a snapshot of its own, as the planner takes it. */
  @Benchmark
  public Snapshot snapshot() {
    return ephemeris.at(nextNs());
  }

  private long nextNs() {
    step = (step + 1) % STEPS;
    return FiveShells.EPOCH_NS + step * Utc.NS_PER_S;
  }
}
