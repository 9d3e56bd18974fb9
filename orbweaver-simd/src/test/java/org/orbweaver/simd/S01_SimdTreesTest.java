package org.orbweaver.simd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.SourceOrder;
import org.orbweaver.core.graph.SweepLinks;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.TreeHops;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.graph.TreeSources;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LaserPattern;
import org.orbweaver.core.orbit.Snapshot;

/** Trees on vectors are those in plain Java, whatever the width; the build runs this at three. */
class S01_SimdTreesTest {
  /** A mesh of planes and slots by seed, with gaps, odd links, and sources. */
  private record Mesh(SweepOrder order, SweepLinks links, TreeSources sources) {
    static Mesh of(long seed, int largest) {
      Random random = new Random(seed);
      int planes = 1 + random.nextInt(largest);
      int perPlane = 1 + random.nextInt(largest);
      int shift = random.nextInt(perPlane);
      int size = planes * perPlane;
      double present = random.nextBoolean() ? 1 : random.nextDouble(0.6, 1);
      List<int[]> rows = new ArrayList<>();
      List<int[]> pairs = new ArrayList<>();
      for (int p = 0; p < planes; p++) {
        int[] row = new int[perPlane];
        for (int s = 0; s < perPlane; s++) {
          row[s] = p * perPlane + s;
          pairs.add(new int[] {row[s], p * perPlane + (s + 1) % perPlane});
          pairs.add(new int[] {row[s], (p + 1) % planes * perPlane + (s + shift) % perPlane});
        }
        rows.add(row);
      }
      pairs.removeIf(pair -> random.nextDouble() > present);
      for (int odd = random.nextInt(4); odd > 0; odd--) {
        pairs.add(new int[] {random.nextInt(size), random.nextInt(size)});
      }
      SweepOrder order = new SweepOrder(size, List.of(rows));
      return new Mesh(order, links(order, random, size, pairs), sources(random, size));
    }

    private static SweepLinks links(SweepOrder order, Random random, int size, List<int[]> pairs) {
      double[][] p = new double[3][size];
      for (int s = 0; s < size; s++) {
        for (double[] axis : p) {
          axis[s] = 7e6 * random.nextGaussian();
        }
      }
      LaserPattern pattern =
          new LaserPattern() {
            @Override
            public void forEachLink(PairConsumer consumer) {
              pairs.stream()
                  .filter(pair -> pair[0] != pair[1])
                  .map(pair -> List.of(Math.min(pair[0], pair[1]), Math.max(pair[0], pair[1])))
                  .distinct()
                  .forEach(pair -> consumer.accept(pair.getFirst(), pair.getLast()));
            }

            @Override
            public double maxRangeM() {
              return Double.POSITIVE_INFINITY;
            }

            @Override
            public double minAltitudeM() {
              return Double.NEGATIVE_INFINITY;
            }
          };
      return SweepLinks.of(
          order, LaserLinks.of(new Snapshot(0, p[0], p[1], p[2]), List.of(pattern)));
    }

    private static TreeSources sources(Random random, int size) {
      TreeSources sources = new TreeSources();
      for (int source = random.nextInt(60); source >= 0; source--) {
        for (int k = random.nextInt(5); k > 0; k--) {
          sources.add(random.nextInt(size), 1 + random.nextInt(20_000_000));
        }
        sources.close();
      }
      return sources;
    }

    DelayTrees grown(TreeKernel kernel) {
      return new DelayTrees(kernel, order, SourceOrder.asNumbered(sources.size()))
          .grow(links, sources);
    }
  }

  @Test
  void a01_theKernelIsFound() {
    assertThat(TreeKernel.best()).isInstanceOf(SimdTreeKernel.class);
    assertThat(TreeKernel.best().lanes(1)).isIn(4, 8, 16);
  }

  @Test
  void b01_treesAreThoseOfThePlainKernel() {
    for (long seed = 0; seed < 150; seed++) {
      assertSame(Mesh.of(seed, seed < 100 ? 12 : 40), "seed " + seed);
    }
  }

  private static void assertSame(Mesh mesh, String as) {
    DelayTrees plain = mesh.grown(TreeKernel.plain());
    DelayTrees simd = mesh.grown(new SimdTreeKernel());
    TreeHops plainHops = new TreeHops(plain).find();
    TreeHops simdHops = new TreeHops(simd).find();
    for (int source = 0; source < mesh.sources().size(); source++) {
      for (int s = 0; s < mesh.order().places(); s++) {
        assertThat(simd.ticks(source, s)).as(as).isEqualTo(plain.ticks(source, s));
        assertThat(simdHops.next(source, s)).as(as).isEqualTo(plainHops.next(source, s));
        assertThat(simd.next(source, s)).as(as).isEqualTo(plainHops.next(source, s));
      }
      for (int from = 0; from < mesh.sources().size(); from++) {
        assertThat(simdHops.ticksBetween(from, source))
            .as(as)
            .isEqualTo(plainHops.ticksBetween(from, source));
        assertThat(simdHops.firstBetween(from, source))
            .as(as)
            .isEqualTo(plainHops.firstBetween(from, source));
      }
    }
  }

  /** So often that the compiler has had its turn, and that a kernel it spoilt has been given up. */
  @Test
  void b02_andStillAreWhenCompiled_andThenAllocateNothing() {
    Mesh mesh = Mesh.of(1, 40);
    DelayTrees simd = mesh.grown(new SimdTreeKernel());
    TreeHops hops = new TreeHops(simd);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20_000 && least > 1_000; round++) {
      if (round % 500 == 0) System.out.println(round + " " + least);
      long before = threads.getCurrentThreadAllocatedBytes();
      simd.grow(mesh.links(), mesh.sources());
      hops.find();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThanOrEqualTo(1_000);
    assertSame(mesh, "compiled");
  }

  @Test
  void c01_aKernelThatKeepsAllocatingIsGivenUp_butNotForAFewBadRuns() {
    AllocationGate gate = new AllocationGate(1_024);
    for (int run = 0; run < 10_000; run++) {
      gate.note(run < 5_000 || run % 100 == 0 ? 1_000_000 : 0);
    }
    assertThat(gate.isOpen()).isTrue();
    for (int run = 0; run < 300; run++) {
      gate.note(1_000_000);
    }
    assertThat(gate.isOpen()).isFalse();
  }
}
