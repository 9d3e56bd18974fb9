package org.orbweaver.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.CellGrid;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;

/** What blocks, screens, rounds and shared lists give is what asking terminal by terminal gives. */
class E02_ManyTerminalsTest {
  @Test
  void a01_theHighestAsTheObviousWayFindsThem() {
    for (int seed = 0; seed < 60; seed++) {
      World world = new World(seed);
      assertThat(world.plan(new HighestElevation(), null))
          .as("seed %d", seed)
          .isEqualTo(world.obvious());
    }
  }

  @Test
  void a02_aForeignStrategyThatWantsTheSameGetsTheSame() {
    for (int seed = 0; seed < 60; seed++) {
      World world = new World(seed);
      assertThat(world.plan(new SameAsHighest(false), null))
          .as("seed %d", seed)
          .isEqualTo(world.plan(new HighestElevation(), null));
      assertThat(world.plan(new SameAsHighest(true), null))
          .as("seed %d", seed)
          .isEqualTo(world.obvious());
    }
  }

  @Test
  void a03_onOneThreadAsOnMany() throws Exception {
    World world = new World(3, 9000);
    world.leastCells = 100;
    for (SelectionStrategy strategy :
        List.of(new HighestElevation(), new FewestHandovers(), new LoadBalanced())) {
      try (ForkJoinPool alone = new ForkJoinPool(1)) {
        assertThat(world.plan(strategy, null))
            .isEqualTo(alone.submit(() -> world.plan(strategy, null)).get());
      }
    }
  }

  @Test
  void a04_whatServedBeforeIsKept() {
    World world = new World(5);
    Schedule first = world.schedule(new HighestElevation(), null);
    Schedule kept = world.schedule(new FewestHandovers(), first);
    int same = 0;
    for (int t = 0; t < kept.terminals(); t++) {
      same += kept.isServed(t) && kept.satellite(t) == first.satellite(t) ? 1 : 0;
      assertThat(kept.isHandover(t))
          .isEqualTo(
              kept.isServed(t) && first.isServed(t) && kept.satellite(t) != first.satellite(t));
    }
    assertThat(same).isPositive();
  }

  @Test
  void a05_inAnyNumberOfRounds() {
    for (int seed = 0; seed < 40; seed++) {
      World world = new World(seed);
      List<String> plan = world.plan(new HighestElevation(), null);
      for (int leastCells : new int[] {1, 60, 150}) {
        world.leastCells = leastCells;
        assertThat(world.plan(new HighestElevation(), null))
            .as("seed %d, rounds of %d cells", seed, leastCells)
            .isEqualTo(plan);
      }
    }
  }

  @Test
  void a06_theCellsWithMostTerminalsComeFirst() {
    // Two in one cell, then one alone, in the file the other way round; one beam for both cells.
    SiteTable three =
        Skies.sites(new double[] {50.6, 10.6}, new double[] {50, 10}, new double[] {50.01, 10.01});
    double[] maskRad = new double[3];
    Arrays.fill(maskRad, Math.toRadians(25));
    Snapshot above = Skies.satellites(new double[] {50, 10, 550});
    SiteTable gateway = Skies.sites(new double[] {50, 11});
    LinkLimits free = new LinkLimits(new double[] {0.4}, Double.POSITIVE_INFINITY, 0);
    Schedule schedule =
        new Scheduler(
                three,
                new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0),
                new HighestElevation(),
                1,
                new int[] {8},
                new GroundFibre(gateway, gateway, 2e8, 1.4))
            .schedule(
                above,
                above,
                new SkyIndex(above),
                GatewayReach.of(
                    InView.of(above, new SkyIndex(above), gateway, free),
                    LaserLinks.of(above, List.of())),
                new int[3],
                Outages.NONE,
                null);
    assertThat(schedule.reason(0)).isEqualTo(ReasonCode.NO_BEAM_FREE);
    assertThat(schedule.isServed(1)).isTrue();
    assertThat(schedule.isServed(2)).isTrue();
  }

  @Test
  void a07_asObservedAsOneByOne() {
    for (int seed = 0; seed < 30; seed++) {
      World world = new World(seed);
      SelectionStrategy observed = world.observed(seed);
      Schedule before = world.schedule(observed, null);
      List<String> plan = world.plan(new OneByOne(observed), before);
      for (int leastCells : new int[] {1, 60, CellTurns.LEAST_CELLS}) {
        world.leastCells = leastCells;
        assertThat(world.plan(observed, before))
            .as("seed %d, rounds of %d cells", seed, leastCells)
            .isEqualTo(plan);
      }
    }
  }

  @Test
  void a08_noDetoursAsOneByOne() {
    for (int seed = 0; seed < 40; seed++) {
      World world = new World(seed);
      world.longestDetourFs = Delay.ofSeconds(seed % 4 * 1e-3);
      for (SelectionStrategy strategy :
          List.of(world.observed(seed), new HighestElevation(), new FewestHandovers())) {
        Schedule before = world.schedule(strategy, null);
        List<String> plan = world.plan(new OneByOne(strategy), before);
        for (int leastCells : new int[] {1, 60, CellTurns.LEAST_CELLS}) {
          world.leastCells = leastCells;
          assertThat(world.plan(strategy, before))
              .as("seed %d, %s, rounds of %d cells", seed, strategy.name(), leastCells)
              .isEqualTo(plan);
        }
      }
    }
  }

  @Test
  void a09_noDetoursOnOneThreadAsOnMany() throws Exception {
    World world = new World(3, 9000);
    world.leastCells = 100;
    world.longestDetourFs = Delay.ofSeconds(1e-3);
    SelectionStrategy strategy = world.observed(1);
    try (ForkJoinPool alone = new ForkJoinPool(1)) {
      List<String> plan = alone.submit(() -> world.plan(strategy, null)).get();
      for (int run = 0; run < 10; run++) {
        assertThat(world.plan(strategy, null)).isEqualTo(plan);
      }
    }
  }

  /** Asked terminal by terminal, each in its turn. */
  private record OneByOne(SelectionStrategy strategy) implements SelectionStrategy {
    @Override
    public String name() {
      return strategy.name();
    }

    @Override
    public double score(Sky sky, int candidate) {
      return strategy.score(sky, candidate);
    }

    @Override
    public boolean usesLoad() {
      return true;
    }
  }

  private record SameAsHighest(boolean usesLoad) implements SelectionStrategy {
    @Override
    public String name() {
      return "same";
    }

    @Override
    public double score(Sky sky, int candidate) {
      return sky.sinElevation(candidate);
    }
  }

  /** Towns of terminals, some at awkward places, a crowded sky, too few beams and antennas. */
  private static final class World {
    private final Snapshot sky;
    private final SiteTable terminals;
    private final LinkLimits limits;
    private final SiteTable gateways;
    private final GroundFibre fibre;
    private final int pops = 3;
    private final int[] homePop;
    private final int beams;
    private final int[] antennas;
    private final GatewayReach reach;
    private int leastCells = CellTurns.LEAST_CELLS;
    private long longestDetourFs = Long.MAX_VALUE;

    World(int seed) {
      this(seed, 700);
    }

    World(int seed, int size) {
      Random random = new Random(seed);
      sky = Skies.scattered(900, 340, 570, seed);
      terminals = towns(random, size);
      double[] maskRad = new double[terminals.size()];
      for (int t = 0; t < maskRad.length; t++) {
        maskRad[t] = Math.toRadians(seed % 2 == 0 ? 25 : 10 + random.nextInt(30));
      }
      limits =
          new LinkLimits(
              maskRad,
              seed % 5 == 0 ? 900e3 : Double.POSITIVE_INFINITY,
              Math.toRadians(seed % 7 == 0 ? 0 : 18));
      gateways = Skies.awkwardSites(25, seed + 1000);
      SiteTable popSites =
          Skies.sites(new double[] {50, 8}, new double[] {-20, 100}, new double[] {0, -70});
      fibre = new GroundFibre(gateways, popSites, 2e8, 1.4);
      homePop = random.ints(terminals.size(), -1, pops).toArray();
      beams = random.nextInt(12);
      antennas = random.ints(gateways.size(), 0, 6).toArray();
      double[] low = new double[gateways.size()];
      Arrays.fill(low, Math.toRadians(10));
      reach =
          GatewayReach.of(
              InView.of(
                  sky,
                  new SkyIndex(sky),
                  gateways,
                  new LinkLimits(low, Double.POSITIVE_INFINITY, 0)),
              LaserLinks.of(
                  sky,
                  seed % 3 == 0
                      ? List.of()
                      : List.of(new PlusGrid(0, 30, 30, 0, true, 0, 3e6, 80e3))));
    }

    private static SiteTable towns(Random random, int size) {
      SiteTable awkward = Skies.awkwardSites(40, random.nextInt());
      List<String> names = new ArrayList<>();
      List<GeodeticPoint> points = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        GeodeticPoint town = awkward.point(random.nextInt(12));
        double lat = Math.toDegrees(town.latRad()) + 0.3 * random.nextGaussian();
        double lon = Math.toDegrees(town.lonRad()) + 0.3 * random.nextGaussian();
        points.add(
            GeodeticPoint.ofDegrees(
                Math.clamp(lat, -90, 90), Math.IEEEremainder(lon, 360), random.nextInt(2000)));
        names.add("t" + k);
      }
      return new SiteTable(names, points);
    }

    Schedule schedule(SelectionStrategy strategy, @Nullable Schedule previous) {
      return new Scheduler(
              terminals,
              limits,
              strategy,
              beams,
              antennas,
              fibre,
              longestDetourFs,
              new BitSet(),
              leastCells)
          .schedule(sky, sky, new SkyIndex(sky), reach, homePop, Outages.NONE, previous);
    }

    SelectionStrategy observed(long seed) {
      List<MeanElements> makes =
          IntStream.range(0, sky.size())
              .mapToObj(s -> {
                String name = "STARLINK-" + (s % 3 == 0 ? 1000 : 30_000);
                return new MeanElements(name, 1 + s, "2020-001A", 0, 0.0011, 0, 0, 0.9, 0, 0, 0, 0);
              })
              .toList();
      return new AsObserved().over(terminals, Ephemeris.of(makes), seed);
    }

    List<String> plan(SelectionStrategy strategy, @Nullable Schedule previous) {
      Schedule schedule = schedule(strategy, previous);
      List<String> lines = new ArrayList<>();
      for (int t = 0; t < terminals.size(); t++) {
        lines.add(
            schedule.isServed(t)
                ? line(
                    t,
                    schedule.satellite(t),
                    schedule.gateway(t),
                    schedule.exitSatellite(t),
                    schedule.beam(t))
                : t + " " + shown(schedule.reason(t)));
      }
      return lines;
    }

    private static String line(int t, int satellite, int gateway, int exit, int beam) {
      return t + " " + satellite + " via " + gateway + " from " + exit + " beam " + beam;
    }

    /** Which of the two lacks is named depends on when a terminal was asked. */
    private static String shown(ReasonCode reason) {
      return reason == ReasonCode.NO_BEAM_FREE || reason == ReasonCode.NO_GATEWAY_REACHABLE
          ? "nothing left"
          : reason.name();
    }

    /** Cells with most terminals first, then those whose first terminal comes first. */
    private List<Integer> inTurn() {
      Map<Integer, List<Integer>> byCell = new HashMap<>();
      for (int t = 0; t < terminals.size(); t++) {
        byCell
            .computeIfAbsent(CellGrid.cellOf(terminals.point(t)), key -> new ArrayList<>())
            .add(t);
      }
      return byCell.values().stream()
          .sorted(
              Comparator.comparing((List<Integer> cell) -> -cell.size())
                  .thenComparing(List::getFirst))
          .flatMap(List::stream)
          .toList();
    }

    /** Terminal by terminal, satellite by satellite. */
    List<String> obvious() {
      GsoArc gso = new GsoArc(terminals);
      Map<Integer, Map<Integer, Integer>> beamOf = new HashMap<>();
      Map<Integer, Set<Integer>> follows = new HashMap<>();
      int[] count = {0};
      String[] lines = new String[terminals.size()];
      for (int t : inTurn()) {
        int cell = CellGrid.cellOf(terminals.point(t));
        String line = null;
        List<Integer> inView = inView(t);
        List<Integer> admitted = new ArrayList<>();
        for (int s : inView) {
          if (limits.minGsoSeparationRad() == 0
              || gso.separationRad(t, sky.xM(s), sky.yM(s), sky.zM(s))
                  >= limits.minGsoSeparationRad()) {
            admitted.add(s);
          }
        }
        for (int s : admitted) {
          int gateway = homePop[t] < 0 ? -1 : gateway(s, homePop[t], follows);
          Map<Integer, Integer> lit = beamOf.computeIfAbsent(s, key -> new HashMap<>());
          if (line != null || gateway < 0 || (!lit.containsKey(cell) && lit.size() >= beams)) {
            continue;
          }
          int exit = reach.exit(s, gateway);
          follows.computeIfAbsent(gateway, key -> new HashSet<>()).add(exit);
          line = line(t, s, gateway, exit, lit.computeIfAbsent(cell, key -> count[0]++));
        }
        if (line == null) {
          line =
              t
                  + " "
                  + (inView.isEmpty()
                      ? "NO_SATELLITE_IN_VIEW"
                      : admitted.isEmpty() ? "GSO_PROTECTION" : "nothing left");
        }
        lines[t] = line;
      }
      return List.of(lines);
    }

    private List<Integer> inView(int t) {
      double sinMask = Math.sin(limits.minElevationRad(t));
      return IntStream.range(0, sky.size())
          .filter(s -> height(t, s) >= sinMask * range(t, s) && range(t, s) <= limits.maxRangeM())
          .boxed()
          .sorted((a, b) -> Double.compare(height(t, b) / range(t, b), height(t, a) / range(t, a)))
          .toList();
    }

    private double range(int t, int s) {
      return terminals.rangeM(t, sky.xM(s), sky.yM(s), sky.zM(s));
    }

    private double height(int t, int s) {
      return (sky.xM(s) - terminals.xM(t)) * terminals.upX(t)
          + (sky.yM(s) - terminals.yM(t)) * terminals.upY(t)
          + (sky.zM(s) - terminals.zM(t)) * terminals.upZ(t);
    }

    private int gateway(int s, int pop, Map<Integer, Set<Integer>> follows) {
      int best = -1;
      long least = Long.MAX_VALUE;
      long[] delayFs = new long[gateways.size()];
      reach.delaysFs(s, delayFs);
      for (int g = 0; g < gateways.size(); g++) {
        if (!reach.isReached(s, g) || delayFs[g] + fibre.gatewayToPopFs(g, pop) >= least) {
          continue;
        }
        Set<Integer> known = follows.getOrDefault(g, Set.of());
        if (known.size() < antennas[g] || known.contains(reach.exit(s, g))) {
          best = g;
          least = delayFs[g] + fibre.gatewayToPopFs(g, pop);
        }
      }
      return best;
    }
  }
}
