package org.orbweaver.core.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ServicePolicy;

/**
 * Gives each terminal the satellite that its strategy likes best among those that the hard rules
 * leave, and the gateway with the shortest way to its home PoP. Cells have their turn as {@link
 * CellTurns} says, and the terminals of a cell in the order of their indices. Greedy: who comes
 * later never takes anything from who came before.
 */
public final class Scheduler {
  /** Fewer terminals are not worth another thread. */
  private static final int MANY = 10_000;

  private final SiteTable terminals;
  private final LinkLimits limits;
  private final GsoArc gso;
  private final SelectionStrategy strategy;
  private final int beamsPerSatellite;
  private final int[] antennas;
  private final GroundFibre fibre;
  private final long longestDetourFs;
  private final BitSet tooFast;
  private final TerminalBlocks blocks;
  private final @Nullable DishAxes axes;
  private final ConcurrentLinkedQueue<Assignment.Store> freeStores = new ConcurrentLinkedQueue<>();

  /** Without a rule for detours; the parameters are the same. */
  public Scheduler(
      SiteTable terminals,
      LinkLimits limits,
      SelectionStrategy strategy,
      int beamsPerSatellite,
      int[] antennas,
      GroundFibre fibre) {
    this(terminals, limits, strategy, beamsPerSatellite, antennas, fibre, Long.MAX_VALUE);
  }

  /**
   * @param beamsPerSatellite cells that a satellite serves at once
   * @param antennas by gateway: how many satellites it can serve at once
   * @param longestDetourFs a satellite from which the home PoP is farther than from the best one in
   *     view by more than this, one way (see {@link Delay}), comes after all others; {@link
   *     Long#MAX_VALUE} for no such rule
   */
  public Scheduler(
      SiteTable terminals,
      LinkLimits limits,
      SelectionStrategy strategy,
      int beamsPerSatellite,
      int[] antennas,
      GroundFibre fibre,
      long longestDetourFs) {
    this(
        terminals,
        limits,
        strategy,
        beamsPerSatellite,
        antennas,
        fibre,
        longestDetourFs,
        new BitSet(),
        CellTurns.LEAST_CELLS);
  }

  /**
   * The same without terminals that move too fast, and with rounds of so many cells at least; plans
   * do not depend on that.
   */
  Scheduler(
      SiteTable terminals,
      LinkLimits limits,
      SelectionStrategy strategy,
      int beamsPerSatellite,
      int[] antennas,
      GroundFibre fibre,
      long longestDetourFs,
      BitSet tooFast,
      int leastCells) {
    this.terminals = terminals;
    this.limits = limits;
    this.gso = new GsoArc(terminals);
    this.strategy = strategy;
    this.beamsPerSatellite = beamsPerSatellite;
    this.antennas = antennas.clone();
    this.fibre = fibre;
    this.longestDetourFs = longestDetourFs;
    this.tooFast = (BitSet) tooFast.clone();
    blocks = new TerminalBlocks(terminals, limits, leastCells);
    axes =
        strategy instanceof AsObserved observed ? new DishAxes(blocks, terminals, observed) : null;
  }

  /**
   * The same for terminals that stand elsewhere.
   *
   * @param tooFast by terminal: it moves faster than it may be served
   */
  public Scheduler over(SiteTable moved, Ephemeris satellites, long seed, BitSet tooFast) {
    return new Scheduler(
        moved,
        limits,
        strategy.over(moved, satellites, seed),
        beamsPerSatellite,
        antennas,
        fibre,
        longestDetourFs,
        tooFast,
        CellTurns.LEAST_CELLS);
  }

  /** Plans one slot for everybody; the parameters are those below. */
  public Schedule schedule(
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      GatewayReach reach,
      int[] homePop,
      Outages outages,
      @Nullable Schedule previous) {
    ServicePolicy open = ServicePolicy.open(terminals);
    return schedule(start, end, index, reach, homePop, outages, open, previous);
  }

  /**
   * Plans one slot.
   *
   * @param start positions at its start
   * @param end positions at its end
   * @param index the satellites of {@code start} by place, those that are out left out
   * @param homePop by terminal; -1 where there is none; never written to again, since the same
   *     array in the next slot is not read anew
   * @param outages what is out, to tell a failed satellite from none
   * @param policy who may be served; the others take part in nothing
   * @param previous the slot before, or null where it is not known
   */
  public Schedule schedule(
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      GatewayReach reach,
      int[] homePop,
      Outages outages,
      ServicePolicy policy,
      @Nullable Schedule previous) {
    PolicyGate gate = new PolicyGate(policy, tooFast);
    int[] openPop = gate.close(homePop);
    Beams beams = new Beams(start.size(), blocks.cells(), beamsPerSatellite);
    GatewayChoice gateways = gateways(reach, start);
    Services services = new Services(gateways.ways());
    Skies skies = new Skies(start, end, index, beams, gateways, previous);
    Assignment.Store known = freeStores.poll();
    Assignment.Store store =
        known == null
            ? new Assignment.Store(blocks.seats(), longestDetourFs < Long.MAX_VALUE)
            : known;
    Assignment assignment =
        new Assignment(blocks, openPop, beams, gateways, services, store, skies::openChooser);
    int[] outcome = strategy.usesLoad() ? assignment.oneByOne() : assignment.run();
    freeStores.add(store);
    new FailedInView(terminals, gso, limits, start, outages).tellIn(outcome);
    new Obstructed(terminals, gso, limits, start).tellIn(outcome, blocks, skies.openBlockSky());
    gate.tellIn(outcome);
    return new Schedule(
        terminals,
        start,
        outcome,
        handovers(outcome, services, previous),
        beams.count(),
        services,
        policy);
  }

  private GatewayChoice gateways(GatewayReach reach, Snapshot start) {
    return new GatewayChoice(reach, fibre, new Feeders(antennas), start.size());
  }

  private static boolean[] handovers(
      int[] outcome, Services services, @Nullable Schedule previous) {
    boolean[] handover = new boolean[outcome.length];
    if (previous != null) {
      IntStream all = IntStream.range(0, outcome.length);
      (outcome.length < MANY ? all : all.parallel())
          .forEach(t -> {
            int before = previous.satellite(t);
            handover[t] =
                outcome[t] >= 0 && before >= 0 && before != services.satellite(outcome[t]);
          });
    }
    return handover;
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
    Rerouting rerouting = new Rerouting(running, homePop, outages, gateways(reach, start));
    int[] outcome = rerouting.run();
    boolean[] handover = new boolean[outcome.length];
    for (int t = 0; t < outcome.length; t++) {
      handover[t] = outcome[t] >= 0 && running.isHandover(t);
    }
    return new Schedule(
        terminals,
        start,
        outcome,
        handover,
        running.beams(),
        rerouting.services(),
        running.policy());
  }

  /** Every satellite in a terminal's view; see {@link CandidateList}. */
  public List<Candidate> candidates(
      int terminal,
      Snapshot start,
      Snapshot end,
      SkyIndex index,
      Schedule schedule,
      @Nullable Schedule previous) {
    Beams none = new Beams(start.size(), 0, beamsPerSatellite);
    BlockSky near = new BlockSky(blocks, limits, new RegionSkies(blocks, limits, start, index));
    near.moveTo(blocks.groupOf(terminal));
    Sky sky = new Sky(terminals, gso, limits, blocks, start, end, none::load);
    int before = previous == null ? -1 : previous.satellite(terminal);
    sky.moveTo(terminal, before, near.satellites(), near.size());
    return new CandidateList(sky, strategy).of(schedule.satellite(terminal));
  }

  /** The skies of one slot. */
  private final class Skies {
    private final Snapshot start;
    private final Snapshot end;
    private final Beams beams;
    private final GatewayChoice gateways;
    private final @Nullable Schedule previous;
    private final RegionSkies regions;
    private final @Nullable NearSkies near;
    private final @Nullable NearSkies all;
    private final GroupSkies groups = new GroupSkies(blocks.groups());

    Skies(
        Snapshot start,
        Snapshot end,
        SkyIndex index,
        Beams beams,
        GatewayChoice gateways,
        @Nullable Schedule previous) {
      this.start = start;
      this.end = end;
      this.beams = beams;
      this.gateways = gateways;
      this.previous = previous;
      regions = new RegionSkies(blocks, limits, start, index);
      near = nearSkies(longestDetourFs);
      all = nearSkies(Long.MAX_VALUE);
    }

    private @Nullable NearSkies nearSkies(long detourFs) {
      return axes != null && strategy instanceof AsObserved observed
          ? new NearSkies(blocks.groups(), start, observed, axes, gateways, detourFs)
          : null;
    }

    BlockSky openBlockSky() {
      return new BlockSky(blocks, limits, regions);
    }

    Chooser openChooser() {
      Sky sky = new Sky(terminals, gso, limits, blocks, start, end, beams::load);
      IntUnaryOperator servedBefore =
          terminal -> previous == null ? -1 : previous.satellite(terminal);
      RankedChooser ranked =
          new RankedChooser(
              blocks,
              openBlockSky(),
              new Ranking(sky, strategy),
              servedBefore,
              beams,
              gateways,
              longestDetourFs);
      if (axes != null && near != null && all != null && strategy instanceof AsObserved observed) {
        NearSkies.Tools tools = new NearSkies.Tools(openBlockSky(), gateways.openSearch());
        boolean limitsDetours = longestDetourFs < Long.MAX_VALUE;
        return new ObservedChooser(
            blocks,
            limits,
            gso,
            start,
            observed,
            axes,
            new Offer(observed, beams, new NearWays(near, tools, gateways, limitsDetours)),
            new Offer(observed, beams, new NearWays(all, tools, gateways, false)),
            ranked,
            servedBefore,
            limitsDetours);
      }
      return strategy instanceof HighestElevation && longestDetourFs == Long.MAX_VALUE
          ? new HighestChooser(
              blocks, limits, gso, start, groups, openBlockSky(), ranked, beams, gateways)
          : ranked;
    }
  }
}
