package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * Meshes of satellites by seed, regular and torn, with sources; and the obvious way to their trees:
 * Dijkstra's algorithm, source after source, over a map of links.
 *
 * @param shells planes of satellites, as a {@link SweepOrder} wants them
 * @param links by satellite, neighbour to length
 */
record Mesh(
    int satellites,
    List<List<int[]>> shells,
    List<TreeMap<Integer, Integer>> links,
    TreeSources sources) {

  /** Shells with +Grid links, some of them missing, some satellites outside, some odd links. */
  static Mesh of(long seed) {
    Random random = new Random(seed);
    List<List<int[]>> shells = new ArrayList<>();
    int satellites = random.nextInt(3);
    for (int shell = random.nextInt(3); shell >= 0; shell--) {
      List<int[]> planes = new ArrayList<>();
      int perPlane = 1 + random.nextInt(12);
      for (int plane = random.nextInt(14); plane >= 0; plane--) {
        int[] row = new int[Math.max(1, perPlane - random.nextInt(1 + random.nextInt(3)))];
        for (int slot = 0; slot < row.length; slot++) {
          row[slot] = satellites++;
        }
        planes.add(row);
      }
      shells.add(planes);
    }
    satellites += random.nextInt(3);
    List<TreeMap<Integer, Integer>> links = new ArrayList<>();
    for (int s = 0; s < satellites; s++) {
      links.add(new TreeMap<>());
    }
    double present = random.nextBoolean() ? 1 : random.nextDouble(0.5, 1);
    // Few different lengths, so that many ways are equally long.
    int lengths = random.nextBoolean() ? 4 : 1_000_000;
    boolean wrap = random.nextBoolean();
    for (List<int[]> planes : shells) {
      for (int p = 0; p < planes.size(); p++) {
        int[] row = planes.get(p);
        int[] east = planes.get((p + 1) % planes.size());
        int shift = random.nextInt(4);
        for (int slot = 0; slot < row.length; slot++) {
          if (random.nextDouble() < present) {
            link(links, row[slot], row[(slot + 1) % row.length], 1 + random.nextInt(lengths));
          }
          if (random.nextDouble() < present && (wrap || p + 1 < planes.size())) {
            link(links, row[slot], east[(slot + shift) % east.length], 1 + random.nextInt(lengths));
          }
        }
      }
    }
    for (int odd = random.nextInt(5) * random.nextInt(2); odd > 0; odd--) {
      link(
          links,
          random.nextInt(satellites),
          random.nextInt(satellites),
          1 + random.nextInt(lengths));
    }
    return new Mesh(satellites, shells, links, sources(random, satellites, lengths));
  }

  private static TreeSources sources(Random random, int satellites, int lengths) {
    TreeSources sources = new TreeSources();
    for (int source = random.nextInt(1 + random.nextInt(70)); source >= 0; source--) {
      for (int entry = random.nextInt(6); entry > 0; entry--) {
        sources.add(random.nextInt(satellites), 1 + random.nextInt(lengths));
      }
      sources.close();
    }
    return sources;
  }

  private static void link(List<TreeMap<Integer, Integer>> links, int a, int b, int ticks) {
    if (a != b) {
      links.get(a).put(b, ticks);
      links.get(b).put(a, ticks);
    }
  }

  SweepOrder order() {
    return new SweepOrder(satellites, shells);
  }

  SweepLinks links(SweepOrder order) {
    List<int[]> pairs = new ArrayList<>();
    for (int a = 0; a < satellites; a++) {
      for (Map.Entry<Integer, Integer> link : links.get(a).tailMap(a).entrySet()) {
        pairs.add(new int[] {a, link.getKey(), link.getValue()});
      }
    }
    SweepLinks result =
        new SweepLinks(
            order,
            pairs.stream().mapToInt(pair -> pair[0]).toArray(),
            pairs.stream().mapToInt(pair -> pair[1]).toArray());
    for (int pair = 0; pair < pairs.size(); pair++) {
      result.setLength(pair, pairs.get(pair)[2]);
    }
    return result;
  }

  /** By satellite. */
  int[] dijkstra(int source) {
    int[] ticks = new int[satellites];
    Arrays.fill(ticks, Ticks.UNREACHABLE);
    record Way(int satellite, int ticks) {}
    PriorityQueue<Way> queue = new PriorityQueue<>((p, q) -> p.ticks() - q.ticks());
    for (int k = sources.first(source); k < sources.end(source); k++) {
      queue.add(new Way(sources.satellite(k), sources.ticks(k)));
    }
    while (!queue.isEmpty()) {
      Way way = queue.remove();
      if (way.ticks() < ticks[way.satellite()]) {
        ticks[way.satellite()] = way.ticks();
        links
            .get(way.satellite())
            .forEach((to, length) -> queue.add(new Way(to, way.ticks() + length)));
      }
    }
    return ticks;
  }

  /** Of a satellite toward a source, given the source's tree. */
  int next(int source, int satellite, int[] tree) {
    if (tree[satellite] == Ticks.UNREACHABLE) {
      return DelayTrees.UNREACHED;
    }
    if (sources.direct(source, satellite) == tree[satellite]) {
      return DelayTrees.LANDS_HERE;
    }
    return links.get(satellite).entrySet().stream()
        .filter(link -> tree[link.getKey()] + link.getValue() == tree[satellite])
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** Every length and next satellite, one by one. */
  void assertSame(DelayTrees trees, String as) {
    for (int source = 0; source < sources.size(); source++) {
      int[] tree = dijkstra(source);
      for (int s = 0; s < satellites; s++) {
        assertThat(trees.ticks(source, s)).as(as).isEqualTo(tree[s]);
        assertThat(trees.next(source, s)).as(as).isEqualTo(next(source, s, tree));
      }
    }
  }
}
