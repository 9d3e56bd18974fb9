package org.orbweaver.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.PairRoutes;
import org.orbweaver.core.forwarding.PathDelay;
import org.orbweaver.core.forwarding.TerminalPaths;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.Topology;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Scheduler;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.FairShare;

/**
 * From a network and a slot to the plan of that slot: positions, links, schedule, paths and rates.
 * The table of contents of the core; every noun below is a package.
 */
public final class Planner {
  private final Network network;
  private final PlanningTables tables;
  private final Scheduler scheduler;
  private final PathDelay pathDelay;

  /**
   * Prepares what does not change from slot to slot.
   *
   * @throws IllegalArgumentException where the scenario asks for an unknown strategy
   */
  public Planner(Network network) {
    this.network = network;
    this.tables = PlanningTables.of(network);
    this.scheduler = tables.scheduler();
    this.pathDelay = new PathDelay(network.terminals(), network.gateways(), tables.fibre());
  }

  public Network network() {
    return network;
  }

  /**
   * Plans one slot. Pure: the same network, slot and previous plan give a bit-identical plan.
   *
   * @param previous the plan of the slot before, or null where nothing is known of it
   */
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
    Snapshot start = startOf(slot, previous);
    Snapshot end = network.ephemeris().at(slot.endNs());
    Topology topology = topology(start);
    GatewayReach reach = GatewayReach.of(topology.gateways(), topology.lasers());
    Schedule schedule =
        scheduler.schedule(
            start, end, topology.sky(), reach, previous == null ? null : previous.schedule());
    ForwardingTable forwarding =
        TerminalPaths.table(
            schedule,
            reach,
            tables.homePop(),
            pathDelay,
            start,
            end,
            rates(schedule, reach, tables.down(), tables.downDemandBps()),
            rates(schedule, reach, tables.up(), tables.upDemandBps()));
    return new SlotPlan(slot, start, end, topology, schedule, forwarding);
  }

  private double[] rates(
      Schedule schedule, GatewayReach reach, FairShare.Capacities capacities, double[] demandBps) {
    return new FairShare(schedule, reach, capacities, tables.weight(), demandBps).rates();
  }

  /** The end of one slot is the start of the next: the same positions, computed once. */
  private Snapshot startOf(Slot slot, @Nullable SlotPlan previous) {
    return previous != null && previous.end().timeNs() == slot.startNs()
        ? previous.end()
        : network.ephemeris().at(slot.startNs());
  }

  private Topology topology(Snapshot snapshot) {
    SkyIndex sky = new SkyIndex(snapshot);
    return new Topology(
        sky,
        InView.of(snapshot, sky, network.gateways(), tables.gatewayLimits()),
        LaserLinks.of(snapshot, tables.lasers().at(snapshot.timeNs())));
  }

  /** Every satellite in a terminal's view in a slot, and what became of it. */
  public List<Candidate> candidates(SlotPlan plan, @Nullable SlotPlan previous, int terminal) {
    return scheduler.candidates(
        terminal,
        plan.start(),
        plan.end(),
        plan.topology().sky(),
        plan.schedule(),
        previous == null ? null : previous.schedule());
  }

  /**
   * Scheduled ways between terminals and PoPs in a slot; see {@link #pathDelay} for their delay.
   */
  public PairRoutes pairRoutes(SlotPlan plan) {
    return new PairRoutes(
        plan.forwarding(),
        plan.schedule(),
        plan.topology().lasers(),
        network.scenario().routing().betweenTerminals() == RoutingSpec.BetweenTerminals.DIRECT);
  }

  /** Shortest paths at an instant (UTC, nanoseconds since the Unix epoch) without a schedule. */
  public InstantRoutes instantRoutes(long unixNs) {
    Snapshot snapshot = network.ephemeris().at(unixNs);
    Topology topology = topology(snapshot);
    InView terminals =
        InView.of(snapshot, topology.sky(), network.terminals(), tables.terminalLimits());
    return new InstantRoutes(snapshot, terminals, topology, pathDelay, network.pops());
  }

  /** Delays along given nodes at any moment. */
  public PathDelay pathDelay() {
    return pathDelay;
  }

  /** A terminal's home PoP, or -1 where the network has none. */
  public int homePop(int terminal) {
    return tables.homePop()[terminal];
  }
}
