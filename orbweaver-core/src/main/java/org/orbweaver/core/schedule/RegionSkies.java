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
  private static final int STEPS = 32;

  private final TerminalBlocks blocks;
  private final LinkLimits limits;
  private final Snapshot start;
  private final SkyIndex index;
  private final AtomicReferenceArray<@Nullable Around> known;

  /**
   * What stands around a region.
   *
   * @param satellites from those that may stand highest down
   * @param most by satellite a sine of elevation that it surpasses nowhere in the region, nor does
   *     any that comes later
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Around(int[] satellites, double[] most) {}

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
   * @param scratch the calling thread's own; as long as {@link #scratch} is
   */
  Around of(int region, int[] scratch) {
    Around around = known.get(region);
    if (around == null) {
      around = new Gathering(region, scratch).run();
      known.set(region, around);
    }
    return around;
  }

  int[] scratch() {
    return new int[index.size()];
  }

  Snapshot start() {
    return start;
  }

  /** One region's turn. */
  private final class Gathering {
    private final int region;
    private final TerminalBlocks.Places at = blocks.regionPlaces();
    private final double spreadM;
    private final double sinLeast;
    private int size;
    private final int[] satellite;
    private byte[] step = {};

    Gathering(int region, int[] scratch) {
      this.region = region;
      satellite = scratch;
      spreadM = at.radiusM[region] + 1e-3;
      sinLeast = Math.sin(at.leastMaskRad[region]);
    }

    Around run() {
      int near =
          index.near(
              at.x[region],
              at.y[region],
              at.z[region],
              at.leastRadiusM[region],
              Math.asin(Math.min(1, spreadM / at.leastRadiusM[region])),
              at.leastMaskRad[region],
              limits.maxRangeM(),
              satellite);
      step = new byte[near];
      for (int k = 0; k < near; k++) {
        take(satellite[k]);
      }
      int[] next = new int[STEPS + 1];
      for (int k = 0; k < size; k++) {
        next[step[k] + 1]++;
      }
      for (int s = 0; s < STEPS; s++) {
        next[s + 1] += next[s];
      }
      int[] sorted = new int[size];
      double[] most = new double[size];
      for (int k = 0; k < size; k++) {
        int place = next[step[k]]++;
        sorted[place] = satellite[k];
        most[place] = step[k] == 0 ? Double.POSITIVE_INFINITY : 1 - (step[k] - 1) * 2.0 / STEPS;
      }
      return new Around(sorted, most);
    }

    private void take(int candidate) {
      double dx = start.xM(candidate) - at.x[region];
      double dy = start.yM(candidate) - at.y[region];
      double dz = start.zM(candidate) - at.z[region];
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double sine = (dx * at.upX[region] + dy * at.upY[region] + dz * at.upZ[region]) / range;
      double most = sine + BlockSky.slack(sine, range, spreadM, at.tiltRad[region]);
      if (most < sinLeast || range - spreadM > limits.maxRangeM()) {
        return;
      }
      satellite[size] = candidate;
      // Step 0 holds what may pass the zenith; of a later step s nothing surpasses its first sine.
      step[size++] =
          (byte) (most > 1 ? 0 : Math.min(STEPS - 1, (int) ((1 - most) * STEPS / 2) + 1));
    }
  }
}
