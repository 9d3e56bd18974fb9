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

  void clear() {
    size = 0;
  }

  void add(int numbered, float atX, float atY, float atZ, int ticksBehind) {
    x[size] = atX;
    y[size] = atY;
    z[size] = atZ;
    ticks[size] = ticksBehind;
    satellite[size++] = numbered;
  }

  /** Adds what stands in another list. */
  void add(SkyList other, int at) {
    add(other.satellite[at], other.x[at], other.y[at], other.z[at], other.ticks[at]);
  }

  /** Makes sure that a kernel which reads on beyond the end finds nothing there. */
  void close() {
    Arrays.fill(x, size, size + SortedSky.SPARE, 0);
    Arrays.fill(y, size, size + SortedSky.SPARE, 0);
    Arrays.fill(z, size, size + SortedSky.SPARE, 0);
    Arrays.fill(ticks, size, size + SortedSky.SPARE, Ticks.UNREACHABLE);
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
