package org.orbweaver.core.forwarding;

import java.util.Arrays;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.link.LinkLimits;

/**
 * Terminals by place, so that one look at the sky does for many: groups of neighbours whose traffic
 * has the same end, areas of such groups, and regions of areas. Layout: each terminal has a slot;
 * the slots of a group are contiguous, in whole vectors of any width, those left over empty. By
 * slot the place relative to the group's middle, metres, and how steep its horizon is.
 */
public final class TerminalGroups {
  /** The widest vectors hold as many. */
  private static final int PAD = 16;

  private final SiteTable terminals;
  private final LinkLimits limits;
  private final int[] slotOf;
  private final int[] groupStart;

  /** By group one past the last slot that is not empty. */
  private final int[] groupFilled;

  private final int[] areaStart;
  private final int[] regionStart;
  private final int[] endOf;
  private final double[] middleX;
  private final double[] middleY;
  private final double[] middleZ;
  private final SurveyKernel.Stand[] stands;
  private final SurveyKernel.Stand[] areaStands;
  private final SurveyKernel.Stand[] regionStands;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] slope;
  private final SkyRuns runs;

  /**
   * @param cuts which terminals, and where groups begin
   * @param endOfTerminal by terminal the end of its traffic
   * @param largestRadiusM that a satellite may have, from the Earth's centre
   */
  TerminalGroups(
      SiteTable terminals,
      LinkLimits limits,
      TerminalCuts cuts,
      int[] endOfTerminal,
      double largestRadiusM) {
    this.terminals = terminals;
    this.limits = limits;
    int[] order = cuts.grouped();
    int[] from = cuts.groupStart();
    areaStart = cuts.areaStart();
    regionStart = cuts.regionStart();
    int groups = from.length - 1;
    int areas = areaStart.length - 1;
    int regions = regionStart.length - 1;
    endOf = new int[regions];
    groupStart = new int[groups + 1];
    groupFilled = new int[groups];
    middleX = new double[groups];
    middleY = new double[groups];
    middleZ = new double[groups];
    stands = new SurveyKernel.Stand[groups];
    areaStands = new SurveyKernel.Stand[areas];
    regionStands = new SurveyKernel.Stand[regions];
    slotOf = new int[terminals.size()];
    Arrays.fill(slotOf, -1);
    for (int group = 0; group < groups; group++) {
      int size = from[group + 1] - from[group];
      groupStart[group + 1] = groupStart[group] + Math.ceilDiv(size, PAD) * PAD;
      groupFilled[group] = groupStart[group] + size;
    }
    x = new float[groupStart[groups]];
    y = new float[x.length];
    z = new float[x.length];
    slope = new float[x.length];
    Arrays.fill(slope, Float.POSITIVE_INFINITY);
    SkyRuns.Builder sky = new SkyRuns.Builder(largestRadiusM);
    for (int region = 0; region < regions; region++) {
      endOf[region] = endOfTerminal[order[from[areaStart[regionStart[region]]]]];
      settle(order, from, region, sky);
    }
    runs = sky.build();
  }

  private void settle(int[] order, int[] from, int region, SkyRuns.Builder sky) {
    double[] middle = new double[3];
    int firstGroup = areaStart[regionStart[region]];
    int endGroup = areaStart[regionStart[region + 1]];
    regionStands[region] = stand(order, from[firstGroup], from[endGroup], middle);
    sky.add(
        middle[0],
        middle[1],
        middle[2],
        regionStands[region].radiusM(),
        Math.asin(regionStands[region].leastSinMask()));
    for (int area = regionStart[region]; area < regionStart[region + 1]; area++) {
      areaStands[area] = stand(order, from[areaStart[area]], from[areaStart[area + 1]], middle);
    }
    for (int group = firstGroup; group < endGroup; group++) {
      stands[group] = stand(order, from[group], from[group + 1], middle);
      middleX[group] = middle[0];
      middleY[group] = middle[1];
      middleZ[group] = middle[2];
      for (int k = from[group]; k < from[group + 1]; k++) {
        settle(order[k], groupStart[group] + k - from[group], middle);
      }
    }
  }

  /** Puts a terminal in a slot. */
  private void settle(int terminal, int slot, double[] middle) {
    slotOf[terminal] = slot;
    x[slot] = (float) (terminals.xM(terminal) - middle[0]);
    y[slot] = (float) (terminals.yM(terminal) - middle[1]);
    z[slot] = (float) (terminals.zM(terminal) - middle[2]);
    double nx = terminals.xM(terminal);
    double ny = terminals.yM(terminal);
    double nz = terminals.zM(terminal) * SurveyKernel.STRETCH;
    double normal = Math.sqrt(nx * nx + ny * ny + nz * nz);
    slope[slot] = (float) (Math.sin(limits.minElevationRad(terminal)) * normal);
  }

  /** Where some terminals stand together; tells their middle, too. */
  private SurveyKernel.Stand stand(int[] order, int from, int to, double[] middle) {
    Arrays.fill(middle, 0);
    for (int k = from; k < to; k++) {
      middle[0] += terminals.xM(order[k]) / (to - from);
      middle[1] += terminals.yM(order[k]) / (to - from);
      middle[2] += terminals.zM(order[k]) / (to - from);
    }
    double radiusM = 0;
    double lowestRad = Math.PI / 2;
    double highestRad = -Math.PI / 2;
    for (int k = from; k < to; k++) {
      int t = order[k];
      radiusM = Math.max(radiusM, terminals.rangeM(t, middle[0], middle[1], middle[2]));
      lowestRad = Math.min(lowestRad, limits.minElevationRad(t));
      highestRad = Math.max(highestRad, limits.minElevationRad(t));
    }
    double nz = middle[2] * SurveyKernel.STRETCH;
    double length = Math.sqrt(middle[0] * middle[0] + middle[1] * middle[1] + nz * nz);
    return new SurveyKernel.Stand(
        (float) middle[0],
        (float) middle[1],
        (float) middle[2],
        (float) (middle[0] / length),
        (float) (middle[1] / length),
        (float) (nz / length),
        (float) radiusM + 1,
        (float) Math.sin(lowestRad),
        (float) Math.sin(highestRad),
        (float) limits.maxRangeM());
  }

  public int regions() {
    return endOf.length;
  }

  /** First area of a region. */
  int firstArea(int region) {
    return regionStart[region];
  }

  /** One past the last area of a region. */
  int endArea(int region) {
    return regionStart[region + 1];
  }

  /** First group of an area. */
  int firstGroup(int area) {
    return areaStart[area];
  }

  /** One past the last group of an area. */
  int endGroup(int area) {
    return areaStart[area + 1];
  }

  /** The end of a region's traffic. */
  int endOf(int region) {
    return endOf[region];
  }

  /** The sky over each region. */
  SkyRuns runs() {
    return runs;
  }

  SurveyKernel.Stand regionStand(int region) {
    return regionStands[region];
  }

  SurveyKernel.Stand areaStand(int area) {
    return areaStands[area];
  }

  /** Slots, empty ones among them. */
  int slots() {
    return x.length;
  }

  /** The slot of a terminal, or -1. */
  int slot(int terminal) {
    return slotOf[terminal];
  }

  /** First slot of a group. */
  public int first(int group) {
    return groupStart[group];
  }

  /** One past the last slot of a group; a multiple of 16 beyond the first. */
  public int end(int group) {
    return groupStart[group + 1];
  }

  /** One past the last slot of a group that is not empty. */
  public int endFilled(int group) {
    return groupFilled[group];
  }

  double middleX(int group) {
    return middleX[group];
  }

  double middleY(int group) {
    return middleY[group];
  }

  double middleZ(int group) {
    return middleZ[group];
  }

  public SurveyKernel.Stand stand(int group) {
    return stands[group];
  }

  /** By slot, from the middle of its group, metres; the array itself, for kernels to read. */
  public float[] x() {
    return x;
  }

  public float[] y() {
    return y;
  }

  public float[] z() {
    return z;
  }

  /** By slot, the sine of the mask times the length of the normal; infinite where empty. */
  public float[] slope() {
    return slope;
  }
}
