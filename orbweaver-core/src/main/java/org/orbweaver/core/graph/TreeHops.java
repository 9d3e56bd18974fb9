package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * Which way next, from every satellite and every source to each of the sources, of {@link
 * DelayTrees} to sources themselves; found all at once. What {@link DelayTrees#next} says for one
 * satellite and one source, this knows for all.
 *
 * <p>Layout: by block of trees, then by place, or by source, and lane.
 */
public final class TreeHops {
  /** Links that a kernel looks at together: as many as most satellites have. */
  public static final int TOGETHER = 4;

  private final DelayTrees trees;
  private final SweepOrder order;
  private int[][] next = new int[0][];
  private int[][] sourceTicks = new int[0][];
  private int[][] sourceNext = new int[0][];

  /**
   * Links by place, as many for each as the place with most of them has, rounded up; those to the
   * smallest satellites first, and then some that lead nowhere.
   */
  private int columns;

  private int[] linkPlace = new int[0];
  private int[] linkSatellite = new int[0];
  private int[] linkTicks = new int[0];
  private int[] linkEntry = new int[0];
  private SweepLinks indexed;

  private int[] sourcePlace = new int[64];

  /**
   * @throws IllegalArgumentException where the trees' ends are not the sources themselves
   */
  public TreeHops(DelayTrees trees) {
    if (!trees.endsAreSources()) {
      throw new IllegalArgumentException("these trees lead to ends behind the sources");
    }
    this.trees = trees;
    order = trees.order();
    indexed = trees.links();
    index(indexed);
  }

  private void index(SweepLinks links) {
    indexed = links;
    int most = 1;
    for (int place = 0; place < order.places(); place++) {
      most = Math.max(most, links.end(place) - links.first(place));
    }
    columns = Math.ceilDiv(most, TOGETHER) * TOGETHER;
    linkPlace = new int[order.places() * columns];
    linkSatellite = new int[linkPlace.length];
    linkTicks = new int[linkPlace.length];
    linkEntry = new int[linkPlace.length];
    Arrays.fill(linkTicks, Ticks.ABSENT);
    Arrays.fill(linkEntry, -1);
    for (int place = 0; place < order.places(); place++) {
      Arrays.fill(linkPlace, place * columns, (place + 1) * columns, place);
      for (int k = links.first(place); k < links.end(place); k++) {
        int at = place * columns + k - links.first(place);
        linkPlace[at] = order.place(links.satellite(k));
        linkSatellite[at] = links.satellite(k);
        linkEntry[at] = k;
      }
    }
  }

  /** Takes in what the trees have grown to. */
  public TreeHops find() {
    if (indexed != trees.links()) {
      index(trees.links());
    }
    if (next.length != trees.blocks()) {
      allot();
    }
    for (int at = 0; at < linkEntry.length; at++) {
      if (linkEntry[at] >= 0) {
        linkTicks[at] = indexed.ticks(linkEntry[at]);
      }
    }
    TreeSources sources = trees.sources();
    int entries = sources.size() == 0 ? 0 : sources.end(sources.size() - 1);
    if (sourcePlace.length < entries) {
      sourcePlace = new int[2 * entries];
    }
    for (int k = 0; k < entries; k++) {
      sourcePlace[k] = order.place(sources.satellite(k));
    }
    for (int b = 0; b < trees.blocks(); b++) {
      find(b, sources);
    }
    return this;
  }

  private void allot() {
    int blocks = trees.blocks();
    next = new int[blocks][order.places() * trees.lanes()];
    sourceTicks = new int[blocks][trees.ends() * trees.lanes()];
    sourceNext = new int[blocks][trees.ends() * trees.lanes()];
  }

  private void find(int b, TreeSources sources) {
    TreeRows rows = trees.block(b);
    int lanes = trees.lanes();
    for (int column = columns - TOGETHER; column >= 0; column -= TOGETHER) {
      rows.hops(
          order.places(),
          linkPlace,
          linkSatellite,
          linkTicks,
          columns,
          column,
          column + TOGETHER == columns,
          next[b]);
    }
    for (int source = 0; source < sources.size(); source++) {
      int first = sources.first(source);
      int end = sources.end(source);
      int lane = trees.lane(source) - b * lanes;
      if (lane >= 0 && lane < lanes) {
        for (int k = first; k < end; k++) {
          if (rows.ticks(sourcePlace[k], lane) == sources.ticks(k)) {
            next[b][sourcePlace[k] * lanes + lane] = DelayTrees.LANDS_HERE;
          }
        }
      }
      rows.least(
          first,
          end,
          sourcePlace,
          sources.satellites(),
          sources.lengths(),
          source * lanes,
          sourceTicks[b],
          sourceNext[b]);
    }
  }

  /** As {@link DelayTrees#next}. */
  public int next(int source, int satellite) {
    return trees.isReached(source, satellite)
        ? next[block(source)][at(order.place(satellite), source)]
        : DelayTrees.UNREACHED;
  }

  /** The way between two sources; none to itself. */
  public int ticksBetween(int from, int to) {
    return from == to ? 0 : Math.min(sourceTicks[block(to)][at(from, to)], Ticks.UNREACHABLE);
  }

  /**
   * The satellite that the way from one source to another goes up to, or {@link
   * DelayTrees#UNREACHED}. Of equal ways that over the satellite listed first by the source.
   */
  public int firstBetween(int from, int to) {
    return ticksBetween(from, to) < Ticks.UNREACHABLE && from != to
        ? sourceNext[block(to)][at(from, to)]
        : DelayTrees.UNREACHED;
  }

  private int block(int source) {
    return trees.lane(source) / trees.lanes();
  }

  private int at(int row, int source) {
    return row * trees.lanes() + trees.lane(source) % trees.lanes();
  }
}
