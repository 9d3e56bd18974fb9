package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The satellites that terminals of one group may use, sifted from those around its region. Whatever
 * any terminal of the group may use is among them, and some that none may: bounds are drawn with
 * room to spare. A cursor, for one thread.
 */
final class BlockSky {
  /** What rounding may add to a sine or an angle, with plenty to spare. */
  private static final double SPARE = 1e-9;

  private final TerminalBlocks blocks;
  private final TerminalBlocks.Places groups;
  private final GsoScreen screen;
  private final Snapshot start;
  private final RegionSkies regions;
  private final double maxRangeM;
  private final int[] scratch;
  private int region = -1;
  private int[] near = {};
  private double[] nearMost = {};
  private double[] nearX = {};
  private double[] nearY = {};
  private double[] nearZ = {};
  private double[] best = new double[0];
  private double gx;
  private double gy;
  private double gz;
  private double upX;
  private double upY;
  private double upZ;
  private double radiusM;
  private double tiltRad;
  private double sinLeast;
  private double sinMost;
  private int size;
  private int[] satellite = {};
  private double[] x = {};
  private double[] y = {};
  private double[] z = {};
  private double[] most = {};
  private int[] verdict = {};

  BlockSky(TerminalBlocks blocks, LinkLimits limits, RegionSkies regions) {
    this.blocks = blocks;
    this.regions = regions;
    groups = blocks.groupPlaces();
    screen = blocks.screen();
    start = regions.start();
    scratch = regions.scratch();
    maxRangeM = limits.maxRangeM();
  }

  /**
   * By how much the sine of elevation of a satellite may differ between a place and another.
   *
   * @param sine at the one
   * @param range from the one, metres
   * @param radiusM between the two, at most
   * @param tiltRad between their normals, at most
   */
  static double slack(double sine, double range, double radiusM, double tiltRad) {
    double turn = shift(range, radiusM) + tiltRad;
    return turn * Math.sqrt(Math.max(0, 1 - sine * sine)) + turn * turn / 2 + SPARE;
  }

  /** The angle between the directions from either to a satellite, at most. */
  private static double shift(double range, double radiusM) {
    return range > 2 * radiusM ? 1.1 * radiusM / (range - radiusM) + SPARE : Math.PI;
  }

  private void moveToRegion(int newRegion) {
    region = newRegion;
    RegionSkies.Around around = regions.of(region, scratch);
    near = around.satellites();
    nearMost = around.most();
    allot(near.length);
    for (int k = 0; k < near.length; k++) {
      nearX[k] = start.xM(near[k]);
      nearY[k] = start.yM(near[k]);
      nearZ[k] = start.zM(near[k]);
    }
  }

  /** What stands around a region, in no order that matters here. */
  int[] around(int ofRegion) {
    return regions.of(ofRegion, scratch).satellites();
  }

  private void allot(int count) {
    if (count > nearX.length) {
      nearX = new double[2 * count];
      nearY = new double[2 * count];
      nearZ = new double[2 * count];
      satellite = new int[2 * count];
      x = new double[2 * count];
      y = new double[2 * count];
      z = new double[2 * count];
      most = new double[2 * count];
      verdict = new int[2 * count];
    }
  }

  private void moveToGroup(int group) {
    gx = groups.x[group];
    gy = groups.y[group];
    gz = groups.z[group];
    upX = groups.upX[group];
    upY = groups.upY[group];
    upZ = groups.upZ[group];
    radiusM = groups.radiusM[group] + 1e-3;
    tiltRad = groups.tiltRad[group];
    sinLeast = Math.sin(groups.leastMaskRad[group]);
    sinMost = Math.sin(groups.mostMaskRad[group]);
    size = 0;
  }

  /** Moves to a group, and keeps all that any terminal of it may have in view. */
  void moveTo(int group) {
    int[] around = regions.of(blocks.regionOf(group), scratch).satellites();
    moveTo(group, around, around.length);
  }

  /** The same, of some satellites. */
  private void moveTo(int group, int[] offered, int count) {
    moveToGroup(group);
    allot(count);
    for (int k = 0; k < count; k++) {
      int candidate = offered[k];
      sift(group, candidate, start.xM(candidate), start.yM(candidate), start.zM(candidate), false);
    }
  }

  /** Moves to a group, and keeps of some satellites all that any terminal of it may use. */
  void moveToUsable(int group, int[] offered, int count) {
    moveTo(group, offered, count);
    int kept = 0;
    for (int k = 0; k < size; k++) {
      double dx = x[k] - gx;
      double dy = y[k] - gy;
      double dz = z[k] - gz;
      double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (screen.judge(group, dx / r, dy / r, dz / r, shift(r, radiusM)) != GsoScreen.REFUSED) {
        satellite[kept] = satellite[k];
        x[kept] = x[k];
        y[kept] = y[k];
        z[kept++] = z[k];
      }
    }
    size = kept;
  }

  /**
   * Moves to a group, and keeps what may be among so many highest that a terminal of it may use.
   */
  void moveTo(int group, int places) {
    if (blocks.regionOf(group) != region) {
      moveToRegion(blocks.regionOf(group));
    }
    moveToGroup(group);
    if (best.length != places) {
      best = new double[places];
    }
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (int k = 0; k < near.length && nearMost[k] >= best[places - 1]; k++) {
      sift(group, near[k], nearX[k], nearY[k], nearZ[k], true);
    }
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (most[k] >= best[places - 1]) {
        satellite[kept] = satellite[k];
        x[kept] = x[k];
        y[kept] = y[k];
        z[kept] = z[k];
        verdict[kept++] = verdict[k];
      }
    }
    size = kept;
  }

  /**
   * Keeps a satellite unless no terminal of the group has it in view, or may use it.
   *
   * @param forUse whether what the geostationary arc forbids is of no interest
   */
  private void sift(int group, int candidate, double px, double py, double pz, boolean forUse) {
    double dx = px - gx;
    double dy = py - gy;
    double dz = pz - gz;
    double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double s = (dx * upX + dy * upY + dz * upZ) / r;
    double slack = slack(s, r, radiusM, tiltRad);
    if (s + slack < sinLeast || r - radiusM > maxRangeM) {
      return;
    }
    if (forUse) {
      if (s + slack < best[best.length - 1]) {
        return;
      }
      int judged = screen.judge(group, dx / r, dy / r, dz / r, shift(r, radiusM));
      if (judged == GsoScreen.REFUSED) {
        return;
      }
      if (judged == GsoScreen.ADMITTED && s - slack >= sinMost && r + radiusM <= maxRangeM) {
        rank(s - slack);
      }
      verdict[size] = judged;
    }
    satellite[size] = candidate;
    x[size] = px;
    y[size] = py;
    z[size] = pz;
    most[size++] = s + slack;
  }

  /** A sine that a satellite of use surpasses everywhere in the group. */
  private void rank(double surpassed) {
    for (int k = best.length - 1; k >= 0 && surpassed > best[k]; k--) {
      if (k + 1 < best.length) {
        best[k + 1] = best[k];
      }
      best[k] = surpassed;
    }
  }

  /** Satellites kept. */
  int size() {
    return size;
  }

  int satellite(int candidate) {
    return satellite[candidate];
  }

  /** By candidate; the arrays themselves, only to be read. */
  int[] satellites() {
    return satellite;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
  }

  double[] z() {
    return z;
  }

  /** What {@link GsoScreen} says of a candidate that may be of use, for all of the group. */
  int[] verdicts() {
    return verdict;
  }
}
