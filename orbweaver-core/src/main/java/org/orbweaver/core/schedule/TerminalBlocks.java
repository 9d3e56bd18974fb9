package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.geometry.CellGrid;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.LinkLimits;

/**
 * Terminals by place, so that one look at the sky does for many. A group holds those of a few
 * neighbouring cells; a region, some two and a half degrees wide, holds groups. Layout: each
 * terminal has a slot; the slots of a cell within a group are contiguous and ascend by terminal, so
 * are the slots of a group and the groups of a region.
 */
final class TerminalBlocks {
  /** Cells of a group along either side. */
  private static final int GROUP_SIDE = 3;

  /** Bands of latitude of regions, each cut into regions about as wide. */
  private static final int REGION_BANDS = 72;

  private static final int TERMINAL_BITS = 27;
  private static final int CELL_BITS = 5;

  /** Numbers that describe a site: place, normal, sine of its mask. */
  static final int SITE_SIZE = 7;

  private final int[] cellOf;
  private final int cells;
  private final int[] slotOf;
  private final int[] terminalAt;
  private final int[] groupOf;
  private final double[] sites;
  private final int[] groupStart;
  private final int[] regionOfGroup;
  private final int[] regionStart;
  private final Places groups;
  private final Places regions;
  private final GsoScreen screen;

  /**
   * Where groups or regions lie. Layout: by place its middle, the normal there, the distance of any
   * terminal from the middle and the angle between normals at most, the least distance of any from
   * the Earth's centre, and the sines of the lowest and the highest mask.
   */
  static final class Places {
    final double[] x;
    final double[] y;
    final double[] z;
    final double[] upX;
    final double[] upY;
    final double[] upZ;
    final double[] radiusM;
    final double[] tiltRad;
    final double[] leastRadiusM;
    final double[] leastMaskRad;
    final double[] mostMaskRad;

    Places(int size) {
      x = new double[size];
      y = new double[size];
      z = new double[size];
      upX = new double[size];
      upY = new double[size];
      upZ = new double[size];
      radiusM = new double[size];
      tiltRad = new double[size];
      leastRadiusM = new double[size];
      leastMaskRad = new double[size];
      mostMaskRad = new double[size];
    }
  }

  TerminalBlocks(SiteTable terminals, LinkLimits limits) {
    int n = terminals.size();
    int[] gridCell = new int[n];
    Arrays.parallelSetAll(gridCell, t -> CellGrid.cellOf(terminals.point(t)));
    int[] known = distinct(gridCell);
    cells = known.length;
    cellOf = new int[n];
    Arrays.parallelSetAll(cellOf, t -> Arrays.binarySearch(known, gridCell[t]));
    long[] groupKey = new long[n];
    Arrays.parallelSetAll(groupKey, t -> groupKey(gridCell[t]));
    long[] knownGroups = Arrays.stream(groupKey).parallel().distinct().sorted().toArray();
    long[] slotKey = new long[n];
    Arrays.parallelSetAll(
        slotKey,
        t ->
            (long) Arrays.binarySearch(knownGroups, groupKey[t]) << (TERMINAL_BITS + CELL_BITS)
                | (long) CellGrid.place(gridCell[t], GROUP_SIDE) << TERMINAL_BITS
                | t);
    Arrays.parallelSort(slotKey);
    slotOf = new int[n];
    terminalAt = new int[n];
    groupOf = new int[n];
    groupStart = new int[knownGroups.length + 1];
    for (int slot = 0; slot < n; slot++) {
      terminalAt[slot] = (int) (slotKey[slot] & (1 << TERMINAL_BITS) - 1);
      slotOf[terminalAt[slot]] = slot;
      int group = (int) (slotKey[slot] >>> (TERMINAL_BITS + CELL_BITS));
      groupOf[terminalAt[slot]] = group;
      groupStart[group + 1] = slot + 1;
    }
    sites = sites(terminals, limits);
    regionOfGroup = new int[knownGroups.length];
    regionStart = regions(knownGroups);
    groups = new Places(knownGroups.length);
    regions = new Places(regionStart.length - 1);
    screen = new GsoScreen(knownGroups.length, limits.minGsoSeparationRad());
    settle(terminals, limits);
  }

  private static int[] distinct(int[] values) {
    int[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    int size = 0;
    for (int k = 0; k < sorted.length; k++) {
      if (k == 0 || sorted[k] != sorted[k - 1]) {
        sorted[size++] = sorted[k];
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** Region and block of cells; whole blocks lie in one region. */
  private static long groupKey(int gridCell) {
    int block = CellGrid.block(gridCell, GROUP_SIDE);
    return (long) CellGrid.region(block, GROUP_SIDE, REGION_BANDS) << Integer.SIZE | block;
  }

  private double[] sites(SiteTable terminals, LinkLimits limits) {
    double[] values = new double[SITE_SIZE * terminalAt.length];
    for (int slot = 0; slot < terminalAt.length; slot++) {
      int t = terminalAt[slot];
      int at = SITE_SIZE * slot;
      values[at] = terminals.xM(t);
      values[at + 1] = terminals.yM(t);
      values[at + 2] = terminals.zM(t);
      values[at + 3] = terminals.upX(t);
      values[at + 4] = terminals.upY(t);
      values[at + 5] = terminals.upZ(t);
      values[at + 6] = Math.sin(limits.minElevationRad(t));
    }
    return values;
  }

  private int[] regions(long[] groupKeys) {
    int[] start = new int[groupKeys.length + 1];
    int size = 0;
    for (int g = 0; g < groupKeys.length; g++) {
      if (g == 0 || groupKeys[g] >>> Integer.SIZE != groupKeys[g - 1] >>> Integer.SIZE) {
        start[size++] = g;
      }
      regionOfGroup[g] = size - 1;
    }
    start[size] = groupKeys.length;
    return Arrays.copyOf(start, size + 1);
  }

  private void settle(SiteTable terminals, LinkLimits limits) {
    GsoArc arc = new GsoArc(terminals);
    for (int g = 0; g < groups(); g++) {
      place(groups, g, groupStart[g], groupStart[g + 1], terminals, limits);
      double halfWidthRad = Math.PI;
      for (int slot = groupStart[g]; slot < groupStart[g + 1]; slot++) {
        // A site that sees nothing of the arc makes it NaN, and so it stays.
        halfWidthRad = Math.min(halfWidthRad, arc.visibleHalfWidthRad(terminalAt[slot]));
      }
      screen.place(g, groups.x[g], groups.y[g], groups.z[g], groups.radiusM[g], halfWidthRad);
    }
    for (int r = 0; r < regions(); r++) {
      place(
          regions,
          r,
          groupStart[regionStart[r]],
          groupStart[regionStart[r + 1]],
          terminals,
          limits);
    }
  }

  private void place(
      Places places, int at, int first, int end, SiteTable terminals, LinkLimits limits) {
    double x = 0;
    double y = 0;
    double z = 0;
    double upX = 0;
    double upY = 0;
    double upZ = 0;
    for (int slot = first; slot < end; slot++) {
      int t = terminalAt[slot];
      x += terminals.xM(t);
      y += terminals.yM(t);
      z += terminals.zM(t);
      upX += terminals.upX(t);
      upY += terminals.upY(t);
      upZ += terminals.upZ(t);
    }
    double length = Math.sqrt(upX * upX + upY * upY + upZ * upZ);
    places.x[at] = x / (end - first);
    places.y[at] = y / (end - first);
    places.z[at] = z / (end - first);
    places.upX[at] = upX / length;
    places.upY[at] = upY / length;
    places.upZ[at] = upZ / length;
    places.leastRadiusM[at] = Double.POSITIVE_INFINITY;
    places.leastMaskRad[at] = Math.PI / 2;
    places.mostMaskRad[at] = -Math.PI / 2;
    for (int slot = first; slot < end; slot++) {
      int t = terminalAt[slot];
      places.radiusM[at] =
          Math.max(
              places.radiusM[at], terminals.rangeM(t, places.x[at], places.y[at], places.z[at]));
      double turn =
          Math.hypot(
              Math.hypot(terminals.upX(t) - places.upX[at], terminals.upY(t) - places.upY[at]),
              terminals.upZ(t) - places.upZ[at]);
      // The angle to a chord, and a little more.
      places.tiltRad[at] = Math.max(places.tiltRad[at], 2 * Math.asin(Math.min(1, turn / 2)));
      places.leastRadiusM[at] = Math.min(places.leastRadiusM[at], terminals.rangeM(t, 0, 0, 0));
      places.leastMaskRad[at] = Math.min(places.leastMaskRad[at], limits.minElevationRad(t));
      places.mostMaskRad[at] = Math.max(places.mostMaskRad[at], limits.minElevationRad(t));
    }
  }

  /** Cells with a terminal, numbered without gaps. */
  int cells() {
    return cells;
  }

  int cellOf(int terminal) {
    return cellOf[terminal];
  }

  int slots() {
    return terminalAt.length;
  }

  int terminal(int slot) {
    return terminalAt[slot];
  }

  int slotOf(int terminal) {
    return slotOf[terminal];
  }

  /** By slot, {@link #SITE_SIZE} numbers each; the array itself, only to be read. */
  double[] sites() {
    return sites;
  }

  int groups() {
    return groupStart.length - 1;
  }

  /** The group of a terminal. */
  int groupOf(int terminal) {
    return groupOf[terminal];
  }

  /** First slot of a group; of the one after the last group the end. */
  int firstSlot(int group) {
    return groupStart[group];
  }

  int regions() {
    return regionStart.length - 1;
  }

  int regionOf(int group) {
    return regionOfGroup[group];
  }

  Places groupPlaces() {
    return groups;
  }

  Places regionPlaces() {
    return regions;
  }

  /** What a group may use in spite of the geostationary arc. */
  GsoScreen screen() {
    return screen;
  }
}
