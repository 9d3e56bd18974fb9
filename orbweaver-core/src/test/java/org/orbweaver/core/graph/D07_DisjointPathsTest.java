package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.graph.DisjointPaths.Apart;

/** Paths with nothing in common. Links are written as two nodes and a delay. */
class D07_DisjointPathsTest {
  private static DelayGraph graph(int nodes, int[]... links) {
    DelayGraph.Builder builder = new DelayGraph.Builder(nodes);
    for (int[] link : links) {
      builder.bothWays(link[0], link[1], link[2]);
    }
    return builder.build();
  }

  private static String paths(DelayGraph graph, Apart apart, int from, int to, int most) {
    DisjointPaths paths = new DisjointPaths(graph, apart, graph.nodes() / 2);
    List<String> shown = new ArrayList<>();
    for (int[] path : paths.between(from, to, most)) {
      shown.add(Arrays.toString(path) + " " + paths.delayFs(path));
    }
    return String.join(", ", shown);
  }

  @Test
  void a01_oneIsTheShortest() {
    DelayGraph graph = graph(3, new int[] {0, 1, 5}, new int[] {1, 2, 5}, new int[] {0, 2, 11});
    assertThat(paths(graph, Apart.NODES, 0, 2, 1)).isEqualTo("[0, 1, 2] 10");
  }

  @Test
  void a02_theShortestFirst_andNoMoreThanThereAre() {
    DelayGraph graph = graph(3, new int[] {0, 1, 5}, new int[] {1, 2, 5}, new int[] {0, 2, 11});
    assertThat(paths(graph, Apart.NODES, 0, 2, 9)).isEqualTo("[0, 1, 2] 10, [0, 2] 11");
  }

  @Test
  void a03_theShortestGivesWayWhereItWouldBlockTheOthers() {
    // The trap: 0-1-2-3 is the shortest, and after it nothing is left.
    DelayGraph trap =
        graph(
            4,
            new int[] {0, 1, 1},
            new int[] {1, 2, 1},
            new int[] {2, 3, 1},
            new int[] {0, 2, 3},
            new int[] {1, 3, 3});
    assertThat(paths(trap, Apart.NODES, 0, 3, 1)).isEqualTo("[0, 1, 2, 3] 3");
    assertThat(paths(trap, Apart.NODES, 0, 3, 2)).isEqualTo("[0, 1, 3] 4, [0, 2, 3] 4");
    assertThat(paths(trap, Apart.LINKS, 0, 3, 2)).isEqualTo("[0, 1, 3] 4, [0, 2, 3] 4");
  }

  @Test
  void a04_pathsMayCrossAtANodeWhereOnlyLinksAreApart() {
    DelayGraph hourglass =
        graph(
            6,
            new int[] {0, 1, 1},
            new int[] {0, 2, 1},
            new int[] {1, 3, 1},
            new int[] {2, 3, 1},
            new int[] {3, 4, 1},
            new int[] {3, 5, 2});
    DelayGraph closed =
        graph(
            7,
            new int[] {0, 1, 1},
            new int[] {0, 2, 1},
            new int[] {1, 3, 1},
            new int[] {2, 3, 1},
            new int[] {3, 4, 1},
            new int[] {3, 5, 2},
            new int[] {4, 6, 1},
            new int[] {5, 6, 1});
    assertThat(paths(hourglass, Apart.LINKS, 0, 5, 2)).isEqualTo("[0, 1, 3, 5] 4");
    assertThat(paths(closed, Apart.NODES, 0, 6, 2)).isEqualTo("[0, 1, 3, 4, 6] 4");
    assertThat(paths(closed, Apart.LINKS, 0, 6, 2))
        .isEqualTo("[0, 1, 3, 4, 6] 4, [0, 2, 3, 5, 6] 5");
  }

  @Test
  void a05_noPath_noNode_oneNode() {
    assertThat(paths(graph(2), Apart.NODES, 0, 1, 3)).isEmpty();
    assertThat(paths(graph(2), Apart.LINKS, 0, 1, 3)).isEmpty();
    assertThatThrownBy(() -> paths(graph(1), Apart.NODES, 0, 0, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a06_linksOfNoLengthMakeNoRounds() {
    DelayGraph graph =
        graph(
            4,
            new int[] {0, 1, 0},
            new int[] {1, 2, 0},
            new int[] {2, 3, 0},
            new int[] {0, 2, 0},
            new int[] {1, 3, 0});
    for (Apart apart : Apart.values()) {
      DisjointPaths paths = new DisjointPaths(graph, apart, graph.nodes() / 2);
      List<int[]> found = paths.between(0, 3, 2);
      assertThat(found).hasSize(2);
      checkApart(found, apart, 0, 3, 2);
    }
  }

  @Test
  void a07_satellitesMayBeApartWhereTheGroundIsShared() {
    // From a terminal (4) over either of two satellites to one gateway (2) and on to a PoP (3).
    DelayGraph graph =
        graph(
            5,
            new int[] {4, 0, 3},
            new int[] {4, 1, 4},
            new int[] {0, 2, 3},
            new int[] {1, 2, 4},
            new int[] {2, 3, 9});
    DisjointPaths paths = new DisjointPaths(graph, Apart.SATELLITES, 2);
    assertThat(paths.between(4, 3, 5))
        .containsExactly(new int[] {4, 0, 2, 3}, new int[] {4, 1, 2, 3});
    assertThat(new DisjointPaths(graph, Apart.NODES, 2).between(4, 3, 5)).hasSize(1);
    assertThatThrownBy(() -> paths.between(2, 3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void b01_againstEverySetOfPathsOfSmallGraphs() {
    Random random = new Random(3);
    int several = 0;
    for (int round = 0; round < 600; round++) {
      int nodes = 3 + random.nextInt(4);
      DelayGraph graph = random(random, nodes, 2 + random.nextInt(9), round % 3 == 0 ? 3 : 30);
      for (Apart apart : Apart.values()) {
        DisjointPaths paths = new DisjointPaths(graph, apart, graph.nodes() / 2);
        List<int[]> all = new ArrayList<>();
        simplePaths(graph, new ArrayList<>(List.of(0)), nodes - 1, all);
        for (int most = 1; most <= 3; most++) {
          List<int[]> found = paths.between(0, nodes - 1, most);
          long[] best = best(paths, all, apart, nodes - 1, most, nodes / 2);
          assertThat(found.size()).isEqualTo((int) best[0]);
          assertThat(found.stream().mapToLong(paths::delayFs).sum()).isEqualTo(best[1]);
          checkApart(found, apart, 0, nodes - 1, nodes / 2);
          several += found.size() > 1 ? 1 : 0;
        }
      }
    }
    assertThat(several).isGreaterThan(400);
  }

  @Test
  void b02_onLargeGraphs_theFirstIsDijkstras_andTotalsGrowFasterAndFaster() {
    Random random = new Random(4);
    for (int round = 0; round < 20; round++) {
      int nodes = 300;
      DelayGraph graph = random(random, nodes, 900, 1000);
      ShortestPaths dijkstra = new ShortestPaths(graph).source(0, 0).run();
      for (Apart apart : Apart.values()) {
        DisjointPaths paths = new DisjointPaths(graph, apart, graph.nodes() / 2);
        long before = 0;
        long step = 0;
        for (int most = 1; most <= 6; most++) {
          List<int[]> found = paths.between(0, 1, most);
          checkApart(found, apart, 0, 1, nodes / 2);
          long total = found.stream().mapToLong(paths::delayFs).sum();
          if (most == 1 && dijkstra.isReached(1)) {
            assertThat(total).isEqualTo(dijkstra.delayFs(1));
          }
          if (found.size() == most) {
            assertThat(total - before).isGreaterThanOrEqualTo(step);
            step = total - before;
            before = total;
          }
        }
      }
    }
  }

  private static DelayGraph random(Random random, int nodes, int links, int longest) {
    DelayGraph.Builder builder = new DelayGraph.Builder(nodes);
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < links; i++) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      if (a != b && taken.add((long) Math.min(a, b) * nodes + Math.max(a, b))) {
        builder.bothWays(a, b, 1 + random.nextInt(longest));
      }
    }
    return builder.build();
  }

  private static void simplePaths(DelayGraph graph, List<Integer> path, int to, List<int[]> all) {
    int here = path.getLast();
    if (here == to) {
      all.add(path.stream().mapToInt(Integer::intValue).toArray());
      return;
    }
    for (int k = graph.first(here); k < graph.end(here); k++) {
      if (!path.contains(graph.head(k))) {
        path.add(graph.head(k));
        simplePaths(graph, path, to, all);
        path.removeLast();
      }
    }
  }

  /** The largest number of paths up to {@code most}, and the least total delay of that many. */
  private static long[] best(
      DisjointPaths paths, List<int[]> all, Apart apart, int to, int most, int satellites) {
    long[] best = {0, 0};
    extend(paths, all, 0, new ArrayList<>(), apart, to, most, satellites, best);
    return best;
  }

  private static void extend(
      DisjointPaths paths,
      List<int[]> all,
      int first,
      List<int[]> chosen,
      Apart apart,
      int to,
      int most,
      int satellites,
      long[] best) {
    long total = chosen.stream().mapToLong(paths::delayFs).sum();
    if (chosen.size() > best[0] || (chosen.size() == best[0] && total < best[1])) {
      best[0] = chosen.size();
      best[1] = total;
    }
    for (int i = first; chosen.size() < most && i < all.size(); i++) {
      chosen.add(all.get(i));
      if (areApart(chosen, apart, 0, to, satellites)) {
        extend(paths, all, i + 1, chosen, apart, to, most, satellites, best);
      }
      chosen.removeLast();
    }
  }

  private static void checkApart(List<int[]> paths, Apart apart, int from, int to, int satellites) {
    for (int[] path : paths) {
      assertThat(path[0]).isEqualTo(from);
      assertThat(path[path.length - 1]).isEqualTo(to);
      assertThat(Arrays.stream(path).distinct().count()).isEqualTo(path.length);
    }
    assertThat(areApart(paths, apart, from, to, satellites)).isTrue();
  }

  private static boolean areApart(
      List<int[]> paths, Apart apart, int from, int to, int satellites) {
    Set<Long> used = new HashSet<>();
    for (int[] path : paths) {
      for (int i = 0; i < path.length; i++) {
        boolean free =
            switch (apart) {
              case NODES -> path[i] == from || path[i] == to || used.add((long) path[i]);
              case LINKS -> i == 0 || used.add(link(path[i - 1], path[i]));
              case SATELLITES ->
                  (path[i] == from
                          || path[i] == to
                          || path[i] >= satellites
                          || used.add(-1L - path[i]))
                      && (i == 0
                          || Math.min(path[i - 1], path[i]) >= satellites
                          || used.add(link(path[i - 1], path[i])));
            };
        if (!free) {
          return false;
        }
      }
    }
    // Twice the same direct link has no node in common, and is one path.
    return paths.stream().filter(path -> path.length == 2).count() <= 1;
  }

  private static long link(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
