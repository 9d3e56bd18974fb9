package org.orbweaver.core.schedule;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * Gives each terminal, in order of its index, the satellite that its strategy likes best among
 * those that the hard rules leave, and the gateway with the shortest way to its home PoP. Greedy: a
 * later terminal never takes anything from an earlier one.
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
  private final TerminalBlocks blocks;
  private final ConcurrentLinkedQueue<ShortLists> freeLists = new ConcurrentLinkedQueue<>();

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
    this.terminals = terminals;
    this.limits = limits;
    this.gso = new GsoArc(terminals);
    this.strategy = strategy;
    this.beamsPerSatellite = beamsPerSatellite;
    this.antennas = antennas.clone();
    this.fibre = fibre;
    this.longestDetourFs = longestDetourFs;
    blocks = new TerminalBlocks(terminals, limits);
  }

  /** The same for terminals that stand elsewhere. */
  public Scheduler over(SiteTable moved, Ephemeris satellites, long seed) {
    return new Scheduler(
        moved, limits, strategy.over(moved, satellites, seed), beamsPerSatellite, antennas, fibre);
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
   * @param homePop by terminal; -1 where there is none
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
    PolicyGate gate = new PolicyGate(policy);
    int[] openPop = gate.close(homePop);
    Beams beams = new Beams(start.size(), blocks.cells(), beamsPerSatellite);
    GatewayChoice gateways = gateways(reach, start);
    Services services = new Services(gateways.ways());
    Skies skies = new Skies(start, end, index, beams, previous);
    Assignment assignment =
        new Assignment(blocks, openPop, beams, gateways, services, skies, longestDetourFs);
    int[] outcome =
        strategy.usesLoad() || longestDetourFs < Long.MAX_VALUE
            ? assignment.oneByOne()
            : fromLists(assignment, openPop, skies);
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

  /** Lists are used again: a million of them are too many to throw away each slot. */
  private int[] fromLists(Assignment assignment, int[] homePop, Skies skies) {
    ShortLists known = freeLists.poll();
    ShortLists lists = known == null ? new ShortLists(terminals.size()) : known;
    lists.fill(blocks, homePop, skies::openListMaker);
    int[] outcome = assignment.fromLists(lists);
    freeLists.add(lists);
    return outcome;
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
    Skies skies = new Skies(start, end, index, none, previous);
    BlockSky near = skies.openBlockSky();
    near.moveTo(blocks.groupOf(terminal));
    Sky sky = skies.rank(terminal, near.satellites(), near.size()).sky();
    return new CandidateList(sky, strategy).of(schedule.satellite(terminal));
  }

  /** The skies of one slot. */
  private final class Skies implements Assignment.Skies {
    private final Snapshot start;
    private final Snapshot end;
    private final Beams beams;
    private final @Nullable Schedule previous;
    private final RegionSkies regions;
    private final Ranking ranking;

    Skies(Snapshot start, Snapshot end, SkyIndex index, Beams beams, @Nullable Schedule previous) {
      this.start = start;
      this.end = end;
      this.beams = beams;
      this.previous = previous;
      regions = new RegionSkies(blocks, limits, start, index);
      ranking = openRanking();
    }

    private Ranking openRanking() {
      return new Ranking(
          new Sky(terminals, gso, limits, blocks, start, end, beams::load), strategy);
    }

    private int before(int terminal) {
      return previous == null ? -1 : previous.satellite(terminal);
    }

    ShortLists.Maker openListMaker() {
      ShortLists.Maker ranked = new RankedLists(openBlockSky(), openRanking(), this::before);
      return strategy instanceof HighestElevation
          ? new HighestLists(blocks, limits, gso, openBlockSky(), ranked)
          : ranked;
    }

    @Override
    public Assignment.Picker openPicker() {
      return strategy instanceof HighestElevation
          ? new HighestPicker(blocks, limits, gso, start)
          : new RankedPicker(openRanking(), this::before);
    }

    @Override
    public BlockSky openBlockSky() {
      return new BlockSky(blocks, limits, regions);
    }

    @Override
    public Ranking rank(int terminal, int[] offered, int count) {
      ranking.moveTo(terminal, before(terminal), offered, count);
      return ranking;
    }
  }
}
