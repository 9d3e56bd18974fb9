package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * The shortest way from every satellite to each of many sources (gateways, PoPs, terminals), over
 * lasers and then straight down, in {@link Ticks}. Grown anew for each moment in the same storage.
 *
 * <p>{@link #begin} takes the moment in; then each block of {@link #blocks} is grown, by any
 * thread, or all of them by {@link #grow}. After that any thread may ask.
 */
public final class DelayTrees {
  /** Instead of a next satellite: this one reaches the source itself. */
  public static final int LANDS_HERE = -1;

  /** Instead of a next satellite: no way leads to the source. */
  public static final int UNREACHED = -2;

  private final SweepOrder order;
  private final int[] laneOf;
  private TreeKernel kernel;
  private int lanes;
  private TreeRows[] block = new TreeRows[0];
  private Sweep[] sweep = new Sweep[0];
  private int[] sourceAt = new int[0];
  private SweepLinks links;
  private TreeSources sources;

  /**
   * @param sourceOrder each source once, neighbours together; see {@link SourceOrder}
   */
  public DelayTrees(TreeKernel kernel, SweepOrder order, int[] sourceOrder) {
    this.order = order;
    this.kernel = kernel;
    sourceAt = sourceOrder.clone();
    laneOf = new int[sourceOrder.length];
    Arrays.fill(laneOf, -1);
    for (int lane = 0; lane < sourceOrder.length; lane++) {
      laneOf[sourceOrder[lane]] = lane;
    }
    links = new SweepLinks(order, new int[0], new int[0]);
    sources = new TreeSources();
    allot();
  }

  private void allot() {
    lanes = Math.max(1, kernel.lanes(laneOf.length));
    block = new TreeRows[Math.ceilDiv(laneOf.length, lanes)];
    sweep = new Sweep[block.length];
    for (int b = 0; b < block.length; b++) {
      block[b] = kernel.rows(order.places(), lanes);
      sweep[b] = new Sweep(order);
    }
  }

  /** All trees of a moment. */
  public DelayTrees grow(SweepLinks atLinks, TreeSources fromSources) {
    begin(atLinks, fromSources);
    for (int b = 0; b < block.length; b++) {
      growBlock(b);
    }
    return this;
  }

  /**
   * Takes in a moment. Neither argument may change until the next.
   *
   * @throws IllegalArgumentException where the links are in another order, or there are more or
   *     fewer sources
   */
  public void begin(SweepLinks atLinks, TreeSources fromSources) {
    if (atLinks.order() != order || fromSources.size() != laneOf.length) {
      throw new IllegalArgumentException("links or sources are of other trees");
    }
    links = atLinks;
    sources = fromSources;
    if (!kernel.isSound()) {
      kernel = TreeKernel.plain();
      allot();
    }
  }

  /** Parts that may be grown by different threads. */
  public int blocks() {
    return block.length;
  }

  /** Grows the trees of one block. */
  public void growBlock(int index) {
    TreeRows trees = block[index];
    Sweep over = sweep[index];
    trees.clear();
    int end = Math.min(laneOf.length, (index + 1) * lanes);
    for (int at = index * lanes; at < end; at++) {
      int source = sourceAt[at];
      for (int k = sources.first(source); k < sources.end(source); k++) {
        int place = order.place(sources.satellite(k));
        trees.lower(place, at - index * lanes, sources.ticks(k));
        over.begin(place);
      }
    }
    over.run(trees, links);
    trees.grown();
  }

  public int sources() {
    return laneOf.length;
  }

  /** How far the source is from a satellite; {@link Ticks#UNREACHABLE} where no way leads to it. */
  public int ticks(int source, int satellite) {
    int lane = laneOf[source];
    return block[lane / lanes].ticks(order.place(satellite), lane % lanes);
  }

  public boolean isReached(int source, int satellite) {
    return ticks(source, satellite) < Ticks.UNREACHABLE;
  }

  /** One way, see {@link Delay}. */
  public long delayFs(int source, int satellite) {
    return Ticks.toFs(ticks(source, satellite));
  }

  /**
   * The next satellite on the way to a source, {@link #LANDS_HERE} or {@link #UNREACHED}. Of equal
   * ways the one that lands first, then the one over the satellite of the smallest index.
   */
  public int next(int source, int satellite) {
    int ticks = ticks(source, satellite);
    if (ticks >= Ticks.UNREACHABLE) {
      return UNREACHED;
    }
    if (sources.direct(source, satellite) == ticks) {
      return LANDS_HERE;
    }
    int place = order.place(satellite);
    for (int k = links.first(place); k < links.end(place); k++) {
      if (ticks(source, links.satellite(k)) + links.ticks(k) == ticks) {
        return links.satellite(k);
      }
    }
    throw new IllegalStateException("links or sources have changed since the trees were grown");
  }

  /** The satellite at the end of the way to a source, or {@link #UNREACHED}. */
  public int exit(int source, int satellite) {
    int here = satellite;
    int next = next(source, here);
    while (next >= 0) {
      here = next;
      next = next(source, here);
    }
    return next == UNREACHED ? UNREACHED : here;
  }
}
