package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes next on every way at once, against asking for each. */
class D06_TreeHopsTest {
  @Test
  void a01_nextSatellitesAreThoseThatTreesNameOneByOne() {
    for (long seed = 0; seed < 400; seed++) {
      Mesh mesh = Mesh.of(seed);
      SweepOrder order = mesh.order();
      DelayTrees trees =
          new DelayTrees(TreeKernel.plain(), order, SourceOrder.asNumbered(mesh.sources().size()));
      TreeHops hops = new TreeHops(trees);
      trees.grow(mesh.links(order), mesh.sources());
      hops.find();
      for (int source = 0; source < mesh.sources().size(); source++) {
        int[] tree = mesh.dijkstra(source);
        for (int s = 0; s < mesh.satellites(); s++) {
          assertThat(hops.next(source, s))
              .as("seed %d", seed)
              .isEqualTo(mesh.next(source, s, tree));
        }
        assertSameBetween(mesh, hops, source, tree, "seed " + seed);
      }
    }
  }

  private static void assertSameBetween(Mesh mesh, TreeHops hops, int to, int[] tree, String as) {
    TreeSources sources = mesh.sources();
    for (int from = 0; from < sources.size(); from++) {
      int least = Ticks.UNREACHABLE;
      int over = DelayTrees.UNREACHED;
      for (int k = sources.first(from); k < sources.end(from) && from != to; k++) {
        int way = tree[sources.satellite(k)] + sources.ticks(k);
        over = way < least ? sources.satellite(k) : over;
        least = Math.min(least, way);
      }
      assertThat(hops.ticksBetween(from, to)).as(as).isEqualTo(from == to ? 0 : least);
      assertThat(hops.firstBetween(from, to)).as(as).isEqualTo(over);
    }
  }

  @Test
  void b01_treesToEndsBehindTheirSourcesHaveNone() {
    SweepOrder order = new SweepOrder(1, List.of());
    DelayTrees behind = DelayTrees.behind(TreeKernel.plain(), order, 1, new int[][] {{1}});
    assertThatThrownBy(() -> new TreeHops(behind)).isInstanceOf(IllegalArgumentException.class);
  }
}
