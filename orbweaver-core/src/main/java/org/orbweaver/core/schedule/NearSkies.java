package org.orbweaver.core.schedule;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewaySearch;
import org.orbweaver.core.orbit.Snapshot;

/**
 * By group and PoP the satellites that terminals may use without a detour, as things were when they
 * were first asked for, with bounds of what {@link AsObserved} says of them but for its lots. Ways
 * only ever grow longer, so that what is left out stays a detour as long as the shortest way does
 * not grow by too much; then they are found anew. For any thread.
 */
final class NearSkies {
  /** By how much the shortest way may grow before satellites are looked for again. */
  private static final long ROOM_FS = Delay.ofSeconds(1e-3);

  /** What rounding may add to a way, and to a score, with plenty to spare. */
  private static final long SPARE_FS = 10;

  private static final double SPARE = 1e-9;

  private final Snapshot start;
  private final AsObserved strategy;
  private final DishAxes axes;
  private final GatewayChoice gateways;
  private final long longestDetourFs;
  private final AtomicReferenceArray<@Nullable Near> known;

  /**
   * What is near a group, from the shortest way up.
   *
   * @param filled how many gateways were full
   * @param sure by satellite: any terminal has it in view and may use it
   * @param spaceFs by satellite: how far it is from any terminal at least
   * @param spanFs it is farther by no more than this
   * @param gateway by satellite where its way led to
   * @param delayFs by satellite how long that was
   * @param most by satellite what it scores at most, but for its lot and for having served before
   * @param limitFs what is left out is farther than this, one way
   * @param other the same for another PoP
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Near(
      int pop,
      int filled,
      int[] satellite,
      byte[] verdict,
      boolean[] sure,
      long[] spaceFs,
      long spanFs,
      int[] gateway,
      long[] delayFs,
      double[] most,
      long limitFs,
      @Nullable Near other) {
    int size() {
      return satellite.length;
    }
  }

  /** What a thread looks with. Layout: by satellite around a group. */
  static final class Tools {
    private final BlockSky sky;
    private final GatewaySearch search;
    private final SineBounds boresights = new SineBounds();
    private double[] x = {};
    private double[] y = {};
    private double[] z = {};
    private int[] gateway = {};
    private long[] delayFs = {};
    private long[] leastFs = {};
    private int[] order = {};

    /**
     * @param sky of its own
     */
    Tools(BlockSky sky, GatewaySearch search) {
      this.sky = sky;
      this.search = search;
    }

    private void allot(int size) {
      if (size > x.length) {
        x = new double[2 * size];
        y = new double[2 * size];
        z = new double[2 * size];
        gateway = new int[2 * size];
        delayFs = new long[2 * size];
        leastFs = new long[2 * size];
        order = new int[2 * size];
        boresights.allot(2 * size);
      }
    }
  }

  /**
   * @param longestDetourFs {@link Long#MAX_VALUE} where nothing is a detour
   */
  NearSkies(
      int groups,
      Snapshot start,
      AsObserved strategy,
      DishAxes axes,
      GatewayChoice gateways,
      long longestDetourFs) {
    this.start = start;
    this.strategy = strategy;
    this.axes = axes;
    this.gateways = gateways;
    this.longestDetourFs = longestDetourFs;
    known = new AtomicReferenceArray<>(groups);
  }

  /** What was found near a group before, or is found now. */
  Near of(int group, int pop, Tools tools) {
    Near near = known.get(group);
    while (near != null && near.pop() != pop) {
      near = near.other();
    }
    return near == null ? again(group, pop, tools) : near;
  }

  /** What is found near a group now. */
  Near again(int group, int pop, Tools tools) {
    Near near = find(group, pop, tools, known.get(group));
    known.set(group, near);
    return near;
  }

  /** Up to where ways are no detours if the shortest is as long as this. */
  long limitFs(long shortestFs) {
    return longestDetourFs == Long.MAX_VALUE
        ? Delay.UNREACHABLE_FS - 1
        : Math.min(shortestFs, Delay.UNREACHABLE_FS) + longestDetourFs;
  }

  private Near find(int group, int pop, Tools tools, @Nullable Near other) {
    int filled = gateways.filled();
    BlockSky sky = tools.sky;
    sky.moveToAdmitted(group);
    tools.allot(sky.size());
    long spanFs = Delay.spaceFs(2 * sky.radiusM()) + 2 * SPARE_FS;
    long shortestFs = Delay.UNREACHABLE_FS;
    for (int k = 0; k < sky.size(); k++) {
      int s = sky.satellite(k);
      tools.gateway[k] = gateways.gateway(s, pop, tools.search);
      tools.delayFs[k] = gateways.delayFs(s, tools.gateway[k], pop);
      tools.leastFs[k] = tools.delayFs[k] + spaceFs(sky, k);
      if (sky.isSure(k)) {
        shortestFs = Math.min(shortestFs, tools.leastFs[k] + spanFs);
      }
    }
    long limitFs = limitFs(shortestFs) + ROOM_FS;
    int size = 0;
    for (int k = 0; k < sky.size(); k++) {
      if (tools.gateway[k] == GatewayChoice.NONE || tools.leastFs[k] > limitFs) {
        continue;
      }
      int at = size++;
      for (; at > 0 && tools.leastFs[tools.order[at - 1]] > tools.leastFs[k]; at--) {
        tools.order[at] = tools.order[at - 1];
      }
      tools.order[at] = k;
    }
    return near(group, pop, filled, tools, size, spanFs, limitFs, other);
  }

  private Near near(
      int group,
      int pop,
      int filled,
      Tools tools,
      int size,
      long spanFs,
      long limitFs,
      @Nullable Near other) {
    Near near =
        new Near(
            pop,
            filled,
            new int[size],
            new byte[size],
            new boolean[size],
            new long[size],
            spanFs,
            new int[size],
            new long[size],
            new double[size],
            limitFs,
            other == null || other.pop() != pop ? other : other.other());
    BlockSky sky = tools.sky;
    for (int k = 0; k < size; k++) {
      int from = tools.order[k];
      int s = sky.satellite(from);
      near.satellite[k] = s;
      near.verdict[k] = sky.verdicts()[from];
      near.sure[k] = sky.isSure(from);
      near.spaceFs[k] = spaceFs(sky, from);
      near.gateway[k] = tools.gateway[from];
      near.delayFs[k] = tools.delayFs[from];
      tools.x[k] = start.xM(s);
      tools.y[k] = start.yM(s);
      tools.z[k] = start.zM(s);
    }
    tools.boresights.moveTo(axes.places(), group);
    tools.boresights.find(tools.x, tools.y, tools.z, 0, size);
    for (int k = 0; k < size; k++) {
      double make = strategy.make(near.satellite[k]);
      double highest = tools.boresights.sine(k) + tools.boresights.slack(k);
      near.most[k] = make + strategy.weights().boresightTerm(highest) + SPARE;
    }
    return near;
  }

  private static long spaceFs(BlockSky sky, int k) {
    return Delay.spaceFs(sky.rangeM(k) - sky.radiusM()) - SPARE_FS;
  }
}
