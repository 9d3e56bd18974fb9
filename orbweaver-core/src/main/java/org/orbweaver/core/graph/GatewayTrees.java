package org.orbweaver.core.graph;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;

/**
 * Grows the delay trees of all gateways for one moment after another, in storage that is used
 * again. Safe for any thread: moments that overlap get storage each.
 */
public final class GatewayTrees {
  private final TreeKernel kernel;
  private final int[] sourceOrder;
  private final AtomicReference<@Nullable Sorted> lastOrder = new AtomicReference<>();
  private final AtomicReference<TreeSearch.@Nullable Behind> lastBehind = new AtomicReference<>();
  private final ConcurrentLinkedQueue<DelayTrees> free = new ConcurrentLinkedQueue<>();

  private record Sorted(List<List<int[]>> rows, SweepOrder order) {}

  public GatewayTrees(SiteTable gateways, TreeKernel kernel) {
    this.kernel = kernel;
    sourceOrder = SourceOrder.byPlace(gateways);
  }

  /**
   * The reach of a moment; close it when the plan is made.
   *
   * @param gateways the satellites that each gateway sees
   * @param rows of satellites, shell by shell, that lasers join; the same object as long as they
   *     are the same
   */
  public GatewayReach over(InView gateways, LaserLinks lasers, List<List<int[]>> rows) {
    if (lasers.isEmpty()) {
      return GatewayReach.of(gateways, lasers);
    }
    SweepOrder order = order(rows, lasers.satellites());
    DelayTrees trees = storage(order);
    trees.begin(SweepLinks.of(order, lasers), TreeSources.of(gateways));
    IntStream blocks = IntStream.range(0, trees.blocks());
    (trees.blocks() > 1 ? blocks.parallel() : blocks).forEach(trees::growBlock);
    return new Reach(trees);
  }

  private SweepOrder order(List<List<int[]>> rows, int satellites) {
    Sorted known = lastOrder.get();
    if (known == null || known.rows() != rows || known.order().places() != satellites) {
      known = new Sorted(rows, new SweepOrder(satellites, rows));
      lastOrder.set(known);
    }
    return known.order();
  }

  /** Storage of another order is of no use any more. */
  private DelayTrees storage(SweepOrder order) {
    DelayTrees trees = free.poll();
    while (trees != null && trees.order() != order) {
      trees = free.poll();
    }
    return trees == null ? new DelayTrees(kernel, order, sourceOrder) : trees;
  }

  private TreeSearch.Behind behind(GroundFibre fibre, DelayTrees trees) {
    TreeSearch.Behind known = lastBehind.get();
    if (known == null
        || known.fibre() != fibre
        || known.lanes() != trees.blocks() * trees.lanes()) {
      known = TreeSearch.Behind.of(fibre, trees);
      lastBehind.set(known);
    }
    return known;
  }

  /** Grown trees, until they are given back. */
  private final class Reach implements GatewayReach {
    private final DelayTrees trees;

    Reach(DelayTrees trees) {
      this.trees = trees;
    }

    @Override
    public int gateways() {
      return trees.ends();
    }

    @Override
    public void delaysFs(int satellite, long[] byGateway) {
      trees.delaysFs(satellite, byGateway);
    }

    @Override
    public long delayFs(int satellite, int gateway) {
      return trees.delayFs(gateway, satellite);
    }

    @Override
    public GatewaySearch search(GroundFibre fibre) {
      return new TreeSearch(trees, behind(fibre, trees), GatewaySearch.of(this, fibre));
    }

    @Override
    public boolean isReached(int satellite, int towardGateway) {
      return trees.isReached(towardGateway, satellite);
    }

    @Override
    public int next(int satellite, int towardGateway) {
      int next = trees.next(towardGateway, satellite);
      if (next == DelayTrees.UNREACHED) {
        throw new IllegalArgumentException(
            "satellite " + satellite + " does not reach gateway " + towardGateway);
      }
      return next;
    }

    @Override
    public void close() {
      free.add(trees);
    }
  }
}
