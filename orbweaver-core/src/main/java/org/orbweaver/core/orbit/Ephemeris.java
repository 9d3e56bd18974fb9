package org.orbweaver.core.orbit;

import java.util.Arrays;
import java.util.List;
import org.orbweaver.core.time.LeapSeconds;

/**
 * Positions of a fixed list of satellites at any instant. Near-Earth objects run through our own
 * SGP4, deep-space ones (periods of 225 minutes and more) through Orekit. Immutable and safe for
 * any thread; the same instant gives the same bits, whatever was asked before.
 */
public final class Ephemeris {
  /** Period, minutes, from which the deep-space theory applies (Hoots and Roehrich 1980). */
  private static final double DEEP_SPACE_MIN = 225;

  private final List<MeanElements> elements;
  private final Sgp4Table table;
  private final int[] deepIndex;
  private final DeepSpace[] deep;

  private Ephemeris(List<MeanElements> elements) {
    this.elements = List.copyOf(elements);
    this.table = new Sgp4Table(this.elements.size());
    int[] far = new int[this.elements.size()];
    int farCount = 0;
    for (int i = 0; i < far.length; i++) {
      MeanElements e = this.elements.get(i);
      double n =
          MeanMotion.brouwerRadPerMin(
              e.meanMotionRadPerS() * 60, e.eccentricity(), e.inclinationRad());
      if (2 * Math.PI / n >= DEEP_SPACE_MIN) {
        far[farCount++] = i;
      } else {
        Sgp4Init.fill(table, i, e);
      }
    }
    deepIndex = Arrays.copyOf(far, farCount);
    deep = new DeepSpace[farCount];
    for (int k = 0; k < farCount; k++) {
      deep[k] = new DeepSpace(this.elements.get(deepIndex[k]));
    }
  }

  /** Prepares propagation of every element set; the index in the list is the satellite's index. */
  public static Ephemeris of(List<MeanElements> elements) {
    return new Ephemeris(elements);
  }

  public int size() {
    return elements.size();
  }

  public MeanElements elements(int satellite) {
    return elements.get(satellite);
  }

  /** Epoch of a satellite's elements: UTC, nanoseconds since the Unix epoch. */
  public long epochNs(int satellite) {
    return elements.get(satellite).epochNs();
  }

  /** All positions at an instant (UTC, nanoseconds since the Unix epoch). */
  public Snapshot at(long unixNs) {
    double[] xM = new double[size()];
    double[] yM = new double[size()];
    double[] zM = new double[size()];
    positions(unixNs, xM, yM, zM);
    return new Snapshot(unixNs, xM, yM, zM);
  }

  /**
   * As {@link #at}, into the caller's arrays (by satellite index, Earth-fixed metres, NaN where
   * there is no position). Allocates nothing unless there are deep-space objects.
   */
  public void positions(long unixNs, double[] xM, double[] yM, double[] zM) {
    double gmst = EarthRotation.gmstRad(unixNs);
    double cos = Math.cos(gmst);
    double sin = Math.sin(gmst);
    Sgp4Kernel.propagate(
        table, 0, table.size, LeapSeconds.taiNs(unixNs), cos, sin, xM, yM, zM, null, null, null);
    for (int k = 0; k < deep.length; k++) {
      double[] state = deep[k].stateTeme(unixNs);
      xM[deepIndex[k]] = cos * state[0] + sin * state[1];
      yM[deepIndex[k]] = cos * state[1] - sin * state[0];
      zM[deepIndex[k]] = state[2];
    }
  }
}
