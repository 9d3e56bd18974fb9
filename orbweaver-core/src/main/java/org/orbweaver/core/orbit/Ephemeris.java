package org.orbweaver.core.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.LeapSeconds;

/**
 * Positions of a fixed list of satellites at any instant. Near-Earth objects run through our own
 * SGP4, deep-space ones (periods of 225 minutes and more) through Orekit. Immutable and safe for
 * any thread; the same instant gives the same bits, whatever was asked before.
 *
 * <p>A satellite has no position, {@code NaN}, where its elements are none (a mean motion that is
 * not positive, an eccentricity of one or more), where it has decayed or left the theory, and
 * outside the years 1824 to 2115. That never touches the others.
 */
public final class Ephemeris {
  /** Period, seconds, from which the deep-space theory applies (Hoots and Roehrich 1980). */
  private static final double DEEP_SPACE_FROM_S = 225 * 60;

  /** Half of what a long counts, so that no difference of two instants runs over. */
  private static final long REACH_NS = Long.MAX_VALUE / 2 - 60_000_000_000L;

  /** Blocks of the table in a share. */
  private static final int SHARE = 4;

  private final List<MeanElements> elements;
  private final Map<Integer, Generation> told;
  private final Sgp4Table table;
  private final int[] deepIndex;
  private final List<DeepSpace> deep;

  private Ephemeris(List<MeanElements> elements, Map<Integer, Generation> told) {
    this.elements = List.copyOf(elements);
    this.told = Map.copyOf(told);
    int size = this.elements.size();
    table = new Sgp4Table(size);
    int[] far = new int[size];
    int farCount = 0;
    for (int i = 0; i < size; i++) {
      MeanElements e = this.elements.get(i);
      if (!e.isUsable() || !isInReach(e.epochNs())) {
        continue;
      }
      if (e.periodS() >= DEEP_SPACE_FROM_S) {
        far[farCount++] = i;
      } else {
        table.put(i, e);
      }
    }
    deepIndex = Arrays.copyOf(far, farCount);
    deep = new ArrayList<>(farCount);
    for (int i : deepIndex) {
      deep.add(new DeepSpace(this.elements.get(i)));
    }
  }

  /** Prepares propagation of every element set; the index in the list is the satellite's index. */
  public static Ephemeris of(List<MeanElements> elements) {
    return of(elements, Map.of());
  }

  /**
   * The same.
   *
   * @param told makes of satellites by index, for those of which more is known than their elements
   *     tell
   */
  public static Ephemeris of(List<MeanElements> elements, Map<Integer, Generation> told) {
    return new Ephemeris(elements, told);
  }

  public int size() {
    return elements.size();
  }

  public MeanElements elements(int satellite) {
    return elements.get(satellite);
  }

  /** The make of a satellite: what was told of it, else what its elements tell. */
  public Generation generation(int satellite) {
    Generation make = told.get(satellite);
    return make == null ? Generation.of(elements(satellite)) : make;
  }

  /** Epoch of a satellite's elements: UTC, nanoseconds since the Unix epoch. */
  public long epochNs(int satellite) {
    return elements.get(satellite).epochNs();
  }

  /**
   * The epoch in the middle of all, the earlier one of an even number: UTC, nanoseconds since the
   * Unix epoch.
   *
   * @throws IllegalStateException where there is no satellite
   */
  public long medianEpochNs() {
    if (elements.isEmpty()) {
      throw new IllegalStateException("no satellite, no epoch");
    }
    long[] epochs = elements.stream().mapToLong(MeanElements::epochNs).sorted().toArray();
    return epochs[(epochs.length - 1) / 2];
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
   * As {@link #at}, into the caller's arrays by satellite index: Earth-fixed, metres. Allocates
   * nothing unless there are deep-space objects.
   *
   * @throws IllegalArgumentException where an array is shorter than the list of satellites
   */
  public void positions(long unixNs, double[] xM, double[] yM, double[] zM) {
    for (int share = 0; share < shares(); share++) {
      positions(share, unixNs, xM, yM, zM);
    }
  }

  /** Parts in which positions may be worked out, by several threads; none if there is nothing. */
  public int shares() {
    return Math.ceilDiv(table.blocks(), SHARE);
  }

  /** As {@link #positions(long, double[], double[], double[])}, those of one share alone. */
  public void positions(int share, long unixNs, double[] xM, double[] yM, double[] zM) {
    propagate(
        share, share + 1, unixNs, EarthRotation.gmstRad(unixNs), xM, yM, zM, null, null, null);
  }

  /**
   * States in TEME, the frame of the element sets, into the caller's arrays by satellite index:
   * metres, and where the last three are given m/s.
   *
   * @throws IllegalArgumentException where an array is shorter than the list of satellites
   */
  public void statesTeme(
      long unixNs,
      double[] xM,
      double[] yM,
      double[] zM,
      double @Nullable [] vxMps,
      double @Nullable [] vyMps,
      double @Nullable [] vzMps) {
    propagate(0, shares(), unixNs, 0, xM, yM, zM, vxMps, vyMps, vzMps);
  }

  private void propagate(
      int firstShare,
      int endShare,
      long unixNs,
      double turnRad,
      double[] x,
      double[] y,
      double[] z,
      double @Nullable [] vx,
      double @Nullable [] vy,
      double @Nullable [] vz) {
    if (Math.min(x.length, Math.min(y.length, z.length)) < size()) {
      throw new IllegalArgumentException("arrays are shorter than " + size() + " satellites");
    }
    int first = firstShare * SHARE * Sgp4Rows.SIZE;
    int end = Math.min(size(), endShare * SHARE * Sgp4Rows.SIZE);
    if (!isInReach(unixNs)) {
      Arrays.fill(x, first, end, Double.NaN);
      Arrays.fill(y, first, end, Double.NaN);
      Arrays.fill(z, first, end, Double.NaN);
      return;
    }
    int firstBlock = firstShare * SHARE;
    int endBlock = Math.min(table.blocks(), endShare * SHARE);
    Sgp4Kernel.propagate(
        table, firstBlock, endBlock, LeapSeconds.taiNs(unixNs), turnRad, x, y, z, vx, vy, vz);
    if (deepIndex.length == 0) {
      return;
    }
    double cosTurn = Math.cos(turnRad);
    double sinTurn = Math.sin(turnRad);
    double[] state = new double[DeepSpace.STATE_SIZE];
    for (int k = 0; k < deepIndex.length; k++) {
      int i = deepIndex[k];
      if (i < first || i >= end) {
        continue;
      }
      deep.get(k).stateTeme(unixNs, state);
      x[i] = cosTurn * state[0] + sinTurn * state[1];
      y[i] = cosTurn * state[1] - sinTurn * state[0];
      z[i] = state[2];
      if (vx != null && vy != null && vz != null) {
        vx[i] = cosTurn * state[3] + sinTurn * state[4];
        vy[i] = cosTurn * state[4] - sinTurn * state[3];
        vz[i] = state[5];
      }
    }
  }

  private static boolean isInReach(long unixNs) {
    return unixNs >= -REACH_NS && unixNs <= REACH_NS;
  }
}
