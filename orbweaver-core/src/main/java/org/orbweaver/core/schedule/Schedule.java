package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.LookAngle;

/**
 * Which satellite and gateway serve each terminal in a slot. Layout: one array by terminal for each
 * column; -1 where there is none. Angles and ranges hold at the start of the slot.
 */
public final class Schedule {
  private final ReasonCode[] reason;
  private final int[] satellite;
  private final int[] gateway;
  private final int[] exitSatellite;
  private final boolean[] handover;
  private final double[] elevationRad;
  private final double[] azimuthRad;
  private final double[] rangeM;

  Schedule(int terminals) {
    reason = new ReasonCode[terminals];
    satellite = new int[terminals];
    gateway = new int[terminals];
    exitSatellite = new int[terminals];
    handover = new boolean[terminals];
    elevationRad = new double[terminals];
    azimuthRad = new double[terminals];
    rangeM = new double[terminals];
  }

  void serve(
      int terminal,
      int bySatellite,
      LookAngle look,
      int throughGateway,
      int exit,
      boolean isHandover) {
    reason[terminal] = ReasonCode.SERVED;
    satellite[terminal] = bySatellite;
    gateway[terminal] = throughGateway;
    exitSatellite[terminal] = exit;
    handover[terminal] = isHandover;
    elevationRad[terminal] = look.elevationRad();
    azimuthRad[terminal] = look.azimuthRad();
    rangeM[terminal] = look.rangeM();
  }

  void leave(int terminal, ReasonCode why) {
    reason[terminal] = why;
    satellite[terminal] = -1;
    gateway[terminal] = -1;
    exitSatellite[terminal] = -1;
    elevationRad[terminal] = Double.NaN;
    azimuthRad[terminal] = Double.NaN;
    rangeM[terminal] = Double.NaN;
  }

  public int terminals() {
    return satellite.length;
  }

  /** {@link ReasonCode#SERVED}, or why the terminal has no service. */
  public ReasonCode reason(int terminal) {
    return reason[terminal];
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

  /** Whether the terminal was served by another satellite in the slot before. */
  public boolean isHandover(int terminal) {
    return handover[terminal];
  }

  /** Of the serving satellite; {@code NaN} where there is none. */
  public double elevationRad(int terminal) {
    return elevationRad[terminal];
  }

  /** Of the serving satellite, from north over east; {@code NaN} where there is none. */
  public double azimuthRad(int terminal) {
    return azimuthRad[terminal];
  }

  /** Of the serving satellite, metres; {@code NaN} where there is none. */
  public double rangeM(int terminal) {
    return rangeM[terminal];
  }
}
