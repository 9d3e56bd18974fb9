package org.orbweaver.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.CellGrid;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
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
  private final GroundFibre fibre;
  private final int pops;
  private final int[] cell;

  /**
   * @param beamsPerSatellite cells that a satellite serves at once
   * @param antennas by gateway: how many satellites it can serve at once
   */
  public Scheduler(
      SiteTable terminals,
      LinkLimits limits,
      SelectionStrategy strategy,
      int beamsPerSatellite,
      int[] antennas,
      GroundFibre fibre) {
    this.terminals = terminals;
    this.limits = limits;
    this.gso = new GsoArc(terminals);
    this.strategy = strategy;
    this.beamsPerSatellite = beamsPerSatellite;
    this.antennas = antennas.clone();
    this.fibre = fibre;
    this.pops = fibre.pops();
    cell = new int[terminals.size()];
    for (int t = 0; t < cell.length; t++) {
      cell[t] = CellGrid.cellOf(terminals.point(t));
    }
  }

  /**
   * Plans one slot.
   *
   * @param start positions at its start
   * @param end positions at its end
   * @param index the satellites of {@code start} by place, those that are out left out
   * @param homePop by terminal; -1 where there is none
   * @param outages what is out, to tell a failed satellite from none
   * @param previous the slot before, or null where it is not known
   */
  public Schedule schedule(
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      GatewayReach reach,
      int[] homePop,
      Outages outages,
      @Nullable Schedule previous) {
    Schedule schedule = new Pass(start, end, index, reach, homePop, previous).run();
    new FailedInView(terminals, gso, limits, start, outages).tellIn(schedule);
    return schedule;
  }

  /**
   * The rest of a running slot without what is out: satellites stay as they are, gateways where
   * they can.
   *
   * @param start positions at the slot's start
   * @param reach without what is out
   * @param homePop by terminal, without what is out
   */
  public Schedule reroute(
      Schedule running, Snapshot start, GatewayReach reach, int[] homePop, Outages outages) {
    Feeders feeders = new Feeders(antennas);
    GatewayChoice gateways = new GatewayChoice(reach, fibre, feeders, start.size(), pops);
    return new Rerouting(running, reach, homePop, outages, feeders, gateways)
        .into(new Schedule(terminals, start));
  }

  /** Every satellite in a terminal's view, best first, then those not admitted by elevation. */
  public List<Candidate> candidates(
      int terminal,
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      Schedule schedule,
      @Nullable Schedule previous) {
    Sky sky = new Sky(terminals, gso, limits, start, end, index, s -> 0);
    sky.moveTo(terminal, servedBefore(previous, terminal));
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < sky.size(); k++) {
      order.add(k);
    }
    order.sort(
        Comparator.comparing((Integer k) -> !sky.isAdmitted(k))
            .thenComparing(
                k -> sky.isAdmitted(k) ? strategy.score(sky, k) : sky.sinElevation(k),
                Comparator.reverseOrder())
            .thenComparing(sky::satellite));
    List<Candidate> result = new ArrayList<>();
    for (int k : order) {
      boolean admitted = sky.isAdmitted(k);
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

  private static int servedBefore(@Nullable Schedule previous, int terminal) {
    return previous == null ? -1 : previous.satellite(terminal);
  }

  /** One slot's worth of work: what has been given away so far. */
  private final class Pass {
    private final GatewayReach reach;
    private final int[] homePop;
    private final @Nullable Schedule previous;
    private final Schedule schedule;
    private final Beams beams;
    private final Feeders feeders = new Feeders(antennas);
    private final GatewayChoice gateways;
    private final ShortLists.SkySource skies;
    private final Ranking ranking;

    Pass(
        Snapshot start,
        Snapshot end,
        SkyIndex index,
        GatewayReach reach,
        int[] homePop,
        @Nullable Schedule previous) {
      this.reach = reach;
      this.homePop = homePop;
      this.previous = previous;
      schedule = new Schedule(terminals, start);
      beams = new Beams(start.size(), beamsPerSatellite);
      gateways = new GatewayChoice(reach, fibre, feeders, start.size(), pops);
      skies = () -> new Sky(terminals, gso, limits, start, end, index, beams::load);
      ranking = new Ranking(skies.open(), strategy);
    }

    Schedule run() {
      if (strategy.usesLoad()) {
        for (int t = 0; t < terminals.size(); t++) {
          close(t, assignFromSky(t, ReasonCode.GSO_PROTECTION));
        }
      } else {
        ShortLists lists =
            ShortLists.of(terminals.size(), skies, t -> servedBefore(previous, t), strategy);
        for (int t = 0; t < terminals.size(); t++) {
          close(t, lists.anyInView(t) ? assign(t, lists) : ReasonCode.NO_SATELLITE_IN_VIEW);
        }
      }
      schedule.closeWith(beams.count());
      return schedule;
    }

    private void close(int t, ReasonCode outcome) {
      if (outcome != ReasonCode.SERVED) {
        schedule.leave(t, outcome);
      }
    }

    /** Tries the short list from the best down, and the whole sky where that was too short. */
    private ReasonCode assign(int t, ShortLists lists) {
      ReasonCode reason = ReasonCode.GSO_PROTECTION;
      for (int k = 0; k < ShortLists.LENGTH && lists.satellite(t, k) >= 0; k++) {
        reason = tryOne(t, lists.satellite(t, k), reason);
        if (reason == ReasonCode.SERVED) {
          return reason;
        }
      }
      return lists.mayGoOn(t) ? assignFromSky(t, reason) : reason;
    }

    private ReasonCode assignFromSky(int t, ReasonCode before) {
      ranking.moveTo(t, servedBefore(previous, t));
      ReasonCode reason = ranking.sky().size() == 0 ? ReasonCode.NO_SATELLITE_IN_VIEW : before;
      for (int k = ranking.next(); k >= 0; k = ranking.next()) {
        reason = tryOne(t, ranking.sky().satellite(k), reason);
        if (reason == ReasonCode.SERVED) {
          return reason;
        }
      }
      return reason;
    }

    /** Serves the terminal if it can; else the reason of the candidate that came farthest. */
    private ReasonCode tryOne(int t, int satellite, ReasonCode reasonSoFar) {
      int gateway = homePop[t] < 0 ? -1 : gateways.of(satellite, homePop[t]);
      if (gateway < 0) {
        return reasonSoFar == ReasonCode.NO_BEAM_FREE
            ? reasonSoFar
            : ReasonCode.NO_GATEWAY_REACHABLE;
      }
      if (!beams.hasRoom(satellite, cell[t])) {
        return ReasonCode.NO_BEAM_FREE;
      }
      int exit = reach.exit(reach.entry(satellite, gateway));
      feeders.take(gateway, exit);
      int before = servedBefore(previous, t);
      schedule.serve(
          t,
          satellite,
          gateway,
          exit,
          beams.take(satellite, cell[t]),
          before >= 0 && before != satellite);
      return ReasonCode.SERVED;
    }
  }
}
