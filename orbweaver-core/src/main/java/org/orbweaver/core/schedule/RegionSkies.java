package org.orbweaver.core.schedule;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/**
 * By region the satellites that any terminal of it may have in view, and some that none has; from
 * those that may stand highest down. Found when first asked for, by any thread, the same by each.
 */
final class RegionSkies {
  /** Steps of the sine of elevation by which satellites are put in order. */
  private static final int STEPS = 64;

  private static final byte NOT_SEEN = -1;

  private final TerminalBlocks blocks;
  private final LinkLimits limits;
  private final Snapshot start;
  private final SkyIndex index;
  private final AtomicReferenceArray<@Nullable Around> known;

  /**
   * What stands around a region.
   *
   * @param satellites from those that may stand highest down
   * @param step by satellite, see {@link #most}
   * @param x by satellite where it is
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Around(int[] satellites, byte[] step, double[] x, double[] y, double[] z) {
    private Around(int size) {
      this(new int[size], new byte[size], new double[size], new double[size], new double[size]);
    }

    static Around nothing() {
      return new Around(0);
    }

    int size() {
      return satellites.length;
    }

    /** A sine that a satellite surpasses nowhere in the region, nor does any that comes later. */
    double most(int k) {
      return step[k] == 0 ? Double.POSITIVE_INFINITY : 1 - (step[k] - 1) * 2.0 / STEPS;
    }
  }

  /** What a thread gathers with. Layout: by satellite offered. */
  static final class Tools {
    private final SineBounds bounds = new SineBounds();
    private final int[] satellite;
    private byte[] step = {};
    private double[] x = {};
    private double[] y = {};
    private double[] z = {};

    private Tools(int satellites) {
      satellite = new int[satellites];
    }

    private void allot(int count) {
      bounds.allot(count);
      if (count > step.length) {
        step = new byte[2 * count];
        x = new double[2 * count];
        y = new double[2 * count];
        z = new double[2 * count];
      }
    }
  }

  RegionSkies(TerminalBlocks blocks, LinkLimits limits, Snapshot start, SkyIndex index) {
    this.blocks = blocks;
    this.limits = limits;
    this.start = start;
    this.index = index;
    known = new AtomicReferenceArray<>(blocks.regions());
  }

  /**
   * What stands around a region.
   *
   * @param tools the calling thread's own
   */
  Around of(int region, Tools tools) {
    Around around = known.get(region);
    if (around == null) {
      around = gather(region, tools);
      known.set(region, around);
    }
    return around;
  }

  Tools openTools() {
    return new Tools(index.size());
  }

  private Around gather(int region, Tools tools) {
    TerminalBlocks.Places at = blocks.regionPlaces();
    SineBounds bounds = tools.bounds;
    bounds.moveTo(at, region);
    int near =
        index.near(
            at.x[region],
            at.y[region],
            at.z[region],
            at.leastRadiusM[region],
            Math.asin(Math.min(1, bounds.radiusM() / at.leastRadiusM[region])),
            at.leastMaskRad[region],
            limits.maxRangeM(),
            tools.satellite);
    tools.allot(near);
    for (int k = 0; k < near; k++) {
      tools.x[k] = start.xM(tools.satellite[k]);
      tools.y[k] = start.yM(tools.satellite[k]);
      tools.z[k] = start.zM(tools.satellite[k]);
    }
    bounds.find(tools.x, tools.y, tools.z, 0, near);
    double sinLeast = Math.sin(at.leastMaskRad[region]);
    int[] next = new int[STEPS + 1];
    for (int k = 0; k < near; k++) {
      double most = bounds.sine(k) + bounds.slack(k);
      tools.step[k] =
          most < sinLeast || !bounds.mayReach(k, limits.maxRangeM()) ? NOT_SEEN : step(most);
      if (tools.step[k] != NOT_SEEN) {
        next[tools.step[k] + 1]++;
      }
    }
    for (int s = 0; s < STEPS; s++) {
      next[s + 1] += next[s];
    }
    Around around = new Around(next[STEPS]);
    for (int k = 0; k < near; k++) {
      if (tools.step[k] != NOT_SEEN) {
        int place = next[tools.step[k]]++;
        around.satellites[place] = tools.satellite[k];
        around.step[place] = tools.step[k];
        around.x[place] = tools.x[k];
        around.y[place] = tools.y[k];
        around.z[place] = tools.z[k];
      }
    }
    return around;
  }

  /** Step 0 holds what may pass the zenith; of a later step s nothing surpasses its first sine. */
  private static byte step(double most) {
    return (byte) (most > 1 ? 0 : Math.min(STEPS - 1, (int) ((1 - most) * STEPS / 2) + 1));
  }
}
