package org.orbweaver.bench;

import java.util.Arrays;
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
import org.orbweaver.core.forwarding.HopTables;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.time.Utc;

/**
 * One step of {@link HopTables} after another, a second apart: shell 1 of most studies, +Grid, 100
 * cities, 25 degrees of elevation. Positions, lengths of lasers, ranges, and the shortest delay and
 * next hop of every satellite and city toward every city. Goal: a median of at most 0.35 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"})
public class HopTablesBenchmark {
  private static final int CITIES = 100;

  /** An hour, then from the start again. */
  private static final int STEPS = 3_600;

  @Param({"plain", "simd"})
  private String kernel = "simd";

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private HopTables tables;

  private int step;

  /** Makes the tables. */
  @Setup(Level.Trial)
  public void load() {
    TreeKernel chosen = kernel.equals("simd") ? TreeKernel.best() : TreeKernel.plain();
    if (kernel.equals("simd") && chosen == TreeKernel.plain()) {
      throw new IllegalStateException("no kernel on vectors is found");
    }
    FiveShells shell = FiveShells.first();
    SiteTable cities = FiveShells.firstOf(Scenarios.shipped("shell-1").terminals(), CITIES);
    double[] maskRad = new double[CITIES];
    Arrays.fill(maskRad, Math.toRadians(25));
    tables =
        new HopTables(
            Ephemeris.of(shell.elements()),
            shell.order(),
            shell.grids(),
            cities,
            new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0),
            chosen);
  }

  /** The next second. */
  @Benchmark
  public int step() {
    step = (step + 1) % STEPS;
    tables.moveTo(FiveShells.EPOCH_NS + step * Utc.NS_PER_S);
    return tables.next(0, 0);
  }
}
