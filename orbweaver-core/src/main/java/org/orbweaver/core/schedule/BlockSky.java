package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.link.LinkLimits;

/**
 * The satellites that terminals of one group may use, sifted from those around its region. Whatever
 * any terminal of the group may use is among them, and some that none may: bounds are drawn with
 * room to spare. A cursor, for one thread.
 */
final class BlockSky {
  /** Satellites whose bounds are found together: most groups need no more. */
  private static final int AHEAD = 48;

  private final TerminalBlocks blocks;
  private final TerminalBlocks.Places groups;
  private final GsoScreen screen;
  private final RegionSkies regions;
  private final double maxRangeM;
  private final RegionSkies.Tools tools;
  private final SineBounds bounds = new SineBounds();
  private int region = -1;
  private RegionSkies.Around around = RegionSkies.Around.nothing();
  private double[] best = {};
  private double sinLeast;
  private double sinMost;
  private int size;
  private int[] satellite = {};
  private int[] place = {};
  private double[] most = {};
  private byte[] verdict = {};

  BlockSky(TerminalBlocks blocks, LinkLimits limits, RegionSkies regions) {
    this.blocks = blocks;
    this.regions = regions;
    groups = blocks.groupPlaces();
    screen = blocks.screen();
    tools = regions.openTools();
    maxRangeM = limits.maxRangeM();
  }

  private void moveToRegion(int newRegion) {
    region = newRegion;
    around = regions.of(region, tools);
    int count = around.size();
    bounds.allot(count);
    if (count > satellite.length) {
      satellite = new int[2 * count];
      place = new int[2 * count];
      most = new double[2 * count];
      verdict = new byte[2 * count];
    }
  }

  private void moveToGroup(int group) {
    if (blocks.regionOf(group) != region) {
      moveToRegion(blocks.regionOf(group));
    }
    bounds.moveTo(groups, group);
    sinLeast = Math.sin(groups.leastMaskRad[group]);
    sinMost = Math.sin(groups.mostMaskRad[group]);
    size = 0;
  }

  /** Moves to a group, and keeps all that any terminal of it may have in view. */
  void moveTo(int group) {
    moveToGroup(group);
    bounds.find(around.x(), around.y(), around.z(), 0, around.size());
    for (int k = 0; k < around.size(); k++) {
      if (bounds.sine(k) + bounds.slack(k) >= sinLeast && bounds.mayReach(k, maxRangeM)) {
        satellite[size++] = around.satellites()[k];
      }
    }
  }

  /**
   * Moves to a group, and keeps what may be among so many highest that a terminal of it may use,
   * from those that may stand highest down.
   *
   * @param places how many; 0 for all that any may use
   */
  void moveToUsable(int group, int places) {
    moveToGroup(group);
    if (best.length != places) {
      best = new double[places];
    }
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    int count = around.size();
    int known = 0;
    for (int k = 0; k < count && around.most(k) >= cutoff(); k++) {
      if (k == known) {
        known = Math.min(count, k + AHEAD);
        bounds.find(around.x(), around.y(), around.z(), k, known);
      }
      if (bounds.sine(k) + bounds.slack(k) >= Math.max(sinLeast, cutoff())
          && bounds.mayReach(k, maxRangeM)) {
        sift(group, k);
      }
    }
    while (size > 0 && most[size - 1] < cutoff()) {
      size--;
    }
  }

  /** Moves to a group, and keeps all that any terminal of it may use, with its bounds. */
  void moveToAdmitted(int group) {
    moveToGroup(group);
    bounds.find(around.x(), around.y(), around.z(), 0, around.size());
    for (int k = 0; k < around.size(); k++) {
      if (bounds.sine(k) + bounds.slack(k) >= sinLeast && bounds.mayReach(k, maxRangeM)) {
        int judged = judge(group, k);
        if (judged != GsoScreen.REFUSED) {
          satellite[size] = around.satellites()[k];
          place[size] = k;
          verdict[size++] = (byte) judged;
        }
      }
    }
  }

  /** Whether every terminal of the group has one of those admitted in view and may use it. */
  boolean isSure(int candidate) {
    int k = place[candidate];
    return verdict[candidate] == GsoScreen.ADMITTED
        && bounds.sine(k) - bounds.slack(k) >= sinMost
        && bounds.mustReach(k, maxRangeM);
  }

  /** How far one of those admitted is from the middle of the group, metres. */
  double rangeM(int candidate) {
    return 1 / bounds.perRange(place[candidate]);
  }

  /** From the middle of the group to any terminal, at most, metres. */
  double radiusM() {
    return bounds.radiusM();
  }

  /** What is left out surpasses this sine of elevation nowhere in the group. */
  double cutoff() {
    return best.length == 0 ? Double.NEGATIVE_INFINITY : best[best.length - 1];
  }

  /** Keeps a satellite unless no terminal of the group may use it. */
  private void sift(int group, int k) {
    int judged = judge(group, k);
    if (judged == GsoScreen.REFUSED) {
      return;
    }
    double least = bounds.sine(k) - bounds.slack(k);
    if (judged == GsoScreen.ADMITTED && least >= sinMost && bounds.mustReach(k, maxRangeM)) {
      rank(least);
    }
    double highest = bounds.sine(k) + bounds.slack(k);
    int at = size++;
    for (; at > 0 && most[at - 1] < highest; at--) {
      satellite[at] = satellite[at - 1];
      most[at] = most[at - 1];
      verdict[at] = verdict[at - 1];
    }
    satellite[at] = around.satellites()[k];
    most[at] = highest;
    verdict[at] = (byte) judged;
  }

  private int judge(int group, int k) {
    double perRange = bounds.perRange(k);
    return screen.judge(
        group,
        (around.x()[k] - groups.x[group]) * perRange,
        (around.y()[k] - groups.y[group]) * perRange,
        (around.z()[k] - groups.z[group]) * perRange,
        SineBounds.shift(perRange, bounds.radiusM()));
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

  /** Of those that may be used: a sine of elevation that each surpasses nowhere in the group. */
  double[] most() {
    return most;
  }

  /** Of those that may be used: what {@link GsoScreen} says of each, for all of the group. */
  byte[] verdicts() {
    return verdict;
  }
}
