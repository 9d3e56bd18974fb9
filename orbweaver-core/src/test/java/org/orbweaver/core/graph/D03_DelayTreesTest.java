package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Delay trees, from one satellite to any mesh: always those of Dijkstra's algorithm. */
class D03_DelayTreesTest {
  private static final SweepOrder RING =
      new SweepOrder(5, List.of(List.of(new int[] {0, 1, 2, 3})));

  private static SweepLinks ring() {
    SweepLinks links = new SweepLinks(RING, new int[] {0, 1, 2, 0}, new int[] {1, 2, 3, 3});
    links.setLength(0, 10);
    links.setLength(1, 20);
    links.setLength(2, 30);
    links.setLength(3, 40);
    return links;
  }

  private static DelayTrees trees(SweepOrder order, int sources) {
    return new DelayTrees(TreeKernel.plain(), order, SourceOrder.asNumbered(sources));
  }

  @Test
  void a01_aSatelliteThatSeesTheSourceLandsThere() {
    TreeSources sources = new TreeSources();
    sources.add(1, 5);
    sources.close();
    DelayTrees trees = trees(RING, 1).grow(ring(), sources);
    assertThat(trees.ticks(0, 1)).isEqualTo(5);
    assertThat(trees.next(0, 1)).isEqualTo(DelayTrees.LANDS_HERE);
    assertThat(trees.exit(0, 1)).isEqualTo(1);
  }

  @Test
  void a02_theOthersGoTheShorterWayRound() {
    TreeSources sources = new TreeSources();
    sources.add(1, 5);
    sources.close();
    DelayTrees trees = trees(RING, 1).grow(ring(), sources);
    assertThat(IntStream.range(0, 4).map(s -> trees.ticks(0, s))).containsExactly(15, 5, 25, 55);
    assertThat(IntStream.range(0, 4).map(s -> trees.next(0, s))).containsExactly(1, -1, 1, 0);
    assertThat(trees.exit(0, 3)).isEqualTo(1);
  }

  @Test
  void a03_aSatelliteWithoutLinksIsNotReached() {
    TreeSources sources = new TreeSources();
    sources.add(1, 5);
    sources.close();
    DelayTrees trees = trees(RING, 1).grow(ring(), sources);
    assertThat(trees.isReached(0, 4)).isFalse();
    assertThat(trees.next(0, 4)).isEqualTo(DelayTrees.UNREACHED);
    assertThat(trees.exit(0, 4)).isEqualTo(DelayTrees.UNREACHED);
    assertThat(trees.delayFs(0, 4)).isEqualTo(Delay.UNREACHABLE_FS);
  }

  @Test
  void a04_aSourceThatSeesNothingIsReachedByNone_oneThatSeesSeveralByTheNearest() {
    TreeSources sources = new TreeSources();
    sources.close();
    sources.add(0, 100);
    sources.add(2, 60);
    sources.add(4, 7);
    sources.close();
    DelayTrees trees = trees(RING, 2).grow(ring(), sources);
    assertThat(IntStream.range(0, 5).filter(s -> trees.isReached(0, s))).isEmpty();
    assertThat(IntStream.range(0, 5).map(s -> trees.ticks(1, s)))
        .containsExactly(90, 80, 60, 90, 7);
  }

  @Test
  void a05_ofEqualWaysTheSmallerIndexIsNext_andLandingComesFirst() {
    SweepLinks links = new SweepLinks(RING, new int[] {0, 1, 2, 0}, new int[] {1, 2, 3, 3});
    for (int pair = 0; pair < 4; pair++) {
      links.setLength(pair, 10);
    }
    TreeSources sources = new TreeSources();
    sources.add(0, 5);
    sources.add(1, 15);
    sources.close();
    DelayTrees trees = trees(RING, 1).grow(links, sources);
    assertThat(trees.next(0, 2)).isEqualTo(1);
    assertThat(trees.next(0, 1)).isEqualTo(DelayTrees.LANDS_HERE);
  }

  @Test
  void a06_theStorageIsForOneOrderAndNumberOfSources() {
    TreeSources none = new TreeSources();
    assertThatThrownBy(() -> trees(RING, 1).grow(ring(), none))
        .isInstanceOf(IllegalArgumentException.class);
    SweepOrder other = new SweepOrder(5, List.of());
    assertThatThrownBy(() -> trees(other, 0).grow(ring(), none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void b01_onAnyMeshTheyAreThoseOfDijkstra() {
    long seeds = Boolean.getBoolean("orbweaver.full") ? 5_000 : 500;
    for (long seed = 0; seed < seeds; seed++) {
      Mesh mesh = Mesh.of(seed);
      SweepOrder order = mesh.order();
      SweepLinks links = mesh.links(order);
      DelayTrees trees = trees(order, mesh.sources().size());
      // Twice, in the same storage.
      trees.grow(links, mesh.sources()).grow(links, mesh.sources());
      mesh.assertSame(trees, "seed " + seed);
    }
  }

  @Test
  void c01_anEndBehindTheSourcesIsAsFarAsOverTheBestOfThem() {
    TreeSources sources = new TreeSources();
    sources.add(0, 5);
    sources.close();
    sources.add(2, 5);
    sources.close();
    DelayTrees trees =
        DelayTrees.behind(TreeKernel.plain(), RING, 2, new int[][] {{100, 7}, {3, 7}})
            .grow(ring(), sources);
    assertThat(IntStream.range(0, 5).map(s -> trees.ticks(0, s)))
        .containsExactly(38, 28, 8, 38, Ticks.UNREACHABLE);
    assertThat(trees.landing(0, 2)).isEqualTo(1);
    assertThat(trees.landing(0, 0)).isEqualTo(-1);
    assertThat(trees.exit(0, 0)).isEqualTo(2);
    assertThat(trees.landing(1, 0)).isEqualTo(0);
    assertThat(trees.landing(0, 4)).isEqualTo(-1);
  }

  @Test
  void c02_onAnyMesh() {
    for (long seed = 0; seed < 200; seed++) {
      Mesh mesh = Mesh.of(seed);
      Random random = new Random(seed);
      SweepOrder order = mesh.order();
      int ends = random.nextInt(40);
      int[][] behind = new int[mesh.sources().size()][ends];
      for (int[] row : behind) {
        Arrays.setAll(row, end -> random.nextInt(1_000_000));
      }
      DelayTrees trees =
          DelayTrees.behind(TreeKernel.plain(), order, ends, behind)
              .grow(mesh.links(order), mesh.sources());
      DelayTrees both =
          DelayTrees.toAndBehind(
                  TreeKernel.plain(), order, SourceOrder.asNumbered(behind.length), ends, behind)
              .grow(mesh.links(order), mesh.sources());
      mesh.assertSame(both, "seed " + seed);
      int[][] least = new int[ends][mesh.satellites()];
      for (int[] row : least) {
        Arrays.fill(row, Ticks.UNREACHABLE);
      }
      for (int source = 0; source < behind.length; source++) {
        int[] tree = mesh.dijkstra(source);
        for (int end = 0; end < ends; end++) {
          for (int s = 0; s < tree.length; s++) {
            least[end][s] = Math.min(least[end][s], tree[s] + behind[source][end]);
          }
        }
      }
      for (int end = 0; end < ends; end++) {
        for (int s = 0; s < mesh.satellites(); s++) {
          assertThat(trees.ticks(end, s)).isEqualTo(least[end][s]);
          assertThat(both.ticks(behind.length + end, s)).isEqualTo(least[end][s]);
          assertThat(both.landing(behind.length + end, s)).isEqualTo(trees.landing(end, s));
          int exit = trees.exit(end, s);
          assertThat(exit >= 0).isEqualTo(trees.isReached(end, s));
          assertThat(exit < 0 || trees.landing(end, exit) >= 0).isTrue();
        }
      }
    }
  }
}
