package org.orbweaver.core.graph;

import java.util.Arrays;

/**
 * The shortest way from every satellite to each of many ends, over lasers and then straight down,
 * in {@link Ticks}. An end is a source itself (a gateway, a terminal), or it lies beyond the
 * sources, some way behind each (a PoP behind gateways). Grown anew for each moment in the same
 * storage.
 *
 * <p>{@link #begin} takes the moment in; then each block of {@link #blocks} is grown, by any
 * thread, or all of them by {@link #grow}. After that any thread may ask.
 */
public final class DelayTrees {
  /** Instead of a next satellite: this one reaches the end itself, or a source before it. */
  public static final int LANDS_HERE = -1;

  /** Instead of a next satellite: no way leads to the end. */
  public static final int UNREACHED = -2;

  private final SweepOrder order;
  private final int numberOfSources;

  /** Ends that are sources themselves: the first ones, in the first lanes. */
  private final int direct;

  /** By source and lane how far the end is behind it; empty where all ends are sources. */
  private final int[][] behind;

  private final int[] laneOf;
  private final int[] endAt;
  private TreeKernel kernel;
  private int lanes;
  private TreeRows[] block = new TreeRows[0];
  private Sweep[] sweep = new Sweep[0];
  private SweepLinks links;
  private TreeSources sources;

  private DelayTrees(
      TreeKernel kernel,
      SweepOrder order,
      int numberOfSources,
      int[] directOrder,
      int ends,
      int[][] ticksBehind) {
    this.order = order;
    this.kernel = kernel;
    this.numberOfSources = numberOfSources;
    direct = directOrder.length;
    endAt = Arrays.copyOf(directOrder, direct + ends);
    for (int lane = direct; lane < endAt.length; lane++) {
      endAt[lane] = lane;
    }
    laneOf = new int[endAt.length];
    for (int lane = 0; lane < endAt.length; lane++) {
      laneOf[endAt[lane]] = lane;
    }
    behind = new int[ends > 0 ? numberOfSources : 0][];
    for (int source = 0; source < behind.length; source++) {
      // Whole blocks, whatever the kernel's: what lies beyond the last end is never asked for.
      behind[source] = new int[2 * endAt.length + 64];
      Arrays.fill(behind[source], Ticks.ABSENT);
      System.arraycopy(ticksBehind[source], 0, behind[source], direct, ends);
    }
    links = new SweepLinks(order, new int[0], new int[0]);
    sources = new TreeSources();
    allot();
  }

  /**
   * Trees to the sources themselves.
   *
   * @param sourceOrder each source once, neighbours together; see {@link SourceOrder}
   */
  public DelayTrees(TreeKernel kernel, SweepOrder order, int[] sourceOrder) {
    this(kernel, order, sourceOrder.length, sourceOrder, 0, new int[0][]);
  }

  /**
   * Trees to ends behind the sources.
   *
   * @param ticksBehind by source, then by end
   */
  public static DelayTrees behind(
      TreeKernel kernel, SweepOrder order, int ends, int[][] ticksBehind) {
    return new DelayTrees(kernel, order, ticksBehind.length, new int[0], ends, ticksBehind);
  }

  /**
   * Trees to the sources, which are the first ends, and to ends behind them, which come after.
   * Together they take fewer blocks than each for itself.
   *
   * @param sourceOrder each source once, neighbours together
   * @param ends behind the sources
   * @param ticksBehind by source, then by end
   */
  public static DelayTrees toAndBehind(
      TreeKernel kernel, SweepOrder order, int[] sourceOrder, int ends, int[][] ticksBehind) {
    return new DelayTrees(kernel, order, sourceOrder.length, sourceOrder, ends, ticksBehind);
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
    if (atLinks.order() != order || fromSources.size() != numberOfSources) {
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
    trees.begin();
    over.start(trees);
    plant(index * lanes, trees, over);
    if (behind.length > 0 && (index + 1) * lanes > direct) {
      plantBehind(index * lanes, trees, over);
    }
    over.run(trees, links);
    trees.grown();
  }

  private void plant(int firstLane, TreeRows trees, Sweep over) {
    int endLane = Math.min(direct, firstLane + lanes);
    for (int lane = firstLane; lane < endLane; lane++) {
      int source = endAt[lane];
      for (int k = sources.first(source); k < sources.end(source); k++) {
        int place = order.place(sources.satellite(k));
        over.begin(place, trees);
        trees.lower(place, lane - firstLane, sources.ticks(k));
      }
    }
  }

  private void plantBehind(int firstLane, TreeRows trees, Sweep over) {
    for (int source = 0; source < numberOfSources; source++) {
      for (int k = sources.first(source); k < sources.end(source); k++) {
        int place = order.place(sources.satellite(k));
        over.begin(place, trees);
        trees.lower(place, sources.ticks(k), behind[source], firstLane);
      }
    }
  }

  public int ends() {
    return laneOf.length;
  }

  /** How far an end is from a satellite; {@link Ticks#UNREACHABLE} where no way leads to it. */
  public int ticks(int end, int satellite) {
    int lane = laneOf[end];
    return block[lane / lanes].ticks(order.place(satellite), lane % lanes);
  }

  /** How far every end is from a satellite, by end; see {@link Delay}. */
  void delaysFs(int satellite, long[] byEnd) {
    int place = order.place(satellite);
    for (int b = 0; b < block.length; b++) {
      int first = b * lanes;
      for (int lane = first; lane < Math.min(first + lanes, endAt.length); lane++) {
        byEnd[endAt[lane]] = Ticks.toFs(block[b].ticks(place, lane - first));
      }
    }
  }

  /** How far every end is from a satellite, by lane, what fills the last block included. */
  void copyTicks(int satellite, int[] byLane) {
    int place = order.place(satellite);
    for (int b = 0; b < block.length; b++) {
      block[b].copy(place, byLane, b * lanes);
    }
  }

  public boolean isReached(int end, int satellite) {
    return ticks(end, satellite) < Ticks.UNREACHABLE;
  }

  /** One way, see {@link Delay}. */
  public long delayFs(int end, int satellite) {
    return Ticks.toFs(ticks(end, satellite));
  }

  /**
   * The next satellite on the way to an end, {@link #LANDS_HERE} or {@link #UNREACHED}. Of equal
   * ways the one that lands first, then the one over the satellite of the smallest index.
   */
  public int next(int end, int satellite) {
    int ticks = ticks(end, satellite);
    if (ticks >= Ticks.UNREACHABLE) {
      return UNREACHED;
    }
    if (landing(end, satellite) >= 0) {
      return LANDS_HERE;
    }
    int place = order.place(satellite);
    for (int k = links.first(place); k < links.end(place); k++) {
      if (ticks(end, links.satellite(k)) + links.ticks(k) == ticks) {
        return links.satellite(k);
      }
    }
    throw new IllegalStateException("links or sources have changed since the trees were grown");
  }

  /**
   * The source at which the way to an end comes down from a satellite, or -1 where it goes on to
   * another satellite or nowhere. Of equal ways the one over the smallest index.
   */
  public int landing(int end, int satellite) {
    int ticks = ticks(end, satellite);
    if (ticks >= Ticks.UNREACHABLE) {
      return -1;
    }
    if (end < direct) {
      return sources.direct(end, satellite) == ticks ? end : -1;
    }
    for (int source = 0; source < numberOfSources; source++) {
      if (sources.direct(source, satellite) + behind[source][laneOf[end]] == ticks) {
        return source;
      }
    }
    return -1;
  }

  /** The satellite from which the way to an end comes down, or {@link #UNREACHED}. */
  public int exit(int end, int satellite) {
    int here = satellite;
    int next = next(end, here);
    while (next >= 0) {
      here = next;
      next = next(end, here);
    }
    return next == UNREACHED ? UNREACHED : here;
  }

  boolean endsAreSources() {
    return behind.length == 0;
  }

  SweepOrder order() {
    return order;
  }

  SweepLinks links() {
    return links;
  }

  TreeSources sources() {
    return sources;
  }

  /** Trees in a block. */
  int lanes() {
    return lanes;
  }

  /** Counted through all blocks. */
  int lane(int end) {
    return laneOf[end];
  }

  /** The end of a lane. */
  int endAt(int lane) {
    return endAt[lane];
  }

  TreeRows block(int index) {
    return block[index];
  }
}
