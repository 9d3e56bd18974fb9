package org.orbweaver.core.forwarding;

import java.util.Arrays;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.Ticks;

/**
 * Some satellites that may be first on a way, each with its place in metres from where its list
 * says, and how far the end of traffic is behind it. Layout: one array a quantity, by number in the
 * list; each {@link SortedSky#SPARE} longer than the list. Kernels read the arrays themselves.
 */
public final class SkyList {
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final int[] ticks;
  private final int[] satellite;
  private int size;

  SkyList(int most) {
    x = new float[most + SortedSky.SPARE];
    y = new float[most + SortedSky.SPARE];
    z = new float[most + SortedSky.SPARE];
    ticks = new int[most + SortedSky.SPARE];
    satellite = new int[most + SortedSky.SPARE];
  }

  /** All that stand in a sky, by place there. */
  SkyList(SortedSky sky, int[] ticksByPlace) {
    x = sky.xM();
    y = sky.yM();
    z = sky.zM();
    ticks = ticksByPlace;
    satellite = sky.satellites();
  }

  /**
   * Says how many a kernel has put in.
   *
   * @param padded whether what reads on beyond them is to find nothing there
   */
  public void close(int ofSize, boolean padded) {
    size = ofSize;
    if (!padded) {
      return;
    }
    Arrays.fill(x, size, size + SortedSky.SPARE, 0);
    Arrays.fill(y, size, size + SortedSky.SPARE, 0);
    Arrays.fill(z, size, size + SortedSky.SPARE, 0);
    Arrays.fill(ticks, size, size + SortedSky.SPARE, Ticks.UNREACHABLE);
  }

  /** Copies one of another list's. */
  void put(int at, SkyList other, int from) {
    x[at] = other.x[from];
    y[at] = other.y[from];
    z[at] = other.z[from];
    ticks[at] = other.ticks[from];
    satellite[at] = other.satellite[from];
  }

  /** Moves the places: from now on they are counted from somewhere else. */
  void countFrom(double fromX, double fromY, double fromZ, double[] xM, double[] yM, double[] zM) {
    for (int k = 0; k < size; k++) {
      int s = satellite[k];
      x[k] = (float) (xM[s] - fromX);
      y[k] = (float) (yM[s] - fromY);
      z[k] = (float) (zM[s] - fromZ);
    }
  }

  public int size() {
    return size;
  }

  public float[] x() {
    return x;
  }

  public float[] y() {
    return y;
  }

  public float[] z() {
    return z;
  }

  public int[] ticks() {
    return ticks;
  }

  public int[] satellite() {
    return satellite;
  }
}
