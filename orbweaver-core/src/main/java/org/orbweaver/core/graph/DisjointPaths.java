package org.orbweaver.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Several paths between two nodes that have no link, or no node but their ends, in common, and
 * whose delays add up to the least possible. Not a greedy choice: the shortest path of all is among
 * them only where it does not stand in the others' way.
 *
 * <p>Each path is a unit of flow through links of capacity one, and flows of least cost grow unit
 * by unit along shortest paths of what is left, where a link in use may be given back (Suurballe,
 * Networks 4, 1974; Bhandari, Survivable Networks, 1999, chapters 3 and 7; for any number of paths
 * Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.7). To keep nodes apart each is split
 * into a way in and a way out with a link of capacity one between. Working storage is of one
 * search; an instance may be asked again, by one thread at a time.
 */
public final class DisjointPaths {
  /** What the paths must not have in common. */
  public enum Apart {
    /** Nodes, but for the two ends; so links too. */
    NODES,
    /**
     * Nodes of the first kind, satellites, and their links; what is on the ground may be shared.
     */
    SATELLITES,
    /** Links, in either direction. */
    LINKS
  }

  private static final int MANY = Integer.MAX_VALUE / 2;

  private final DelayGraph graph;
  private final Apart apart;
  private final int satellites;
  private final int vertices;

  /**
   * Arcs of what is left: the one back of arc {@code a} is {@code a ^ 1}. By tail from rowStart.
   */
  private final int[] rowStart;

  private final int[] arcsByTail;
  private final int[] head;
  private final long[] costFs;
  private final int[] capacity;

  private final MinHeap heap;
  private final long[] potentialFs;
  private final long[] distanceFs;
  private final int[] arcInto;

  /**
   * @param satellites how many of the nodes, the first ones, are satellites
   */
  public DisjointPaths(DelayGraph graph, Apart apart, int satellites) {
    this.graph = graph;
    this.apart = apart;
    this.satellites = satellites;
    boolean split = apart != Apart.LINKS;
    int nodes = graph.nodes();
    vertices = split ? 2 * nodes : nodes;
    int arcs = 2 * (graph.end(Math.max(0, nodes - 1)) + (split ? nodes : 0));
    int[] tail = new int[arcs];
    head = new int[arcs];
    costFs = new long[arcs];
    capacity = new int[arcs];
    int at = 0;
    for (int node = 0; node < nodes; node++) {
      for (int k = graph.first(node); k < graph.end(node); k++, at += 2) {
        tail[at] = outOf(node);
        head[at] = into(graph.head(k));
        costFs[at] = graph.delayFs(k);
      }
    }
    for (int node = 0; split && node < nodes; node++, at += 2) {
      tail[at] = into(node);
      head[at] = outOf(node);
    }
    rowStart = new int[vertices + 1];
    for (int a = 0; a < arcs; a += 2) {
      tail[a + 1] = head[a];
      head[a + 1] = tail[a];
      costFs[a + 1] = -costFs[a];
      rowStart[tail[a] + 1]++;
      rowStart[head[a] + 1]++;
    }
    for (int v = 0; v < vertices; v++) {
      rowStart[v + 1] += rowStart[v];
    }
    arcsByTail = new int[arcs];
    int[] fill = rowStart.clone();
    for (int a = 0; a < arcs; a++) {
      arcsByTail[fill[tail[a]]++] = a;
    }
    heap = new MinHeap(vertices);
    potentialFs = new long[vertices];
    distanceFs = new long[vertices];
    arcInto = new int[vertices];
  }

  private int into(int node) {
    return apart == Apart.LINKS ? node : 2 * node;
  }

  private int outOf(int node) {
    return apart == Apart.LINKS ? node : 2 * node + 1;
  }

  private int node(int vertex) {
    return apart == Apart.LINKS ? vertex : vertex / 2;
  }

  /**
   * As many paths as there are, up to a number; the shortest first.
   *
   * @return nodes from end to end
   * @throws IllegalArgumentException where both ends are the same node, or satellites are to be
   *     kept apart and a path could do without any
   */
  public List<int[]> between(int from, int to, int most) {
    if (from == to) {
      throw new IllegalArgumentException("both ends are node " + from);
    }
    if (apart == Apart.SATELLITES && !needsSatellite(from) && !needsSatellite(to)) {
      throw new IllegalArgumentException(
          "paths between two places on the ground need no satellite");
    }
    for (int a = 0; a < capacity.length; a += 2) {
      boolean shared = !isSatellite(node(head[a])) && !isSatellite(node(head[a + 1]));
      capacity[a] = apart == Apart.SATELLITES && shared ? MANY : 1;
      capacity[a + 1] = 0;
    }
    Arrays.fill(potentialFs, 0);
    int found = 0;
    while (found < most && search(outOf(from), into(to))) {
      for (int v = into(to); v != outOf(from); v = head[arcInto[v] ^ 1]) {
        capacity[arcInto[v]]--;
        capacity[arcInto[v] ^ 1]++;
      }
      found++;
    }
    giveBackWhatRunsBothWays();
    List<int[]> paths = new ArrayList<>(found);
    while (paths.size() < found) {
      paths.add(take(outOf(from), into(to)));
    }
    paths.sort(Comparator.comparingLong(this::delayFs).thenComparing(Arrays::compare));
    return paths;
  }

  /**
   * Whether every way from or to a node passes a satellite, itself or another: a terminal's does.
   */
  private boolean needsSatellite(int node) {
    boolean needs = true;
    for (int tail = satellites; tail < graph.nodes() && !isSatellite(node); tail++) {
      for (int k = graph.first(tail); k < graph.end(tail); k++) {
        needs &= (tail != node && graph.head(k) != node) || isSatellite(graph.head(k));
      }
    }
    return needs;
  }

  /** Dijkstra by what links cost beyond the difference of potentials, which is never negative. */
  private boolean search(int source, int target) {
    Arrays.fill(distanceFs, Delay.UNREACHABLE_FS);
    Arrays.fill(arcInto, -1);
    distanceFs[source] = 0;
    heap.lower(source, 0);
    while (!heap.isEmpty()) {
      int v = heap.removeLeast();
      for (int k = rowStart[v]; k < rowStart[v + 1]; k++) {
        int arc = arcsByTail[k];
        int to = head[arc];
        long through = distanceFs[v] + costFs[arc] + potentialFs[v] - potentialFs[to];
        if (capacity[arc] > 0 && through < distanceFs[to]) {
          distanceFs[to] = through;
          arcInto[to] = arc;
          heap.lower(to, through);
        }
      }
    }
    if (arcInto[target] < 0) {
      return false;
    }
    for (int v = 0; v < vertices; v++) {
      potentialFs[v] += Math.min(distanceFs[v], distanceFs[target]);
    }
    return true;
  }

  /** Only links of no length can be in use in both directions; then neither is needed. */
  private void giveBackWhatRunsBothWays() {
    for (int node = 0; node < graph.nodes(); node++) {
      int v = outOf(node);
      for (int k = rowStart[v]; k < rowStart[v + 1]; k++) {
        int there = arcsByTail[k];
        int other = node(head[there]);
        if (isUsed(there) && other != node) {
          for (int m = rowStart[outOf(other)]; m < rowStart[outOf(other) + 1]; m++) {
            int back = arcsByTail[m];
            while (isUsed(back) && node(head[back]) == node && isUsed(there)) {
              setFree(there);
              setFree(back);
            }
          }
        }
      }
    }
  }

  private boolean isSatellite(int node) {
    return node < satellites;
  }

  private boolean isUsed(int arc) {
    return (arc & 1) == 0 && capacity[arc ^ 1] > 0;
  }

  /** Takes a unit of flow off a link. */
  private void setFree(int arc) {
    capacity[arc]++;
    capacity[arc ^ 1]--;
  }

  /** Takes one unit of the flow away, leaving out rounds that it may make. */
  private int[] take(int source, int target) {
    List<Integer> nodes = new ArrayList<>();
    nodes.add(node(source));
    for (int v = source; v != target; ) {
      int next = -1;
      for (int k = rowStart[v]; k < rowStart[v + 1] && next < 0; k++) {
        int arc = arcsByTail[k];
        if (isUsed(arc)) {
          setFree(arc);
          next = head[arc];
        }
      }
      v = next;
      int node = node(v);
      if (node != nodes.getLast()) {
        int before = nodes.indexOf(node);
        if (before >= 0) {
          nodes.subList(before + 1, nodes.size()).clear();
        } else {
          nodes.add(node);
        }
      }
    }
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Of a path along the graph's shortest links between its nodes. */
  public long delayFs(int[] path) {
    long delayFs = 0;
    for (int i = 1; i < path.length; i++) {
      long least = Delay.UNREACHABLE_FS;
      for (int k = graph.first(path[i - 1]); k < graph.end(path[i - 1]); k++) {
        least = graph.head(k) == path[i] ? Math.min(least, graph.delayFs(k)) : least;
      }
      delayFs += least;
    }
    return delayFs;
  }
}
