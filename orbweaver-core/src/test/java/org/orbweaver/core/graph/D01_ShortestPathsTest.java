package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Shortest delays, ties and unreachable nodes. */
class D01_ShortestPathsTest {
  @Test
  void a01_aChain() {
    DelayGraph graph = new DelayGraph.Builder(3).bothWays(0, 1, 10).bothWays(1, 2, 5).build();
    assertThat(path(new ShortestPaths(graph).source(0, 0).run(), 2)).isEqualTo("0>1>2 in 15");
  }

  @Test
  void a02_aShortcutWins() {
    DelayGraph graph =
        new DelayGraph.Builder(3).bothWays(0, 1, 10).bothWays(1, 2, 5).bothWays(0, 2, 14).build();
    assertThat(path(new ShortestPaths(graph).source(0, 0).run(), 2)).isEqualTo("0>2 in 14");
  }

  @Test
  void a03_ofEqualPathsTheSmallerPredecessor() {
    DelayGraph graph =
        new DelayGraph.Builder(4)
            .bothWays(0, 2, 5)
            .bothWays(0, 1, 7)
            .bothWays(2, 3, 5)
            .bothWays(1, 3, 3)
            .build();
    assertThat(path(new ShortestPaths(graph).source(0, 0).run(), 3)).isEqualTo("0>1>3 in 10");
  }

  @Test
  void a04_oneWayLinksAreOneWay() {
    DelayGraph graph = new DelayGraph.Builder(2).oneWay(0, 1, 1).build();
    assertThat(new ShortestPaths(graph).source(1, 0).run().isReached(0)).isFalse();
  }

  @Test
  void a05_linksOfNoLengthMakeNoLoop() {
    DelayGraph graph =
        new DelayGraph.Builder(4)
            .bothWays(0, 3, 2)
            .bothWays(3, 1, 0)
            .bothWays(1, 2, 0)
            .bothWays(2, 3, 0)
            .build();
    ShortestPaths paths = new ShortestPaths(graph).source(0, 0).run();
    for (int node = 0; node < 4; node++) {
      assertThat(path(paths, node)).startsWith("0");
    }
  }

  @Test
  void a06_severalSourcesWithAHeadStart() {
    DelayGraph graph = new DelayGraph.Builder(3).bothWays(0, 1, 10).bothWays(1, 2, 10).build();
    ShortestPaths paths = new ShortestPaths(graph).source(0, 0).source(2, 5).run();
    assertThat(path(paths, 1)).isEqualTo("0>1 in 10");
    assertThat(path(paths.clear().source(0, 8).source(2, 5).run(), 1)).isEqualTo("2>1 in 15");
  }

  @Test
  void a07_againstBellmanAndFord() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int nodes = 2 + random.nextInt(40);
      int links = random.nextInt(4 * nodes);
      int[][] ends = new int[links][];
      var builder = new DelayGraph.Builder(nodes);
      for (int k = 0; k < links; k++) {
        ends[k] = new int[] {random.nextInt(nodes), random.nextInt(nodes), 1 + random.nextInt(6)};
        builder.oneWay(ends[k][0], ends[k][1], ends[k][2]);
      }
      ShortestPaths paths = new ShortestPaths(builder.build()).source(0, 0).run();
      long[] expected = bellmanFord(nodes, ends);
      for (int node = 0; node < nodes; node++) {
        assertThat(paths.delayFs(node)).as("seed %d node %d", seed, node).isEqualTo(expected[node]);
        assertThat(paths.predecessor(node)).isEqualTo(smallestPredecessor(ends, expected, node));
      }
    }
  }

  private static long[] bellmanFord(int nodes, int[][] links) {
    long[] delay = new long[nodes];
    Arrays.fill(delay, Delay.UNREACHABLE_FS);
    delay[0] = 0;
    for (int round = 0; round < nodes; round++) {
      for (int[] link : links) {
        if (delay[link[0]] < Delay.UNREACHABLE_FS) {
          delay[link[1]] = Math.min(delay[link[1]], delay[link[0]] + link[2]);
        }
      }
    }
    return delay;
  }

  private static int smallestPredecessor(int[][] links, long[] delay, int node) {
    int smallest = -1;
    for (int[] link : links) {
      boolean onShortest =
          node != 0
              && link[1] == node
              && delay[link[0]] < Delay.UNREACHABLE_FS
              && delay[link[0]] + link[2] == delay[node];
      if (onShortest && (smallest < 0 || link[0] < smallest)) {
        smallest = link[0];
      }
    }
    return smallest;
  }

  private static String path(ShortestPaths paths, int node) {
    StringBuilder text = new StringBuilder();
    int steps = 0;
    for (int n = node; n >= 0; n = paths.predecessor(n)) {
      text.insert(0, text.isEmpty() ? "" + n : n + ">");
      assertThat(steps++).as("a loop").isLessThan(100);
    }
    return text + " in " + paths.delayFs(node);
  }
}
