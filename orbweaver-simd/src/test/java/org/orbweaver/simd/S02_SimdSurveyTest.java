package org.orbweaver.simd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.forwarding.Survey;
import org.orbweaver.core.forwarding.SurveyKernel;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.time.Utc;

/** Surveys on vectors are those in plain Java, to the bit; the build runs this at three widths. */
class S02_SimdSurveyTest {
  private static final long T = Utc.parseNs("2026-05-21T00:00:00Z");

  private static Survey.World world(int terminals, long seed) {
    Random random = new Random(seed);
    int planes = 20 + random.nextInt(20);
    int perPlane = 15 + random.nextInt(20);
    WalkerShell shell =
        new WalkerShell(
            "A",
            WalkerShell.meanMotionRadPerS(random.nextDouble(400e3, 1_200e3), 1),
            random.nextDouble(0.7, 1.6),
            planes,
            perPlane,
            random.nextInt(10),
            WalkerShell.DELTA_SPREAD_RAD,
            0,
            0,
            T);
    List<int[]> rows = new ArrayList<>();
    for (int p = 0; p < planes; p++) {
      int first = p * perPlane;
      rows.add(IntStream.range(first, first + perPlane).toArray());
    }
    SiteTable gateways = sites(random, 1 + random.nextInt(40));
    SiteTable sites = terminals(random, terminals);
    int ends = 1 + random.nextInt(20);
    int[][] behind = new int[gateways.size()][ends];
    for (int[] row : behind) {
      Arrays.setAll(row, end -> random.nextInt(50_000_000));
    }
    return new Survey.World(
        Ephemeris.of(shell.elements()),
        new SweepOrder(planes * perPlane, List.of(rows)),
        List.of(new PlusGrid(0, planes, perPlane, 0, true, shell.phasing(), 5_400e3, 80e3)),
        gateways,
        limits(gateways, random),
        ends,
        behind,
        sites,
        limits(sites, random),
        IntStream.range(0, sites.size()).map(t -> random.nextInt(-1, ends)).toArray());
  }

  private static LinkLimits limits(SiteTable sites, Random random) {
    double[] maskRad = new double[sites.size()];
    Arrays.setAll(maskRad, site -> Math.toRadians(random.nextDouble(5, 30)));
    return new LinkLimits(maskRad, random.nextBoolean() ? Double.POSITIVE_INFINITY : 2_000e3, 0);
  }

  private static SiteTable sites(Random random, int count) {
    return new SiteTable(
        IntStream.range(0, count).mapToObj(i -> "s" + i).toList(),
        IntStream.range(0, count)
            .mapToObj(i ->
                GeodeticPoint.ofDegrees(
                    Math.toDegrees(Math.asin(random.nextDouble(-1, 1))),
                    random.nextDouble(-180, 180),
                    0))
            .toList());
  }

  /** Every other one anywhere, the rest in a country as dense as a million on the Earth. */
  private static SiteTable terminals(Random random, int count) {
    return new SiteTable(
        IntStream.range(0, count).mapToObj(i -> "t" + i).toList(),
        IntStream.range(0, count)
            .mapToObj(i ->
                i % 2 == 0
                    ? GeodeticPoint.ofDegrees(
                        Math.toDegrees(Math.asin(random.nextDouble(-1, 1))),
                        random.nextDouble(-180, 180),
                        0)
                    : GeodeticPoint.ofDegrees(
                        random.nextDouble(40, 42), random.nextDouble(10, 13), 0))
            .toList());
  }

  @Test
  void a01_theKernelIsFound() {
    assertThat(SurveyKernel.best()).isInstanceOf(SimdSurveyKernel.class);
  }

  @Test
  void b01_waysAreThoseOfThePlainKernel() {
    for (long seed = 0; seed < 12; seed++) {
      Survey.World world = world(1_500, seed);
      Survey plain = new Survey(world, TreeKernel.plain(), SurveyKernel.plain(), false);
      Survey simd = new Survey(world, TreeKernel.best(), SurveyKernel.best(), false);
      for (int moment = 0; moment < 4; moment++) {
        plain.moveTo(T + moment * 1_000L * Utc.NS_PER_S);
        simd.moveTo(T + moment * 1_000L * Utc.NS_PER_S);
        assertSame(world, plain, simd);
      }
    }
  }

  private static void assertSame(Survey.World world, Survey plain, Survey simd) {
    int served = 0;
    for (int t = 0; t < world.terminals().size(); t++) {
      assertThat(simd.ticks(t)).isEqualTo(plain.ticks(t));
      assertThat(simd.satellite(t)).isEqualTo(plain.satellite(t));
      served += plain.ticks(t) < Ticks.UNREACHABLE ? 1 : 0;
    }
    assertThat(served).isPositive();
  }

  @Test
  void b02_andStillAreWhenCompiled_andThenAllocateLittleOnAllThreads() {
    Survey.World world = world(1_500, 3);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (boolean parallel : new boolean[] {false, true}) {
      Survey plain = new Survey(world, TreeKernel.plain(), SurveyKernel.plain(), false);
      Survey simd = new Survey(world, TreeKernel.best(), SurveyKernel.best(), parallel);
      long[] bytes = new long[99];
      long median = Long.MAX_VALUE;
      for (int step = 0; step < 10_000 && median > 64 * 1024; step++) {
        long before = threads.getTotalThreadAllocatedBytes();
        simd.moveTo(T + step * Utc.NS_PER_S);
        bytes[step % bytes.length] = threads.getTotalThreadAllocatedBytes() - before;
        if (step % bytes.length == bytes.length - 1) {
          plain.moveTo(T + step * Utc.NS_PER_S);
          assertSame(world, plain, simd);
          Arrays.sort(bytes);
          median = bytes[bytes.length / 2];
        }
      }
      assertThat(median).isLessThan(64 * 1024);
    }
  }
}
