package org.orbweaver.core.schedule;

import java.util.Arrays;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The satellites in view of one terminal, as a strategy sees them. A cursor: the scheduler moves it
 * from terminal to terminal and reuses its arrays, so nothing may be kept from it.
 */
public final class Sky {
  private final SiteTable terminals;
  private final GsoArc gso;
  private final Snapshot snapshot;
  private final InView inView;
  private int terminal;
  private int size;
  private int servedBefore;
  private int[] satellite = new int[64];
  private LookAngle[] look = new LookAngle[64];
  private double[] gsoSeparationRad = new double[64];

  Sky(SiteTable terminals, GsoArc gso, Snapshot snapshot, InView inView) {
    this.terminals = terminals;
    this.gso = gso;
    this.snapshot = snapshot;
    this.inView = inView;
  }

  void moveTo(int newTerminal, int newServedBefore) {
    terminal = newTerminal;
    servedBefore = newServedBefore;
    size = inView.end(terminal) - inView.first(terminal);
    if (size > satellite.length) {
      satellite = new int[2 * size];
      look = new LookAngle[2 * size];
      gsoSeparationRad = new double[2 * size];
    }
    for (int k = 0; k < size; k++) {
      int entry = inView.first(terminal) + k;
      satellite[k] = inView.satellite(entry);
      look[k] = inView.lookAngle(terminal, entry);
    }
    Arrays.fill(gsoSeparationRad, 0, size, Double.NaN);
  }

  /** Number of satellites in view. */
  public int size() {
    return size;
  }

  public int terminal() {
    return terminal;
  }

  /** Index of a candidate's satellite. */
  public int satellite(int candidate) {
    return satellite[candidate];
  }

  public double elevationRad(int candidate) {
    return look[candidate].elevationRad();
  }

  /** From north over east. */
  public double azimuthRad(int candidate) {
    return look[candidate].azimuthRad();
  }

  public double rangeM(int candidate) {
    return look[candidate].rangeM();
  }

  LookAngle lookAngle(int candidate) {
    return look[candidate];
  }

  /**
   * Angle at the terminal between a candidate and the geostationary arc; positive infinity where
   * the arc is below the horizon.
   */
  public double gsoSeparationRad(int candidate) {
    if (Double.isNaN(gsoSeparationRad[candidate])) {
      int s = satellite[candidate];
      gsoSeparationRad[candidate] =
          gso.separationRad(terminal, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
    }
    return gsoSeparationRad[candidate];
  }

  /** Whether a candidate served the terminal in the slot before. */
  public boolean isServing(int candidate) {
    return satellite[candidate] == servedBefore;
  }

  /** All terminals, for strategies that depend on where this one is. */
  public SiteTable terminals() {
    return terminals;
  }
}
