package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * Shortest delays from one or several sources to every node (Dijkstra, Numerische Mathematik 1,
 * 1959). Of equally short paths the one whose last link comes from the smaller node index is kept.
 * Working storage is reused from run to run; one instance serves one thread.
 */
public final class ShortestPaths {
  private final DelayGraph graph;
  private final MinHeap heap;
  private final long[] delayFs;
  private final int[] predecessor;

  public ShortestPaths(DelayGraph graph) {
    this.graph = graph;
    heap = new MinHeap(graph.nodes());
    delayFs = new long[graph.nodes()];
    predecessor = new int[graph.nodes()];
    clear();
  }

  /** Forgets the last run. */
  public ShortestPaths clear() {
    Arrays.fill(delayFs, Delay.UNREACHABLE_FS);
    Arrays.fill(predecessor, -1);
    return this;
  }

  /** Adds a source that is already {@code initialFs} away; then {@link #run()}. */
  public ShortestPaths source(int node, long initialFs) {
    if (initialFs < delayFs[node]) {
      delayFs[node] = initialFs;
      heap.lower(node, initialFs);
    }
    return this;
  }

  /** Finds every shortest path from the sources. */
  public ShortestPaths run() {
    while (!heap.isEmpty()) {
      int node = heap.removeLeast();
      for (int k = graph.first(node); k < graph.end(node); k++) {
        int head = graph.head(k);
        long through = delayFs[node] + graph.delayFs(k);
        if (through < delayFs[head]) {
          delayFs[head] = through;
          predecessor[head] = node;
          heap.lower(head, through);
        } else if (through == delayFs[head] && node < predecessor[head] && heap.contains(head)) {
          // Only while the head is open: behind a link of no length a change could close a loop.
          predecessor[head] = node;
        }
      }
    }
    return this;
  }

  /** {@link Delay#UNREACHABLE_FS} where no path leads to the node. */
  public long delayFs(int node) {
    return delayFs[node];
  }

  public boolean isReached(int node) {
    return delayFs[node] < Delay.UNREACHABLE_FS;
  }

  /** The node before this one on the path, or -1 at a source or where there is none. */
  public int predecessor(int node) {
    return predecessor[node];
  }
}
