package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * A directed graph of dense nodes whose links have a delay. Layout: compressed rows by tail, heads
 * and delays in parallel arrays. Built once, then read by any thread.
 */
public final class DelayGraph {
  private final int[] rowStart;
  private final int[] head;
  private final long[] delayFs;

  private DelayGraph(int[] rowStart, int[] head, long[] delayFs) {
    this.rowStart = rowStart;
    this.head = head;
    this.delayFs = delayFs;
  }

  public int nodes() {
    return rowStart.length - 1;
  }

  int first(int tail) {
    return rowStart[tail];
  }

  int end(int tail) {
    return rowStart[tail + 1];
  }

  int head(int entry) {
    return head[entry];
  }

  long delayFs(int entry) {
    return delayFs[entry];
  }

  /** Collects links in any order. */
  public static final class Builder {
    private final int nodes;
    private int[] tail = new int[1024];
    private int[] head = new int[1024];
    private long[] delayFs = new long[1024];
    private int size;

    public Builder(int nodes) {
      this.nodes = nodes;
    }

    /** Begins with all links of another graph, and with more nodes. */
    public Builder(DelayGraph base, int moreNodes) {
      this(base.nodes() + moreNodes);
      for (int from = 0; from < base.nodes(); from++) {
        for (int k = base.first(from); k < base.end(from); k++) {
          oneWay(from, base.head(k), base.delayFs(k));
        }
      }
    }

    /** A link in one direction. */
    public Builder oneWay(int from, int to, long linkDelayFs) {
      if (size == tail.length) {
        tail = Arrays.copyOf(tail, 2 * size);
        head = Arrays.copyOf(head, 2 * size);
        delayFs = Arrays.copyOf(delayFs, 2 * size);
      }
      tail[size] = from;
      head[size] = to;
      delayFs[size++] = linkDelayFs;
      return this;
    }

    public Builder bothWays(int a, int b, long linkDelayFs) {
      return oneWay(a, b, linkDelayFs).oneWay(b, a, linkDelayFs);
    }

    public DelayGraph build() {
      int[] rowStart = new int[nodes + 1];
      for (int k = 0; k < size; k++) {
        rowStart[tail[k] + 1]++;
      }
      for (int node = 0; node < nodes; node++) {
        rowStart[node + 1] += rowStart[node];
      }
      int[] next = rowStart.clone();
      int[] heads = new int[size];
      long[] delays = new long[size];
      for (int k = 0; k < size; k++) {
        int at = next[tail[k]]++;
        heads[at] = head[k];
        delays[at] = delayFs[k];
      }
      return new DelayGraph(rowStart, heads, delays);
    }
  }
}
