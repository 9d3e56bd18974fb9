package org.orbweaver.app.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.LinkRates;

/**
 * What a site has in the first slot. Names are null, angles and delays {@code NaN} where it has no
 * service.
 *
 * @param elevationRad of the serving satellite, at the slot's start
 * @param azimuthRad of the serving satellite, at the slot's start
 * @param rttMs propagation only, at the slot's start
 * @param roundTrip with access, queues and processing; null where it has no service
 * @param rain what rain takes of its link; null without service or a budget of links
 * @param verdict whether policy lets it be served, and by whose word
 * @param inView satellites above the mask
 * @param admitted those of them that protection of the geostationary arc allows
 */
public record SiteNow(
    ReasonCode reason,
    @Nullable String satellite,
    double elevationRad,
    double azimuthRad,
    @Nullable String gateway,
    @Nullable String pop,
    int islHops,
    double rttMs,
    AccessDelay.@Nullable Quantiles roundTrip,
    double downMbps,
    double upMbps,
    @Nullable RainLoss rain,
    Verdict verdict,
    int inView,
    int admitted) {

  /** Reads it off a plan. */
  public static SiteNow of(
      Planner planner, SlotPlan plan, int terminal, List<Candidate> candidates) {
    Network network = planner.network();
    Schedule schedule = plan.schedule();
    Path path = plan.forwarding().path(terminal);
    LinkRates links = plan.links();
    int admitted = (int) candidates.stream().filter(Candidate::admitted).count();
    if (path == null) {
      return new SiteNow(
          schedule.reason(terminal),
          null,
          Double.NaN,
          Double.NaN,
          null,
          null,
          0,
          Double.NaN,
          null,
          Double.NaN,
          Double.NaN,
          null,
          schedule.verdict(terminal),
          candidates.size(),
          admitted);
    }
    return new SiteNow(
        schedule.reason(terminal),
        network.ephemeris().elements(schedule.satellite(terminal)).name(),
        schedule.elevationRad(terminal),
        schedule.azimuthRad(terminal),
        network.gateways().name(schedule.gateway(terminal)),
        network.pops().name(path.nodes().getLast().index()),
        plan.forwarding().islHops(terminal),
        path.rttMs(),
        planner.roundTrip(plan, terminal),
        plan.forwarding().downBps(terminal) / 1e6,
        plan.forwarding().upBps(terminal) / 1e6,
        links == null ? null : links.loss(terminal),
        schedule.verdict(terminal),
        candidates.size(),
        admitted);
  }

  public boolean isServed() {
    return satellite != null;
  }
}
