package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.orbweaver.core.geometry.CellGrid;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.LinkLimits;

/**
 * Terminals by place, so that one look at the sky does for many. A group holds those of a few
 * neighbouring cells; a region, some two and a half degrees wide, holds groups. Layout: each
 * terminal has a seat; the seats of a cell are contiguous and ascend by terminal, and cells are
 * numbered as {@link CellTurns} says: by round, then by region and group.
 */
final class TerminalBlocks {
  /** Cells of a group along either side. */
  private static final int GROUP_SIDE = 4;

  /** Bands of latitude of regions, each cut into regions about as wide. */
  private static final int REGION_BANDS = 72;

  private static final int TERMINAL_BITS = 27;
  private static final int CELL_BITS = 5;

  /** Numbers that describe a site: place, normal, sine of its mask. */
  static final int SITE_SIZE = 7;

  private final int[] terminalAt;
  private final int[] cellStart;
  private final int[] groupOfCell;
  private final int[] groupOf;
  private final double[] sites;
  private final int[] regionOfGroup;
  private final CellTurns turns;
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

  /**
   * @param leastCells of a round
   */
  TerminalBlocks(SiteTable terminals, LinkLimits limits, int leastCells) {
    int n = terminals.size();
    int[] gridCell = new int[n];
    Arrays.parallelSetAll(gridCell, t -> CellGrid.cellOf(terminals.point(t)));
    long[] groupKey = new long[n];
    Arrays.parallelSetAll(groupKey, t -> groupKey(gridCell[t]));
    long[] knownGroups = Arrays.stream(groupKey).parallel().distinct().sorted().toArray();
    long[] placeKey = new long[n];
    Arrays.parallelSetAll(
        placeKey,
        t ->
            (long) Arrays.binarySearch(knownGroups, groupKey[t]) << (TERMINAL_BITS + CELL_BITS)
                | (long) CellGrid.place(gridCell[t], GROUP_SIDE) << TERMINAL_BITS
                | t);
    Arrays.parallelSort(placeKey);
    int[] byPlace = new int[n];
    int[] firstAt = new int[n + 1];
    int[] groupStart = new int[knownGroups.length + 1];
    groupOf = new int[n];
    int cells = 0;
    for (int k = 0; k < n; k++) {
      byPlace[k] = (int) (placeKey[k] & (1 << TERMINAL_BITS) - 1);
      int group = (int) (placeKey[k] >>> (TERMINAL_BITS + CELL_BITS));
      groupOf[byPlace[k]] = group;
      groupStart[group + 1] = k + 1;
      if (k == 0 || placeKey[k] >>> TERMINAL_BITS != placeKey[k - 1] >>> TERMINAL_BITS) {
        firstAt[cells++] = k;
      }
    }
    firstAt[cells] = n;
    int[] firstTerminal = new int[cells];
    Arrays.setAll(firstTerminal, c -> byPlace[firstAt[c]]);
    int[] size = new int[cells];
    Arrays.setAll(size, c -> firstAt[c + 1] - firstAt[c]);
    turns = new CellTurns(firstTerminal, size, leastCells);
    terminalAt = new int[n];
    cellStart = new int[cells + 1];
    groupOfCell = new int[cells];
    for (int c = 0; c < cells; c++) {
      int from = turns.byPlace()[c];
      System.arraycopy(byPlace, firstAt[from], terminalAt, cellStart[c], size[from]);
      cellStart[c + 1] = cellStart[c] + size[from];
      groupOfCell[c] = groupOf[terminalAt[cellStart[c]]];
    }
    sites = sites(terminals, limits);
    regionOfGroup = new int[knownGroups.length];
    int[] regionStart = regions(knownGroups);
    groups = new Places(knownGroups.length);
    regions = new Places(regionStart.length - 1);
    screen = new GsoScreen(knownGroups.length, limits.minGsoSeparationRad());
    settle(terminals, limits, byPlace, groupStart, regionStart);
  }

  /** Region and block of cells; whole blocks lie in one region. */
  private static long groupKey(int gridCell) {
    int block = CellGrid.block(gridCell, GROUP_SIDE);
    return (long) CellGrid.region(block, GROUP_SIDE, REGION_BANDS) << Integer.SIZE | block;
  }

  private double[] sites(SiteTable terminals, LinkLimits limits) {
    double[] values = new double[SITE_SIZE * terminalAt.length];
    for (int seat = 0; seat < terminalAt.length; seat++) {
      int t = terminalAt[seat];
      int at = SITE_SIZE * seat;
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

  private void settle(
      SiteTable terminals, LinkLimits limits, int[] byPlace, int[] groupStart, int[] regionStart) {
    GsoArc arc = new GsoArc(terminals);
    IntStream.range(0, groups.x.length)
        .parallel()
        .forEach(g -> {
          int first = groupStart[g];
          int end = groupStart[g + 1];
          place(groups, g, byPlace, first, end, terminals, limits);
          double halfWidthRad = Math.PI;
          for (int k = first; k < end; k++) {
            // A site that sees nothing of the arc makes it NaN, and so it stays.
            halfWidthRad = Math.min(halfWidthRad, arc.visibleHalfWidthRad(byPlace[k]));
          }
          screen.place(g, groups.x[g], groups.y[g], groups.z[g], groups.radiusM[g], halfWidthRad);
        });
    for (int r = 0; r < regions(); r++) {
      int first = groupStart[regionStart[r]];
      place(regions, r, byPlace, first, groupStart[regionStart[r + 1]], terminals, limits);
    }
  }

  private static void place(
      Places places,
      int at,
      int[] byPlace,
      int first,
      int end,
      SiteTable terminals,
      LinkLimits limits) {
    double x = 0;
    double y = 0;
    double z = 0;
    double upX = 0;
    double upY = 0;
    double upZ = 0;
    for (int k = first; k < end; k++) {
      int t = byPlace[k];
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
    for (int k = first; k < end; k++) {
      int t = byPlace[k];
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
    return cellStart.length - 1;
  }

  /** The order in which they have their turn. */
  CellTurns turns() {
    return turns;
  }

  /** First seat of a cell; of the one after the last cell the end. */
  int firstSeat(int cell) {
    return cellStart[cell];
  }

  int groupOfCell(int cell) {
    return groupOfCell[cell];
  }

  /** Seats, one for each terminal. */
  int seats() {
    return terminalAt.length;
  }

  int terminal(int seat) {
    return terminalAt[seat];
  }

  /** By seat, {@link #SITE_SIZE} numbers each; the array itself, only to be read. */
  double[] sites() {
    return sites;
  }

  int groups() {
    return groups.x.length;
  }

  /** The group of a terminal. */
  int groupOf(int terminal) {
    return groupOf[terminal];
  }

  int regions() {
    return regions.x.length;
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
