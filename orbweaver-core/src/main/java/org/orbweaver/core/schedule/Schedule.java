package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Which satellite and gateway serve each terminal in a slot. Layout: one array by terminal for each
 * column; -1 where there is none. Angles and ranges hold at the start of the slot and are worked
 * out when they are asked for.
 */
public final class Schedule {
  private static final ReasonCode[] REASONS = ReasonCode.values();

  private final SiteTable sites;
  private final Snapshot snapshot;
  private final byte[] reason;
  private final int[] satellite;
  private final int[] gateway;
  private final int[] exitSatellite;
  private final int[] beam;
  private final boolean[] handover;
  private int beams;

  Schedule(SiteTable sites, Snapshot snapshot) {
    this.sites = sites;
    this.snapshot = snapshot;
    int terminals = sites.size();
    reason = new byte[terminals];
    satellite = new int[terminals];
    gateway = new int[terminals];
    exitSatellite = new int[terminals];
    beam = new int[terminals];
    handover = new boolean[terminals];
  }

  void serve(
      int terminal, int bySatellite, int throughGateway, int exit, int inBeam, boolean isHandover) {
    reason[terminal] = (byte) ReasonCode.SERVED.ordinal();
    satellite[terminal] = bySatellite;
    gateway[terminal] = throughGateway;
    exitSatellite[terminal] = exit;
    beam[terminal] = inBeam;
    handover[terminal] = isHandover;
  }

  void leave(int terminal, ReasonCode why) {
    reason[terminal] = (byte) why.ordinal();
    satellite[terminal] = -1;
    gateway[terminal] = -1;
    exitSatellite[terminal] = -1;
    beam[terminal] = -1;
  }

  void closeWith(int beamCount) {
    beams = beamCount;
  }

  public int terminals() {
    return satellite.length;
  }

  /** Beams in use, all satellites together. */
  public int beams() {
    return beams;
  }

  /** {@link ReasonCode#SERVED}, or why the terminal has no service. */
  public ReasonCode reason(int terminal) {
    return REASONS[reason[terminal]];
  }

  public boolean isServed(int terminal) {
    return satellite[terminal] >= 0;
  }

  /** The serving satellite, or -1. */
  public int satellite(int terminal) {
    return satellite[terminal];
  }

  /** The gateway through which the terminal's traffic reaches the ground, or -1. */
  public int gateway(int terminal) {
    return gateway[terminal];
  }

  /** The satellite above that gateway; the serving one itself in a bent pipe; or -1. */
  public int exitSatellite(int terminal) {
    return exitSatellite[terminal];
  }

  /** The number of the beam, 0 to {@link #beams()} - 1, that the terminal shares; or -1. */
  public int beam(int terminal) {
    return beam[terminal];
  }

  /** Whether the terminal was served by another satellite in the slot before. */
  public boolean isHandover(int terminal) {
    return handover[terminal];
  }

  /** Of the serving satellite; {@code NaN} where there is none. */
  public double elevationRad(int terminal) {
    return look(terminal).elevationRad();
  }

  /** Of the serving satellite, from north over east; {@code NaN} where there is none. */
  public double azimuthRad(int terminal) {
    return look(terminal).azimuthRad();
  }

  /** Of the serving satellite, metres; {@code NaN} where there is none. */
  public double rangeM(int terminal) {
    return look(terminal).rangeM();
  }

  private LookAngle look(int terminal) {
    int s = satellite[terminal];
    return s < 0
        ? new LookAngle(Double.NaN, Double.NaN, Double.NaN)
        : sites.lookAngle(terminal, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
  }
}
