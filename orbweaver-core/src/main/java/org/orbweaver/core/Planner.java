package org.orbweaver.core;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.PairRoutes;
import org.orbweaver.core.forwarding.PathDelay;
import org.orbweaver.core.forwarding.PlaceRoutes;
import org.orbweaver.core.forwarding.TerminalPaths;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.graph.DelayGraph;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LaserPlan;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.Topology;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.RouteCosts;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.FairShare;
import org.orbweaver.core.traffic.LinkRates;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.WayResources;

/**
 * From a network and a slot to the plan of that slot: positions, links, schedule, paths and rates.
 * The table of contents of the core; every noun below is a package.
 */
public final class Planner {
  /** Fewer are not worth another thread. */
  private static final int MANY_TERMINALS = 2_000;

  private final Network network;
  private final PlanningTables tables;

  /** That of the slot last asked for: the next question mostly is about the same. */
  private volatile Whereabouts last;

  private final LoadedTariffs tariffs;

  /**
   * Prepares what does not change from slot to slot.
   *
   * @throws IllegalArgumentException where the scenario asks for an unknown strategy
   */
  public Planner(Network network) {
    this(network, PlanningTables.of(network));
  }

  private Planner(Network network, PlanningTables tables) {
    this.network = network;
    this.tables = tables;
    this.last = Whereabouts.atHome(network, tables);
    this.tariffs = new LoadedTariffs(tables);
  }

  /**
   * The same planner for terminals some of which, by index, are where they have said, instead of at
   * home or on their tracks.
   */
  public Planner with(Map<Integer, Track> reported) {
    return new Planner(network.withReported(reported), tables);
  }

  public Network network() {
    return network;
  }

  private Whereabouts whereabouts(long unixNs) {
    Whereabouts then = last.at(unixNs, tables);
    last = then;
    return then;
  }

  /**
   * Plans one slot, with what the scenario says is out and decided. Pure: the same network, slot
   * and previous plan give a bit-identical plan.
   *
   * @param previous the plan of the slot before, or null where nothing is known of it
   */
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
    return plan(slot, previous, network.outages().in(slot));
  }

  /**
   * Plans one slot without what is out, by the scenario's own decisions. Pure, as above.
   *
   * @param outages everything that is out in the slot, the scenario's outages included
   */
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous, Outages outages) {
    return plan(slot, previous, outages, network.rules());
  }

  /**
   * Plans one slot without what is out, by other decisions than the scenario's. Pure, as above.
   *
   * @param outages everything that is out in the slot, the scenario's outages included
   * @param rules all that is decided; what is in force at the slot's start counts
   */
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous, Outages outages, PolicyRules rules) {
    ServicePolicy known = previous == null ? tables.policy() : previous.policy();
    return plan(slot, previous, outages, policy(known, rules, slot.startNs()));
  }

  /**
   * What rules come to at an instant, the terminals that move being where their tracks say.
   *
   * @param known an earlier policy of the same terminals, such as that of the slot before; what is
   *     held of moving terminals goes on from there
   * @param atNs UTC, nanoseconds since the Unix epoch
   */
  public ServicePolicy policy(ServicePolicy known, PolicyRules rules, long atNs) {
    return known.at(rules, atNs).fixed(network.fixes(atNs));
  }

  /**
   * Plans one slot without what is out, for those who may be served. Pure, as above.
   *
   * @param outages everything that is out in the slot, the scenario's outages included
   * @param policy who may be served from the slot's start on
   */
  public SlotPlan plan(
      Slot slot, @Nullable SlotPlan previous, Outages outages, ServicePolicy policy) {
    Snapshot start = startOf(slot, previous);
    Snapshot end = network.ephemeris().at(slot.endNs());
    Topology topology = topology(start, outages);
    Whereabouts there = whereabouts(slot.startNs());
    int[] homePop = there.homePops().without(outages);
    Schedule schedule;
    try (GatewayReach reach = reach(topology, start)) {
      schedule =
          there
              .scheduler()
              .schedule(
                  start,
                  end,
                  topology.sky(),
                  reach,
                  homePop,
                  outages,
                  policy,
                  previous == null ? null : previous.schedule());
    }
    return carry(slot, start, end, topology, homePop, there.pathDelay(), schedule, outages, policy);
  }

  /**
   * Plans the rest of a running slot after something in it has failed: every terminal keeps its
   * satellite and, where it still can, its gateway; the others are rerouted. A terminal whose
   * satellite is out has no service until the next slot. Pure.
   *
   * @param running the plan in force
   * @param outages everything that is out from now on
   */
  public SlotPlan reroute(SlotPlan running, Outages outages) {
    Topology topology = topology(running.start(), outages);
    Whereabouts there = whereabouts(running.slot().startNs());
    int[] homePop = there.homePops().without(outages);
    Schedule schedule;
    try (GatewayReach reach = reach(topology, running.start())) {
      schedule =
          there.scheduler().reroute(running.schedule(), running.start(), reach, homePop, outages);
    }
    return carry(
        running.slot(),
        running.start(),
        running.end(),
        topology,
        homePop,
        there.pathDelay(),
        schedule,
        outages,
        running.policy());
  }

  /** From who is served by what to paths and rates. */
  private SlotPlan carry(
      Slot slot,
      Snapshot start,
      Snapshot end,
      Topology topology,
      int[] homePop,
      PathDelay pathDelay,
      Schedule schedule,
      Outages outages,
      ServicePolicy policy) {
    WayResources resources = new WayResources(schedule.services().ways());
    LinkRates links = tables.links() == null ? null : tables.links().at(schedule, start);
    LoadedTariffs.Asked asked = tariffs.at(slot.startNs(), schedule.sites());
    double[][] rates = new double[2][];
    IntStream both = IntStream.range(0, 2);
    (schedule.terminals() < MANY_TERMINALS ? both : both.parallel())
        .forEach(
            up -> rates[up] = share(asked, schedule, resources, links, policy, up != 0).rates());
    ForwardingTable forwarding =
        TerminalPaths.table(schedule, homePop, pathDelay, start, end, rates[0], rates[1]);
    return new SlotPlan(slot, start, end, topology, schedule, forwarding, outages, policy, links);
  }

  private FairShare share(
      LoadedTariffs.Asked asked,
      Schedule schedule,
      WayResources resources,
      @Nullable LinkRates links,
      ServicePolicy policy,
      boolean isUp,
      int... apart) {
    return FairShare.over(
        links,
        isUp,
        schedule,
        resources,
        isUp ? tables.up() : tables.down(),
        PlanningTables.limited(isUp ? asked.up() : asked.down(), policy),
        apart);
  }

  /**
   * A plan's rates in one direction, to be shared anew as what some terminals ask for changes. The
   * plan itself stays as it is.
   *
   * @param apart terminals whose demands may change, each once
   */
  public FairShare share(SlotPlan plan, boolean isUp, int... apart) {
    Schedule schedule = plan.schedule();
    return share(
        tariffs.at(plan.slot().startNs(), schedule.sites()),
        schedule,
        new WayResources(schedule.services().ways()),
        plan.links(),
        plan.policy(),
        isUp,
        apart);
  }

  /** Whether a strategy's costs choose ways, and not their delays. */
  boolean isRoutedByCosts() {
    return tables.routeCosts() != null;
  }

  GatewayReach reach(Topology topology, Snapshot start) {
    RouteCosts costs = tables.routeCosts();
    return costs == null
        ? tables
            .gatewayTrees()
            .over(topology.gateways(), topology.lasers(), tables.lasers().rowsAt(start.timeNs()))
        : GatewayReach.of(topology.gateways(), topology.lasers(), costs.at(start));
  }

  /** The end of one slot is the start of the next: the same positions, computed once. */
  private Snapshot startOf(Slot slot, @Nullable SlotPlan previous) {
    return previous != null && previous.end().timeNs() == slot.startNs()
        ? previous.end()
        : network.ephemeris().at(slot.startNs());
  }

  private Topology topology(Snapshot positions, Outages outages) {
    Snapshot snapshot = outages.mask(positions);
    SkyIndex sky = new SkyIndex(snapshot);
    return new Topology(
            sky,
            InView.of(snapshot, sky, network.gateways(), tables.gatewayLimits()),
            LaserLinks.of(snapshot, tables.lasers().at(snapshot.timeNs())))
        .without(outages);
  }

  /** Every satellite in a terminal's view in a slot, and what became of it. */
  public List<Candidate> candidates(SlotPlan plan, @Nullable SlotPlan previous, int terminal) {
    return whereabouts(plan.slot().startNs())
        .scheduler()
        .candidates(
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
    boolean direct =
        network.scenario().routing().betweenTerminals() == RoutingSpec.BetweenTerminals.DIRECT;
    return new PairRoutes(
        plan.forwarding(), plan.schedule(), plan.outages(), direct ? laserGraph(plan) : null);
  }

  /** Ways between any nodes in a slot, satellites and gateways too. */
  public PlaceRoutes placeRoutes(SlotPlan plan) {
    return new PlaceRoutes(
        pairRoutes(plan),
        plan.forwarding(),
        () ->
            new InstantRoutes(
                plan.start(),
                InView.none(plan.start()),
                plan.topology(),
                pathDelay(plan),
                plan.outages()),
        plan.outages());
  }

  private DelayGraph laserGraph(SlotPlan plan) {
    RouteCosts costs = tables.routeCosts();
    return costs == null
        ? GatewayReach.graphOf(plan.topology().lasers())
        : GatewayReach.graphOf(plan.topology().lasers(), costs.at(plan.start()));
  }

  /** Shortest paths at an instant (UTC, nanoseconds since the Unix epoch) without a schedule. */
  public InstantRoutes instantRoutes(long unixNs) {
    Outages outages = network.outages().at(unixNs);
    Snapshot snapshot = network.ephemeris().at(unixNs);
    Topology topology = topology(snapshot, outages);
    Whereabouts there = whereabouts(unixNs);
    InView terminals =
        InView.of(snapshot, topology.sky(), there.network().terminals(), tables.terminalLimits());
    return new InstantRoutes(snapshot, terminals, topology, there.pathDelay(), outages);
  }

  /** Delays along given nodes at any moment of a plan's slot. */
  public PathDelay pathDelay(SlotPlan plan) {
    return whereabouts(plan.slot().startNs()).pathDelay();
  }

  /** The same with terminals that move where they are at home. */
  public PathDelay pathDelay() {
    return new PathDelay(network.terminals(), network.gateways(), tables.fibre());
  }

  /** Why a terminal's home PoP is its home in a plan, where nothing is out. */
  public HomePopReason homePopReason(SlotPlan plan, int terminal) {
    return whereabouts(plan.slot().startNs()).homePops().reason(terminal);
  }

  /**
   * Round trips from a terminal to its home PoP in a slot: propagation in the middle of the slot,
   * access and processing.
   *
   * @return null where the terminal is unserved
   */
  public AccessDelay.@Nullable Quantiles roundTrip(SlotPlan plan, int terminal) {
    ForwardingTable table = plan.forwarding();
    return plan.schedule().isServed(terminal)
        ? tables.access().over(2 * table.oneWayDelayS(terminal, 0.5), table.islHops(terminal))
        : null;
  }

  /** The load beside the scenario's terminals; null where the scenario knows none. */
  public @Nullable LoadModel load() {
    return tables.load();
  }

  /** What round trips take beside propagation. */
  public AccessDelay access() {
    return tables.access();
  }

  /** Why a terminal's home PoP is its home where it is at home and nothing is out. */
  public HomePopReason homePopReason(int terminal) {
    return tables.homePops().reason(terminal);
  }

  /** Which laser links there are meant to be. */
  public LaserPlan lasers() {
    return tables.lasers();
  }

  /** What links to terminals must keep. */
  public LinkLimits terminalLimits() {
    return tables.terminalLimits();
  }

  /** What links to gateways must keep. */
  public LinkLimits gatewayLimits() {
    return tables.gatewayLimits();
  }

  /** A terminal's home PoP where it is in a plan, where nothing is out; -1 where there is none. */
  public int homePop(SlotPlan plan, int terminal) {
    return whereabouts(plan.slot().startNs()).homePops().of(terminal);
  }

  /**
   * A terminal's home PoP where it is at home and nothing is out, or -1 where the network has none;
   * see {@link ForwardingTable#homePop} for the one in a plan.
   */
  public int homePop(int terminal) {
    return tables.homePops().of(terminal);
  }
}
