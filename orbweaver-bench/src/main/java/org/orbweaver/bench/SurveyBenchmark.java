package org.orbweaver.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
import org.orbweaver.core.forwarding.Survey;
import org.orbweaver.core.forwarding.SurveyKernel;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.time.Utc;

/**
 * One step of a {@link Survey} after another, a second apart: positions, lengths of lasers, ranges
 * to 150 gateways, their delay trees, and the shortest way of every terminal to any gateway, {@link
 * FiveShells all} satellites. Terminals are scattered evenly between 60 degrees south and north
 * (seed 1), 25 degrees of elevation. Goals: medians of at most 1.5 ms for 10,000 terminals and 10
 * ms for a million.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"})
public class SurveyBenchmark {
  private static final int GATEWAYS = 150;

  /** An hour, then from the start again. */
  private static final int STEPS = 3_600;

  @Param({"10000", "1000000"})
  private int terminals = 10_000;

  @Param({"plain", "simd"})
  private String kernel = "simd";

  @Param({"1", "2"})
  private int threads = 1;

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private Survey survey;

  private int step;

  /** Makes the survey. */
  @Setup(Level.Trial)
  public void load() {
    FiveShells shells = FiveShells.all();
    SiteTable gateways = FiveShells.firstOf(Scenarios.generated().gateways(), GATEWAYS);
    SiteTable sites = scattered(terminals);
    boolean simd = kernel.equals("simd");
    if (simd && TreeKernel.best() == TreeKernel.plain()) {
      throw new IllegalStateException("no kernel on vectors is found");
    }
    survey =
        new Survey(
            new Survey.World(
                Ephemeris.of(shells.elements()),
                shells.order(),
                shells.grids(),
                gateways,
                limits(gateways),
                1,
                new int[GATEWAYS][1],
                sites,
                limits(sites),
                new int[terminals]),
            simd ? TreeKernel.best() : TreeKernel.plain(),
            simd ? SurveyKernel.best() : SurveyKernel.plain(),
            threads > 1);
  }

  private static LinkLimits limits(SiteTable sites) {
    double[] maskRad = new double[sites.size()];
    Arrays.fill(maskRad, Math.toRadians(25));
    return new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0);
  }

  private static SiteTable scattered(int count) {
    Random random = new Random(1);
    double highest = Math.sin(Math.toRadians(60));
    List<String> names = new ArrayList<>(count);
    List<GeodeticPoint> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add("t" + i);
      points.add(
          new GeodeticPoint(
              Math.asin(random.nextDouble(-highest, highest)),
              random.nextDouble(-Math.PI, Math.PI),
              0));
    }
    return new SiteTable(names, points);
  }

  /** The next second. */
  @Benchmark
  public int step() {
    step = (step + 1) % STEPS;
    survey.moveTo(FiveShells.EPOCH_NS + step * Utc.NS_PER_S);
    return survey.ticks(0);
  }
}
