package org.orbweaver.core.geometry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * For each of many places, the runs of {@link SkyCells} in which every satellite stands that may be
 * seen from there; some of those in them may not. Found once, since places do not move. Layout:
 * compressed rows by place, of first and last cells.
 */
public final class SkyRuns {
  /** The ellipsoid's normal leans from the radius by at most 0.2 degrees. */
  private static final double LEAN_RAD = Math.toRadians(0.25);

  private final int[] rowStart;
  private final int[] firstCell;
  private final int[] lastCell;

  private SkyRuns(int[] rowStart, List<int[]> runs) {
    this.rowStart = rowStart;
    firstCell = runs.stream().mapToInt(run -> run[0]).toArray();
    lastCell = runs.stream().mapToInt(run -> run[1]).toArray();
  }

  /** Collects places. */
  public static final class Builder {
    private final double largestRadiusM;
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final List<int[]> runs = new ArrayList<>();

    /**
     * @param largestRadiusM that a satellite may have, from the Earth's centre
     */
    public Builder(double largestRadiusM) {
      this.largestRadiusM = largestRadiusM;
    }

    /**
     * Adds a place and all within a distance of it.
     *
     * @param withinM from the place, metres
     * @param minElevationRad above the horizon, for a satellite to be seen
     */
    public Builder add(double x, double y, double z, double withinM, double minElevationRad) {
      double radiusM = Math.sqrt(x * x + y * y + z * z);
      double nearestM = Math.max(1, radiusM - withinM);
      double elevationRad = Math.max(-Math.PI / 2, minElevationRad - LEAN_RAD);
      double angleRad =
          Footprint.angleRad(nearestM, Math.max(nearestM, largestRadiusM), elevationRad)
              + withinM / nearestM
              + LEAN_RAD;
      SkyCells.near(
          Math.asin(Math.clamp(z / radiusM, -1, 1)),
          Math.atan2(y, x),
          angleRad,
          (first, last) -> runs.add(new int[] {first, last}));
      starts.add(runs.size());
      return this;
    }

    public SkyRuns build() {
      return new SkyRuns(starts.stream().mapToInt(Integer::intValue).toArray(), runs);
    }
  }

  /** First run of a place. */
  public int first(int place) {
    return rowStart[place];
  }

  /** One past the last run of a place. */
  public int end(int place) {
    return rowStart[place + 1];
  }

  public int firstCell(int run) {
    return firstCell[run];
  }

  public int lastCell(int run) {
    return lastCell[run];
  }

  /** Adds the cells of a place to a set. */
  public void addCells(int place, BitSet cells) {
    for (int run = rowStart[place]; run < rowStart[place + 1]; run++) {
      cells.set(firstCell[run], lastCell[run] + 1);
    }
  }

  /** First and last cells, in turn, of the runs that a set consists of. */
  public static int[] runsOf(BitSet cells) {
    List<Integer> bounds = new ArrayList<>();
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell)) {
      bounds.add(cell);
      cell = cells.nextClearBit(cell);
      bounds.add(cell - 1);
    }
    return bounds.stream().mapToInt(Integer::intValue).toArray();
  }
}
