package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Verdict;

/**
 * Which satellite and gateway serve each terminal in a slot. Terminals of one cell that share a
 * beam and a way to the ground share a service. Layout: by terminal the number of its service, or a
 * reason below zero, and whether it was handed over; by service its beam and its way. Angles and
 * ranges hold at the start of the slot and are worked out when they are asked for.
 */
public final class Schedule {
  private static final ReasonCode[] REASONS = ReasonCode.values();

  private final SiteTable sites;
  private final Snapshot snapshot;
  private final int[] outcome;
  private final boolean[] handover;
  private final int beams;
  private final Services services;
  private final ServicePolicy policy;

  /**
   * Takes the arrays over.
   *
   * @param outcome by terminal a service, or what {@link #unserved} says
   */
  Schedule(
      SiteTable sites,
      Snapshot snapshot,
      int[] outcome,
      boolean[] handover,
      int beams,
      Services services,
      ServicePolicy policy) {
    this.sites = sites;
    this.snapshot = snapshot;
    this.outcome = outcome;
    this.handover = handover;
    this.beams = beams;
    this.services = services;
    this.policy = policy;
  }

  /** A reason in a service's place. */
  static int unserved(ReasonCode reason) {
    return -1 - reason.ordinal();
  }

  public int terminals() {
    return outcome.length;
  }

  /** Where the terminals are in this slot. */
  public SiteTable sites() {
    return sites;
  }

  /** Beams in use, all satellites together. */
  public int beams() {
    return beams;
  }

  /**
   * {@link ReasonCode#SERVED}, {@link ReasonCode#LINE_LIMITED} where it is served at a low rate
   * only, or why the terminal has no service.
   */
  public ReasonCode reason(int terminal) {
    if (outcome[terminal] < 0) {
      return REASONS[-1 - outcome[terminal]];
    }
    return policy.isLimited(terminal) ? ReasonCode.LINE_LIMITED : ReasonCode.SERVED;
  }

  /** Whether policy lets a terminal be served, and by whose word. */
  public Verdict verdict(int terminal) {
    return policy.verdict(terminal);
  }

  /** Who might be served. */
  public ServicePolicy policy() {
    return policy;
  }

  public boolean isServed(int terminal) {
    return outcome[terminal] >= 0;
  }

  /** The number of what serves the terminal, or below zero; see {@link #services}. */
  public int service(int terminal) {
    return outcome[terminal];
  }

  /** What serves terminals: beams joined with ways. */
  public Services services() {
    return services;
  }

  /** The serving satellite, or -1. */
  public int satellite(int terminal) {
    int service = outcome[terminal];
    return service < 0 ? -1 : services.satellite(service);
  }

  /** The gateway through which the terminal's traffic reaches the ground, or -1. */
  public int gateway(int terminal) {
    int service = outcome[terminal];
    return service < 0 ? -1 : services.ways().gateway(services.way(service));
  }

  /** The satellite above that gateway; the serving one itself in a bent pipe; or -1. */
  public int exitSatellite(int terminal) {
    int service = outcome[terminal];
    return service < 0 ? -1 : services.ways().exitSatellite(services.way(service));
  }

  /** The number of the beam, 0 to {@link #beams()} - 1, that the terminal shares; or -1. */
  public int beam(int terminal) {
    int service = outcome[terminal];
    return service < 0 ? -1 : services.beam(service);
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
    int s = satellite(terminal);
    return s < 0
        ? new LookAngle(Double.NaN, Double.NaN, Double.NaN)
        : sites.lookAngle(terminal, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
  }
}
