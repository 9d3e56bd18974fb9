package org.orbweaver.core.forwarding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyRuns;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.LaserMeter;
import org.orbweaver.core.graph.SourceOrder;
import org.orbweaver.core.graph.SourceRanger;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LaserPattern;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;

/**
 * The network at one moment after another as light sees it, without a schedule: where the
 * satellites are, how far each is from every gateway over lasers, and each terminal's shortest way
 * to the end of its traffic: up to a satellite in its view, over lasers, down to a gateway, and
 * what lies behind that. Everything is measured anew for each moment, in the same storage.
 *
 * <p>A terminal's way is the least, over the satellites at or above its mask and within range, of
 * the range and the satellite's {@link DelayTrees delay tree}, both in {@link Ticks}; of equal ways
 * it is the one over the satellite that stands first in the {@link SortedSky}. Ranges of terminals
 * are worked out in {@code float} from the middle of their group, good to a decimetre.
 *
 * <p>For one caller at a time; other threads help where that is asked for. The results are the same
 * whatever the threads and kernels.
 */
public final class Survey {
  /** Regions that go to a thread together. */
  private static final int CHUNK = 8;

  /** Lone terminals that do. */
  private static final int LONE_CHUNK = 128;

  /** Parts in which lasers are measured. */
  private static final int METERS = 4;

  /** Parts in which trees are looked up for an end. */
  private static final int LOOKS = 4;

  /** How far beyond its mean apogee a satellite may be. */
  private static final double SPARE_M = 50e3;

  private final World world;
  private SurveyKernel kernel;
  private final TerminalGroups groups;
  private final LoneTerminals lone;

  /** By terminal the slot of those in groups, and behind them of those alone; or -1. */
  private final int[] slotOf;

  private final LaserMeter meter;
  private final SourceRanger ranger;
  private final DelayTrees trees;
  private final SortedSky sky;
  private final double[] xM;
  private final double[] yM;
  private final double[] zM;

  /** By end: first and last cells, in turn, of the runs that its terminals look at. */
  private final int[][] cellsOf;

  /** By end and place in the sky: from the satellite to the end. */
  private final int[][] ticksAt;

  /** By end: the whole sky. */
  private final SkyList[] skyTo;

  private final int[] bestTicks;
  private final int[] bestSatellite;

  /** What is not in use. Not by thread: the common pool makes its threads forget what is theirs. */
  private final AtomicReferenceArray<@Nullable Work> spareWork = new AtomicReferenceArray<>(64);

  private final int mostRuns;
  private final int regionChunks;
  private final int loneChunks;
  private final Stages stages;
  private long momentNs;

  /**
   * What is surveyed.
   *
   * @param ephemeris the satellites
   * @param order of the satellites, for sweeping
   * @param lasers that they may have
   * @param gateways where ways come down
   * @param gatewayLimits of their links
   * @param ends how many ends traffic may have
   * @param ticksBehind by gateway and end how far the end is behind the gateway
   * @param terminals where ways begin
   * @param terminalLimits of their links; separations from the geostationary arc are not kept
   * @param endOf by terminal; negative where its traffic has no end
   */
  public record World(
      Ephemeris ephemeris,
      SweepOrder order,
      List<? extends LaserPattern> lasers,
      SiteTable gateways,
      LinkLimits gatewayLimits,
      int ends,
      int[][] ticksBehind,
      SiteTable terminals,
      LinkLimits terminalLimits,
      int[] endOf) {}

  /** What a thread needs for itself. */
  private static final class Work {
    private final int[] from;
    private final int[] to;
    private final int[] all = new int[1];
    private final int[] none = new int[1];
    private final int[] low;
    private final SkyList overRegion;
    private final SkyList overArea;
    private final SkyList overGroup;

    Work(int satellites, int mostRuns) {
      from = new int[mostRuns];
      to = new int[mostRuns];
      low = new int[satellites + SortedSky.SPARE * (mostRuns + 1)];
      overRegion = new SkyList(low.length);
      overArea = new SkyList(low.length);
      overGroup = new SkyList(low.length);
    }
  }

  /**
   * @param parallel whether threads of the common pool may help
   */
  public Survey(World world, TreeKernel treeKernel, SurveyKernel surveyKernel, boolean parallel) {
    this.world = world;
    this.kernel = surveyKernel;
    int satellites = world.ephemeris().size();
    double largestRadiusM = largestRadiusM(world.ephemeris());
    TerminalCuts cuts = new TerminalCuts(world.terminals(), world.endOf(), world.ends());
    groups =
        new TerminalGroups(
            world.terminals(), world.terminalLimits(), cuts, world.endOf(), largestRadiusM);
    lone =
        new LoneTerminals(
            world.terminals(), world.terminalLimits(), cuts.lone(), world.endOf(), largestRadiusM);
    slotOf = slots(cuts.lone());
    meter = new LaserMeter(world.order(), world.lasers());
    ranger = new SourceRanger(world.gateways(), world.gatewayLimits(), largestRadiusM);
    trees =
        DelayTrees.toAndBehind(
            treeKernel,
            world.order(),
            SourceOrder.byPlace(world.gateways()),
            world.ends(),
            world.ticksBehind());
    sky = new SortedSky(satellites);
    xM = new double[satellites];
    yM = new double[satellites];
    zM = new double[satellites];
    cellsOf = cellsOf();
    ticksAt = new int[world.ends()][satellites + SortedSky.SPARE];
    for (int[] ticks : ticksAt) {
      Arrays.fill(ticks, Ticks.UNREACHABLE);
    }
    skyTo = Arrays.stream(ticksAt).map(at -> new SkyList(sky, at)).toArray(SkyList[]::new);
    bestTicks = new int[groups.slots() + lone.size()];
    bestSatellite = new int[groups.slots() + lone.size()];
    mostRuns = mostRuns(groups.runs());
    regionChunks = Math.ceilDiv(groups.regions(), CHUNK);
    loneChunks = Math.ceilDiv(lone.size(), LONE_CHUNK);
    stages = stages(parallel);
  }

  static double largestRadiusM(Ephemeris ephemeris) {
    double largest = 0;
    for (int s = 0; s < ephemeris.size(); s++) {
      MeanElements e = ephemeris.elements(s);
      largest = Math.max(largest, e.semiMajorAxisM() * (1 + e.eccentricity()));
    }
    return largest + SPARE_M;
  }

  private int[] slots(int[] alone) {
    int[] slots = new int[world.terminals().size()];
    Arrays.setAll(slots, groups::slot);
    for (int k = 0; k < alone.length; k++) {
      slots[alone[k]] = groups.slots() + k;
    }
    return slots;
  }

  private int mostRuns(SkyRuns runs) {
    int most = 0;
    for (int region = 0; region < groups.regions(); region++) {
      most = Math.max(most, runs.end(region) - runs.first(region));
    }
    return most;
  }

  /** The runs of cells that any region or lone terminal of an end looks at, joined. */
  private int[][] cellsOf() {
    int[][] cells = new int[world.ends()][];
    int region = 0;
    int alone = 0;
    for (int end = 0; end < cells.length; end++) {
      BitSet looked = new BitSet();
      for (; region < groups.regions() && groups.endOf(region) == end; region++) {
        groups.runs().addCells(region, looked);
      }
      for (; alone < lone.size() && lone.endOf(alone) == end; alone++) {
        lone.runs().addCells(alone, looked);
      }
      cells[end] = SkyRuns.runsOf(looked);
    }
    return cells;
  }

  private Stages stages(boolean parallel) {
    return new Stages(
        parallel,
        List.of(
            Stages.Stage.of(world.ephemeris().shares(), this::place),
            Stages.Stage.of(1 + METERS, this::measureOrRange),
            new Stages.Stage(trees::blocks, this::growBlock),
            Stages.Stage.of(world.ends() * LOOKS, this::lookUp),
            Stages.Stage.of(regionChunks + loneChunks, this::chooseChunk)));
  }

  /** Surveys a moment (UTC, nanoseconds since the Unix epoch). */
  public void moveTo(long unixNs) {
    momentNs = unixNs;
    if (!kernel.isSound()) {
      kernel = SurveyKernel.plain();
    }
    stages.run();
  }

  private void place(int share) {
    world.ephemeris().positions(share, momentNs, xM, yM, zM);
  }

  private void measureOrRange(int which) {
    if (which > 0) {
      meter.measure(which - 1, METERS, xM, yM, zM);
      return;
    }
    sky.sort(xM, yM, zM);
    trees.begin(meter.links(), ranger.range(sky));
  }

  /** The last ones first: ends behind gateways take most time. */
  private void growBlock(int task) {
    trees.growBlock(trees.blocks() - 1 - task);
  }

  /** Part of what one end needs. */
  private void lookUp(int task) {
    int end = task / LOOKS;
    int first = sky.size() * (task % LOOKS) / LOOKS;
    int last = sky.size() * (task % LOOKS + 1) / LOOKS;
    int[] cells = cellsOf[end];
    int[] ticks = ticksAt[end];
    int tree = tree(end);
    for (int run = 0; run < cells.length; run += 2) {
      int to = Math.min(sky.end(cells[run + 1]) + SortedSky.SPARE, last);
      for (int k = Math.max(first, sky.first(cells[run])); k < to; k++) {
        ticks[k] = trees.ticks(tree, sky.satellite(k));
      }
    }
  }

  private void chooseChunk(int chunk) {
    int first = (chunk - regionChunks) * LONE_CHUNK;
    if (first >= 0) {
      int end = Math.min(lone.size(), first + LONE_CHUNK);
      kernel.chooseAlone(lone, first, end, sky, ticksAt, groups.slots(), bestTicks, bestSatellite);
      return;
    }
    Work mine = takeWork();
    int to = Math.min(groups.regions(), (chunk + 1) * CHUNK);
    for (int region = chunk * CHUNK; region < to; region++) {
      lookOver(region, mine);
      int only = groups.firstGroup(groups.firstArea(region));
      if (groups.endGroup(groups.endArea(region) - 1) == only + 1) {
        choose(only, mine.overRegion);
        continue;
      }
      for (int area = groups.firstArea(region); area < groups.endArea(region); area++) {
        SkyList over = mine.overRegion;
        if (groups.endGroup(area) - groups.firstGroup(area) > 1) {
          narrow(groups.areaStand(area), mine.overRegion, mine, mine.overArea);
          over = mine.overArea;
        }
        for (int group = groups.firstGroup(area); group < groups.endGroup(area); group++) {
          narrow(groups.stand(group), over, mine, mine.overGroup);
          choose(group, mine.overGroup);
        }
      }
    }
    giveBack(mine);
  }

  private Work takeWork() {
    for (int k = 0; k < spareWork.length(); k++) {
      Work found = spareWork.getAndSet(k, null);
      if (found != null) {
        return found;
      }
    }
    return new Work(xM.length, mostRuns);
  }

  private void giveBack(Work done) {
    for (int k = 0; k < spareWork.length(); k++) {
      if (spareWork.compareAndSet(k, null, done)) {
        return;
      }
    }
  }

  /** Lists the satellites that matter to a region. */
  private void lookOver(int region, Work mine) {
    SkyRuns runs = groups.runs();
    int size = 0;
    for (int run = runs.first(region); run < runs.end(region); run++) {
      mine.from[size] = sky.first(runs.firstCell(run));
      mine.to[size++] = sky.end(runs.lastCell(run));
    }
    kernel.shortlist(
        groups.regionStand(region),
        skyTo[groups.endOf(region)],
        mine.from,
        mine.to,
        size,
        mine.low,
        mine.overRegion,
        true);
  }

  /** Of the satellites in a list those that matter to fewer terminals. */
  private void narrow(SurveyKernel.Stand stand, SkyList of, Work mine, SkyList into) {
    mine.all[0] = of.size();
    kernel.shortlist(stand, of, mine.none, mine.all, 1, mine.low, into, into == mine.overArea);
  }

  /** Chooses among the satellites in a list, which is counted from the group's middle after. */
  private void choose(int group, SkyList over) {
    over.countFrom(groups.middleX(group), groups.middleY(group), groups.middleZ(group), xM, yM, zM);
    kernel.choose(groups, group, over, bestTicks, bestSatellite);
  }

  /** A terminal's shortest way; {@link Ticks#UNREACHABLE} where it has none. */
  public int ticks(int terminal) {
    int slot = slotOf[terminal];
    return slot < 0 ? Ticks.UNREACHABLE : bestTicks[slot];
  }

  /** The satellite that a terminal's shortest way goes up to, or -1. */
  public int satellite(int terminal) {
    int slot = slotOf[terminal];
    return slot < 0 ? -1 : bestSatellite[slot];
  }

  /** From every satellite to each gateway; after these, to each {@link #tree} of an end. */
  public DelayTrees trees() {
    return trees;
  }

  /** Which of the trees leads to an end of traffic. */
  public int tree(int end) {
    return world.gateways().size() + end;
  }
}
