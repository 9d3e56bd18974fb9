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
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.ShortestPaths;
import org.orbweaver.core.graph.SourceOrder;
import org.orbweaver.core.graph.SweepLinks;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.graph.TreeSources;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.time.Utc;

/**
 * The shortest ways from {@link FiveShells all} satellites to 150 gateways (25 degrees of
 * elevation) at one moment after another; links and ranges are measured before. Goals: medians of
 * at most 5 ms plain and 1.5 ms on vectors, one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"})
public class DelayTreesBenchmark {
  private static final int GATEWAYS = 150;

  /** Moments, 97 s apart: more than an orbit. */
  private static final int MOMENTS = 64;

  private final SweepLinks[] links = new SweepLinks[MOMENTS];
  private final LaserLinks[] lasers = new LaserLinks[MOMENTS];
  private final TreeSources[] sources = new TreeSources[MOMENTS];
  private int moment;

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private SweepOrder order;

  @SuppressWarnings("NullAway.Init")
  private SiteTable gateways;

  /** Measures links and ranges at all moments. */
  @Setup(Level.Trial)
  public void load() {
    FiveShells shells = FiveShells.all();
    Ephemeris ephemeris = Ephemeris.of(shells.elements());
    order = shells.order();
    gateways = FiveShells.firstOf(Scenarios.generated().gateways(), GATEWAYS);
    double[] maskRad = new double[GATEWAYS];
    Arrays.fill(maskRad, Math.toRadians(25));
    LinkLimits limits = new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0);
    for (int k = 0; k < MOMENTS; k++) {
      Snapshot snapshot = ephemeris.at(FiveShells.EPOCH_NS + k * 97 * Utc.NS_PER_S);
      lasers[k] = LaserLinks.of(snapshot, shells.grids());
      links[k] = SweepLinks.of(order, lasers[k]);
      sources[k] = TreeSources.of(InView.of(snapshot, new SkyIndex(snapshot), gateways, limits));
    }
  }

  /** Storage that is used again from moment to moment. */
  @State(Scope.Benchmark)
  public static class Storage {
    @Param({"plain", "simd"})
    private String kernel = "plain";

    // Set by allot().
    @SuppressWarnings("NullAway.Init")
    private DelayTrees trees;

    /** Makes the trees' storage. */
    @Setup(Level.Trial)
    public void allot(DelayTreesBenchmark world) {
      TreeKernel chosen = kernel.equals("simd") ? TreeKernel.best() : TreeKernel.plain();
      if (kernel.equals("simd") && chosen == TreeKernel.plain()) {
        throw new IllegalStateException("no kernel on vectors is found");
      }
      trees = new DelayTrees(chosen, world.order, SourceOrder.byPlace(world.gateways));
    }
  }

  /** All trees at the next moment. */
  @Benchmark
  public DelayTrees sweep(Storage storage) {
    moment = (moment + 1) % MOMENTS;
    return storage.trees.grow(links[moment], sources[moment]);
  }

  /** The obvious twin: Dijkstra's algorithm, gateway after gateway. */
  @Benchmark
  public long oneAfterAnother() {
    moment = (moment + 1) % MOMENTS;
    ShortestPaths paths = new ShortestPaths(GatewayReach.graphOf(lasers[moment]));
    long sum = 0;
    for (int g = 0; g < GATEWAYS; g++) {
      paths.clear();
      for (int k = sources[moment].first(g); k < sources[moment].end(g); k++) {
        paths.source(sources[moment].satellite(k), sources[moment].ticks(k));
      }
      sum += paths.run().delayFs(0);
    }
    return sum;
  }
}
