package org.orbweaver.core.geometry;

import java.util.Arrays;

/**
 * All satellites of a moment in the order of the {@link SkyCells} that they stand above; sorted
 * anew for each moment in the same storage. Layout: by place in that order the satellite, and its
 * Earth-fixed position in {@link #whole} metres and what that leaves, so that the difference of two
 * positions is as good as {@code float} can say it.
 */
public final class SortedSky {
  /**
   * Beyond the last place kernels may read on for the width of a vector. What they find there is at
   * the Earth's centre.
   */
  public static final int SPARE = 16;

  private final int[] step;
  private final int[] column;
  private final int[] cellStart = new int[SkyCells.CELLS + 1];
  private final int[] next = new int[SkyCells.CELLS];
  private final int[] satellite;
  private final float[] xM;
  private final float[] yM;
  private final float[] zM;
  private final float[] restX;
  private final float[] restY;
  private final float[] restZ;
  private final double[] exactX;
  private final double[] exactY;
  private final double[] exactZ;

  public SortedSky(int satellites) {
    step = new int[satellites];
    column = new int[satellites];
    satellite = new int[satellites + SPARE];
    xM = new float[satellites + SPARE];
    yM = new float[satellites + SPARE];
    zM = new float[satellites + SPARE];
    restX = new float[satellites + SPARE];
    restY = new float[satellites + SPARE];
    restZ = new float[satellites + SPARE];
    exactX = new double[satellites];
    exactY = new double[satellites];
    exactZ = new double[satellites];
  }

  /** Takes in the positions of a moment, metres; satellites without one are left out. */
  public void sort(double[] x, double[] y, double[] z) {
    int n = step.length;
    locate(n, x, y, z, step, column);
    Arrays.fill(cellStart, 0);
    for (int s = 0; s < n; s++) {
      step[s] = Double.isNaN(x[s]) ? -1 : SkyCells.cell(step[s], column[s]);
      if (step[s] >= 0) {
        cellStart[step[s] + 1]++;
      }
    }
    for (int cell = 0; cell < SkyCells.CELLS; cell++) {
      next[cell] = cellStart[cell];
      cellStart[cell + 1] += cellStart[cell];
    }
    for (int s = 0; s < n; s++) {
      if (step[s] >= 0) {
        satellite[next[step[s]]++] = s;
      }
    }
    split(x, exactX, xM, restX);
    split(y, exactY, yM, restY);
    split(z, exactZ, zM, restZ);
  }

  private void split(double[] coordinate, double[] exact, float[] whole, float[] rest) {
    int size = size();
    for (int k = 0; k < size; k++) {
      exact[k] = coordinate[satellite[k]];
    }
    split(size, exact, whole, rest);
    Arrays.fill(whole, size, size + SPARE, 0);
    Arrays.fill(rest, size, size + SPARE, 0);
  }

  private static void split(int size, double[] exact, float[] whole, float[] rest) {
    for (int k = 0; k < size; k++) {
      float w = whole(exact[k]);
      whole[k] = w;
      rest[k] = (float) (exact[k] - w);
    }
  }

  /** A length in whole metres, or as nearly as a {@code float} has it. */
  public static float whole(double lengthM) {
    return (float) ((lengthM + 0x1.8p52) - 0x1.8p52);
  }

  /** A loop of its own, for the compiler's sake. */
  private static void locate(int n, double[] x, double[] y, double[] z, int[] step, int[] column) {
    for (int s = 0; s < n; s++) {
      double radius = Math.sqrt(x[s] * x[s] + y[s] * y[s] + z[s] * z[s]);
      step[s] = SkyCells.step(z[s] / radius);
      column[s] = SkyCells.column(x[s], y[s]);
    }
  }

  /** Satellites that have a place. */
  public int size() {
    return cellStart[SkyCells.CELLS];
  }

  /** First place of a cell. */
  public int first(int cell) {
    return cellStart[cell];
  }

  /** One past the last place of a cell. */
  public int end(int cell) {
    return cellStart[cell + 1];
  }

  /** The satellite at a place. */
  public int satellite(int place) {
    return satellite[place];
  }

  /** By place; the array itself, for kernels, only to be read. */
  public int[] satellites() {
    return satellite;
  }

  /** By place, in whole metres. */
  public float[] xM() {
    return xM;
  }

  public float[] yM() {
    return yM;
  }

  public float[] zM() {
    return zM;
  }

  /** What whole metres leave. */
  public float[] restX() {
    return restX;
  }

  public float[] restY() {
    return restY;
  }

  public float[] restZ() {
    return restZ;
  }

  /** As it was given, metres. */
  public double[] exactX() {
    return exactX;
  }

  public double[] exactY() {
    return exactY;
  }

  public double[] exactZ() {
    return exactZ;
  }
}
