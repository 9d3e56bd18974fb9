package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The satellites in view of one terminal, as a strategy sees them. A cursor: the scheduler moves it
 * from terminal to terminal and reuses its arrays, so nothing may be kept from it.
 */
public final class Sky {
  private final SiteTable terminals;
  private final GsoArc gso;
  private final LinkLimits limits;
  private final Snapshot start;
  private final Snapshot end;
  private final SkyIndex index;
  private final Loads loads;
  private final IntConsumer test = this::take;
  private int terminal = -1;
  private int size;
  private int servedBefore;
  private double sinMask;
  private int[] satellite = new int[64];
  private double[] sinElevation = new double[64];
  private double[] rangeM = new double[64];
  private double[] gsoSeparationRad = new double[64];

  /** How busy satellites are so far. */
  @FunctionalInterface
  interface Loads {
    double load(int satellite);
  }

  Sky(
      SiteTable terminals,
      GsoArc gso,
      LinkLimits limits,
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      Loads loads) {
    this.terminals = terminals;
    this.gso = gso;
    this.limits = limits;
    this.start = start;
    this.end = end;
    this.index = index;
    this.loads = loads;
  }

  void moveTo(int newTerminal, int newServedBefore) {
    terminal = newTerminal;
    servedBefore = newServedBefore;
    size = 0;
    sinMask = Math.sin(limits.minElevationRad(terminal));
    index.near(terminals, terminal, limits.minElevationRad(terminal), limits.maxRangeM(), test);
    Arrays.fill(gsoSeparationRad, 0, size, Double.NaN);
  }

  /** The index offers some satellites too many; this test is exact. */
  private void take(int candidate) {
    double dx = start.xM(candidate) - terminals.xM(terminal);
    double dy = start.yM(candidate) - terminals.yM(terminal);
    double dz = start.zM(candidate) - terminals.zM(terminal);
    double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double height =
        dx * terminals.upX(terminal) + dy * terminals.upY(terminal) + dz * terminals.upZ(terminal);
    if (height < sinMask * range || range > limits.maxRangeM()) {
      return;
    }
    if (size == satellite.length) {
      satellite = Arrays.copyOf(satellite, 2 * size);
      sinElevation = Arrays.copyOf(sinElevation, 2 * size);
      rangeM = Arrays.copyOf(rangeM, 2 * size);
      gsoSeparationRad = Arrays.copyOf(gsoSeparationRad, 2 * size);
    }
    satellite[size] = candidate;
    sinElevation[size] = height / range;
    rangeM[size++] = range;
  }

  /** Number of satellites in view. */
  public int size() {
    return size;
  }

  public int terminal() {
    return terminal;
  }

  /** All terminals, for strategies that depend on where this one is. */
  public SiteTable terminals() {
    return terminals;
  }

  /** Index of a candidate's satellite. */
  public int satellite(int candidate) {
    return satellite[candidate];
  }

  /** Cheaper than the elevation, and in the same order. */
  public double sinElevation(int candidate) {
    return sinElevation[candidate];
  }

  public double elevationRad(int candidate) {
    return Math.asin(Math.clamp(sinElevation[candidate], -1, 1));
  }

  public double rangeM(int candidate) {
    return rangeM[candidate];
  }

  /** Direction and distance; the azimuth runs from north over east. */
  public LookAngle lookAngle(int candidate) {
    int s = satellite[candidate];
    return terminals.lookAngle(terminal, start.xM(s), start.yM(s), start.zM(s));
  }

  /**
   * Angle at the terminal between a candidate and the geostationary arc; positive infinity where
   * the arc is below the horizon.
   */
  public double gsoSeparationRad(int candidate) {
    if (Double.isNaN(gsoSeparationRad[candidate])) {
      int s = satellite[candidate];
      gsoSeparationRad[candidate] =
          gso.separationRad(terminal, start.xM(s), start.yM(s), start.zM(s));
    }
    return gsoSeparationRad[candidate];
  }

  /** Whether the protection of the geostationary arc allows a candidate. */
  boolean isAdmitted(int candidate) {
    return limits.minGsoSeparationRad() == 0
        || gsoSeparationRad(candidate) >= limits.minGsoSeparationRad();
  }

  /** Whether a candidate served the terminal in the slot before. */
  public boolean isServing(int candidate) {
    return satellite[candidate] == servedBefore;
  }

  /**
   * How much of a candidate's beams is given away so far, 0 to 1. Only for strategies that say that
   * they use it.
   */
  public double load(int candidate) {
    return loads.load(satellite[candidate]);
  }

  /** See {@link Passes}. */
  public double remainingS(int candidate) {
    return Passes.remainingS(
        terminals, terminal, limits.minElevationRad(terminal), start, end, satellite[candidate]);
  }
}
