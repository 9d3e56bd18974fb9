package org.orbweaver.core.forwarding;

import java.util.Arrays;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.link.LinkLimits;

/**
 * Terminals by place: groups of those that lie within some hundred kilometres and whose traffic has
 * the same end, so that one look at the sky does for all. Layout: each terminal has a slot; the
 * slots of a group are contiguous, in whole vectors of any width, those left over empty. By slot
 * the place relative to the group's middle, metres, and how steep its horizon is.
 */
public final class TerminalGroups {
  /** The widest vectors hold as many. */
  private static final int PAD = 16;

  /** Bands of latitude, each cut into cells about as wide. */
  private static final int BANDS = 90;

  private final int[] slotOf;
  private final int[] groupStart;
  private final int[] endOf;
  private final double[] middleX;
  private final double[] middleY;
  private final double[] middleZ;
  private final SurveyKernel.Stand[] stands;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] slope;
  private final SkyRuns runs;

  /**
   * @param endOfTerminal by terminal the end of its traffic, below 2^20; negative where it has
   *     none, which leaves the terminal out
   * @param largestRadiusM that a satellite may have, from the Earth's centre
   */
  public TerminalGroups(
      SiteTable terminals, LinkLimits limits, int[] endOfTerminal, double largestRadiusM) {
    long[] keys = sortedKeys(terminals, endOfTerminal);
    int groups = groups(keys);
    groupStart = new int[groups + 1];
    endOf = new int[groups];
    middleX = new double[groups];
    middleY = new double[groups];
    middleZ = new double[groups];
    stands = new SurveyKernel.Stand[groups];
    slotOf = new int[terminals.size()];
    Arrays.fill(slotOf, -1);
    allot(keys);
    int slots = groupStart[groups];
    x = new float[slots];
    y = new float[slots];
    z = new float[slots];
    slope = new float[slots];
    Arrays.fill(slope, Float.POSITIVE_INFINITY);
    runs = place(keys, terminals, limits, largestRadiusM);
  }

  /** End, cell and terminal of each terminal that has an end, ascending. */
  private static long[] sortedKeys(SiteTable terminals, int[] endOf) {
    long[] keys = new long[terminals.size()];
    int size = 0;
    for (int t = 0; t < keys.length; t++) {
      if (endOf[t] >= 0) {
        long cell = cell(terminals.point(t).latRad(), terminals.point(t).lonRad());
        keys[size++] = (long) endOf[t] << 43 | cell << 27 | t;
      }
    }
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int cell(double latRad, double lonRad) {
    int band = Math.clamp((int) ((latRad / Math.PI + 0.5) * BANDS), 0, BANDS - 1);
    double middleRad = ((band + 0.5) / BANDS - 0.5) * Math.PI;
    int cells = Math.max(1, (int) (2 * BANDS * Math.cos(middleRad)));
    double turn = lonRad / (2 * Math.PI);
    return band * 2 * BANDS + Math.min(cells - 1, (int) ((turn - Math.floor(turn)) * cells));
  }

  private static int terminal(long key) {
    return (int) (key & (1 << 27) - 1);
  }

  private static int groups(long[] keys) {
    int groups = 0;
    for (int k = 0; k < keys.length; k++) {
      groups += k == 0 || keys[k] >>> 27 != keys[k - 1] >>> 27 ? 1 : 0;
    }
    return groups;
  }

  private void allot(long[] keys) {
    int group = -1;
    int slot = 0;
    for (int k = 0; k < keys.length; k++) {
      if (k == 0 || keys[k] >>> 27 != keys[k - 1] >>> 27) {
        slot = Math.ceilDiv(slot, PAD) * PAD;
        group++;
        groupStart[group] = slot;
        endOf[group] = (int) (keys[k] >>> 43);
      }
      slotOf[terminal(keys[k])] = slot++;
    }
    groupStart[group + 1] = Math.ceilDiv(slot, PAD) * PAD;
  }

  private SkyRuns place(
      long[] keys, SiteTable terminals, LinkLimits limits, double largestRadiusM) {
    SkyRuns.Builder sky = new SkyRuns.Builder(largestRadiusM);
    int from = 0;
    for (int group = 0; group < groups(); group++) {
      int to = from;
      while (to < keys.length && keys[to] >>> 27 == keys[from] >>> 27) {
        int t = terminal(keys[to++]);
        middleX[group] += terminals.xM(t);
        middleY[group] += terminals.yM(t);
        middleZ[group] += terminals.zM(t);
      }
      middleX[group] /= to - from;
      middleY[group] /= to - from;
      middleZ[group] /= to - from;
      double radiusM = 0;
      double lowestRad = Math.PI / 2;
      double highestRad = -Math.PI / 2;
      for (int k = from; k < to; k++) {
        int t = terminal(keys[k]);
        double maskRad = limits.minElevationRad(t);
        radiusM = Math.max(radiusM, settle(group, t, terminals, Math.sin(maskRad)));
        lowestRad = Math.min(lowestRad, maskRad);
        highestRad = Math.max(highestRad, maskRad);
      }
      sky.add(middleX[group], middleY[group], middleZ[group], radiusM + 1, lowestRad);
      stands[group] = stand(group, radiusM, lowestRad, highestRad, limits.maxRangeM());
      from = to;
    }
    return sky.build();
  }

  /** Puts a terminal in its slot; returns how far it is from the group's middle. */
  private double settle(int group, int terminal, SiteTable terminals, double sinMask) {
    int slot = slotOf[terminal];
    double dx = terminals.xM(terminal) - middleX[group];
    double dy = terminals.yM(terminal) - middleY[group];
    double dz = terminals.zM(terminal) - middleZ[group];
    x[slot] = (float) dx;
    y[slot] = (float) dy;
    z[slot] = (float) dz;
    double nx = terminals.xM(terminal);
    double ny = terminals.yM(terminal);
    double nz = terminals.zM(terminal) * SurveyKernel.STRETCH;
    slope[slot] = (float) (sinMask * Math.sqrt(nx * nx + ny * ny + nz * nz));
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private SurveyKernel.Stand stand(
      int group, double radiusM, double lowestRad, double highestRad, double maxRangeM) {
    double nz = middleZ[group] * SurveyKernel.STRETCH;
    double length =
        Math.sqrt(middleX[group] * middleX[group] + middleY[group] * middleY[group] + nz * nz);
    return new SurveyKernel.Stand(
        (float) middleX[group],
        (float) middleY[group],
        (float) middleZ[group],
        (float) (middleX[group] / length),
        (float) (middleY[group] / length),
        (float) (nz / length),
        (float) radiusM + 1,
        (float) Math.sin(lowestRad),
        (float) Math.sin(highestRad),
        (float) maxRangeM);
  }

  public int groups() {
    return endOf.length;
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
  int first(int group) {
    return groupStart[group];
  }

  /** One past the last slot of a group. */
  int end(int group) {
    return groupStart[group + 1];
  }

  /** The end of a group's traffic. */
  int endOf(int group) {
    return endOf[group];
  }

  SkyRuns runs() {
    return runs;
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

  /** Where a group stands, for kernels. */
  SurveyKernel.Stand stand(int group) {
    return stands[group];
  }

  /** By slot, from the middle of its group, metres; the array itself, for kernels to read. */
  float[] x() {
    return x;
  }

  float[] y() {
    return y;
  }

  float[] z() {
    return z;
  }

  /** By slot, the sine of the mask times the length of the normal; infinite where empty. */
  float[] slope() {
    return slope;
  }
}
