package org.orbweaver.core.forwarding;

import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.link.LinkLimits;

/**
 * Terminals that stand too far from others to look at the sky with them: each looks at the cells of
 * its own. Layout: one array a quantity, by number; places are split into whole metres and the
 * rest, as those of satellites in the {@link SortedSky} are. Kernels read the arrays themselves.
 */
public final class LoneTerminals {
  private final int[] endOf;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] restX;
  private final float[] restY;
  private final float[] restZ;
  private final float[] upX;
  private final float[] upY;
  private final float[] upZ;
  private final float[] sinMask;
  private final float maxRangeM;
  private final SkyRuns runs;

  /**
   * @param which terminals
   * @param endOfTerminal by terminal the end of its traffic
   * @param largestRadiusM that a satellite may have, from the Earth's centre
   */
  LoneTerminals(
      SiteTable terminals,
      LinkLimits limits,
      int[] which,
      int[] endOfTerminal,
      double largestRadiusM) {
    int size = which.length;
    endOf = new int[size];
    x = new float[size];
    y = new float[size];
    z = new float[size];
    restX = new float[size];
    restY = new float[size];
    restZ = new float[size];
    upX = new float[size];
    upY = new float[size];
    upZ = new float[size];
    sinMask = new float[size];
    maxRangeM = (float) limits.maxRangeM();
    SkyRuns.Builder sky = new SkyRuns.Builder(largestRadiusM);
    for (int k = 0; k < size; k++) {
      int t = which[k];
      endOf[k] = endOfTerminal[t];
      x[k] = SortedSky.whole(terminals.xM(t));
      y[k] = SortedSky.whole(terminals.yM(t));
      z[k] = SortedSky.whole(terminals.zM(t));
      restX[k] = (float) (terminals.xM(t) - x[k]);
      restY[k] = (float) (terminals.yM(t) - y[k]);
      restZ[k] = (float) (terminals.zM(t) - z[k]);
      upX[k] = (float) terminals.upX(t);
      upY[k] = (float) terminals.upY(t);
      upZ[k] = (float) terminals.upZ(t);
      sinMask[k] = (float) Math.sin(limits.minElevationRad(t));
      sky.add(terminals.xM(t), terminals.yM(t), terminals.zM(t), 0, limits.minElevationRad(t));
    }
    runs = sky.build();
  }

  public int size() {
    return endOf.length;
  }

  /** The end of a terminal's traffic. */
  public int endOf(int number) {
    return endOf[number];
  }

  /** The sky over each. */
  public SkyRuns runs() {
    return runs;
  }

  /** No link is longer. */
  public float maxRangeM() {
    return maxRangeM;
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

  public float[] restX() {
    return restX;
  }

  public float[] restY() {
    return restY;
  }

  public float[] restZ() {
    return restZ;
  }

  public float[] upX() {
    return upX;
  }

  public float[] upY() {
    return upY;
  }

  public float[] upZ() {
    return upZ;
  }

  public float[] sinMask() {
    return sinMask;
  }
}
