package org.orbweaver.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Snapshot;

/**
 * Gives each terminal, in order of its index, the satellite that its strategy likes best among
 * those that the hard rules leave, and the gateway with the shortest way to its home PoP. Greedy: a
 * later terminal never takes anything from an earlier one.
 */
public final class Scheduler {
  private final SiteTable terminals;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final SelectionStrategy strategy;
  private final int beamsPerSatellite;
  private final int[] antennas;
  private final int[] homePop;
  private final GroundFibre fibre;

  /**
   * @param antennas by gateway: how many satellites it can serve at once
   * @param homePop by terminal; -1 where the network has no PoP
   */
  public Scheduler(
      SiteTable terminals,
      LinkLimits limits,
      SelectionStrategy strategy,
      int beamsPerSatellite,
      int[] antennas,
      int[] homePop,
      GroundFibre fibre) {
    this.terminals = terminals;
    this.limits = limits;
    this.gso = new GsoArc(terminals);
    this.strategy = strategy;
    this.beamsPerSatellite = beamsPerSatellite;
    this.antennas = antennas.clone();
    this.homePop = homePop.clone();
    this.fibre = fibre;
  }

  /** Plans one slot; {@code previous} is the slot before, or null where it is not known. */
  public Schedule schedule(
      Snapshot snapshot, InView inView, GatewayReach reach, @Nullable Schedule previous) {
    return new Pass(snapshot, inView, reach, previous).run();
  }

  /** Every satellite in a terminal's view, best first, then those not admitted by elevation. */
  public List<Candidate> candidates(
      int terminal,
      Snapshot snapshot,
      InView inView,
      Schedule schedule,
      @Nullable Schedule previous) {
    Sky sky = new Sky(terminals, gso, snapshot, inView);
    sky.moveTo(terminal, previous == null ? -1 : previous.satellite(terminal));
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < sky.size(); k++) {
      order.add(k);
    }
    order.sort(
        Comparator.comparing((Integer k) -> !isAdmitted(sky, k))
            .thenComparing(
                k -> isAdmitted(sky, k) ? strategy.score(sky, k) : sky.elevationRad(k),
                Comparator.reverseOrder()));
    List<Candidate> result = new ArrayList<>();
    for (int k : order) {
      boolean admitted = isAdmitted(sky, k);
      result.add(
          new Candidate(
              sky.satellite(k),
              sky.lookAngle(k),
              sky.gsoSeparationRad(k),
              admitted,
              admitted ? result.size() + 1 : 0,
              sky.satellite(k) == schedule.satellite(terminal)));
    }
    return result;
  }

  private boolean isAdmitted(Sky sky, int candidate) {
    return limits.minGsoSeparationRad() == 0
        || sky.gsoSeparationRad(candidate) >= limits.minGsoSeparationRad();
  }

  /** One slot's worth of work: what has been given away so far. */
  private final class Pass {
    private final Sky sky;
    private final GatewayReach reach;
    private final @Nullable Schedule previous;
    private final Schedule schedule = new Schedule(terminals.size());
    private final int[] beamsUsed;
    private final Feeders feeders = new Feeders(antennas);
    private double[] score = new double[64];

    Pass(Snapshot snapshot, InView inView, GatewayReach reach, @Nullable Schedule previous) {
      this.sky = new Sky(terminals, gso, snapshot, inView);
      this.reach = reach;
      this.previous = previous;
      this.beamsUsed = new int[snapshot.size()];
    }

    Schedule run() {
      for (int t = 0; t < terminals.size(); t++) {
        sky.moveTo(t, previous == null ? -1 : previous.satellite(t));
        ReasonCode outcome = sky.size() == 0 ? ReasonCode.NO_SATELLITE_IN_VIEW : assign(t);
        if (outcome != ReasonCode.SERVED) {
          schedule.leave(t, outcome);
        }
      }
      return schedule;
    }

    /** Tries candidates from the best down; says why where all of them fail. */
    private ReasonCode assign(int t) {
      int left = scoreAdmitted();
      ReasonCode reason = left == 0 ? ReasonCode.GSO_PROTECTION : ReasonCode.NO_GATEWAY_REACHABLE;
      for (; left > 0; left--) {
        int best = best();
        score[best] = Double.NaN;
        int satellite = sky.satellite(best);
        int gateway = homePop[t] < 0 ? -1 : nearestGateway(satellite, homePop[t]);
        if (gateway < 0) {
          continue;
        }
        if (beamsUsed[satellite] >= beamsPerSatellite) {
          reason = ReasonCode.NO_BEAM_FREE;
          continue;
        }
        beamsUsed[satellite]++;
        int exit = reach.exit(satellite, gateway);
        feeders.take(gateway, exit);
        boolean handover =
            previous != null && previous.isServed(t) && previous.satellite(t) != satellite;
        schedule.serve(t, satellite, sky.lookAngle(best), gateway, exit, handover);
        return ReasonCode.SERVED;
      }
      return reason;
    }

    private int scoreAdmitted() {
      if (sky.size() > score.length) {
        score = new double[2 * sky.size()];
      }
      int admitted = 0;
      for (int k = 0; k < sky.size(); k++) {
        score[k] = isAdmitted(sky, k) ? strategy.score(sky, k) : Double.NaN;
        admitted += Double.isNaN(score[k]) ? 0 : 1;
      }
      return admitted;
    }

    /** Highest score not yet tried; of equal ones the smaller satellite index. */
    private int best() {
      int best = -1;
      for (int k = 0; k < sky.size(); k++) {
        if (!Double.isNaN(score[k]) && (best < 0 || score[k] > score[best])) {
          best = k;
        }
      }
      return best;
    }

    /** The gateway with a free antenna and the shortest way to a PoP, or -1. */
    private int nearestGateway(int satellite, int pop) {
      int nearest = -1;
      long leastFs = Long.MAX_VALUE;
      for (int e = reach.first(satellite); e < reach.end(satellite); e++) {
        int g = reach.gateway(e);
        long delayFs = reach.delayFs(e) + fibre.gatewayToPopFs(g, pop);
        if (delayFs < leastFs && feeders.hasRoom(g, reach.exit(satellite, g))) {
          nearest = g;
          leastFs = delayFs;
        }
      }
      return nearest;
    }
  }
}
