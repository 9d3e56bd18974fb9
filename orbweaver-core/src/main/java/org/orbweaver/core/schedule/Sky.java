package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.GsoScreen;
import org.orbweaver.core.geometry.Horizon;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
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
  private final TerminalBlocks blocks;
  private final Snapshot start;
  private final Snapshot end;
  private final Loads loads;
  private int terminal = -1;
  private int size;
  private int servedBefore;
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
      TerminalBlocks blocks,
      Snapshot start,
      Snapshot end,
      Loads loads) {
    this.terminals = terminals;
    this.gso = gso;
    this.limits = limits;
    this.blocks = blocks;
    this.start = start;
    this.end = end;
    this.loads = loads;
  }

  /**
   * Moves to a terminal.
   *
   * @param offered satellites, of which those in view are taken
   * @param count how many of them
   */
  void moveTo(int newTerminal, int newServedBefore, int[] offered, int count) {
    terminal = newTerminal;
    servedBefore = newServedBefore;
    size = 0;
    if (count > satellite.length) {
      satellite = new int[2 * count];
      sinElevation = new double[2 * count];
      rangeM = new double[2 * count];
      gsoSeparationRad = new double[2 * count];
    }
    double x = terminals.xM(terminal);
    double y = terminals.yM(terminal);
    double z = terminals.zM(terminal);
    double upX = terminals.upX(terminal);
    double upY = terminals.upY(terminal);
    double upZ = terminals.upZ(terminal);
    double sinMask = Math.sin(limits.minElevationRad(terminal));
    double maxRangeM = limits.maxRangeM();
    Horizon horizon = limits.horizon(terminal);
    for (int k = 0; k < count; k++) {
      int candidate = offered[k];
      double dx = start.xM(candidate) - x;
      double dy = start.yM(candidate) - y;
      double dz = start.zM(candidate) - z;
      double range = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double height = dx * upX + dy * upY + dz * upZ;
      if (height < sinMask * range || range > maxRangeM) {
        continue;
      }
      if (horizon != null && horizon.hides(look(candidate))) {
        continue;
      }
      satellite[size] = candidate;
      sinElevation[size] = height / range;
      gsoSeparationRad[size] = Double.NaN;
      rangeM[size++] = range;
    }
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

  /** Component toward true north of the unit vector to a candidate, -1 to 1. */
  public double northward(int candidate) {
    int s = satellite[candidate];
    return ((start.xM(s) - terminals.xM(terminal)) * terminals.northX(terminal)
            + (start.yM(s) - terminals.yM(terminal)) * terminals.northY(terminal)
            + (start.zM(s) - terminals.zM(terminal)) * terminals.northZ(terminal))
        / rangeM[candidate];
  }

  /** When the slot begins: UTC, nanoseconds since the Unix epoch. */
  public long startNs() {
    return start.timeNs();
  }

  /** Direction and distance; the azimuth runs from north over east. */
  public LookAngle lookAngle(int candidate) {
    return look(satellite[candidate]);
  }

  private LookAngle look(int s) {
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
    if (limits.minGsoSeparationRad() == 0) {
      return true;
    }
    int s = satellite[candidate];
    double range = rangeM[candidate];
    int judged =
        blocks
            .screen()
            .judge(
                blocks.groupOf(terminal),
                terminals.xM(terminal),
                terminals.yM(terminal),
                terminals.zM(terminal),
                (start.xM(s) - terminals.xM(terminal)) / range,
                (start.yM(s) - terminals.yM(terminal)) / range,
                (start.zM(s) - terminals.zM(terminal)) / range);
    return judged == GsoScreen.OPEN
        ? gsoSeparationRad(candidate) >= limits.minGsoSeparationRad()
        : judged == GsoScreen.ADMITTED;
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
