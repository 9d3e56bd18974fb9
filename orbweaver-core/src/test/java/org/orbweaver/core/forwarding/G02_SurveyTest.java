package org.orbweaver.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SortedSky;
import org.orbweaver.core.graph.DelayTrees;
import org.orbweaver.core.graph.SweepOrder;
import org.orbweaver.core.graph.Ticks;
import org.orbweaver.core.graph.TreeKernel;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.time.Utc;

/** Every terminal's shortest way, moment after moment, against looking at everything. */
class G02_SurveyTest {
  private static final long T = Utc.parseNs("2026-05-21T00:00:00Z");

  /** Two shells, one nearly polar, some gateways, terminals everywhere, three ends. */
  private static Survey.World world(int terminals, long seed) {
    Random random = new Random(seed);
    List<MeanElements> elements = new ArrayList<>();
    List<PlusGrid> grids = new ArrayList<>();
    List<List<int[]>> shells = new ArrayList<>();
    add(24, 20, 53, 550e3, elements, grids, shells);
    add(10, 22, 87, 900e3, elements, grids, shells);
    SiteTable gateways = Skies.awkwardSites(12, seed + 1);
    SiteTable sites = Skies.awkwardSites(terminals, seed + 2);
    int[][] behind = new int[gateways.size()][3];
    for (int[] row : behind) {
      Arrays.setAll(row, end -> random.nextInt(80_000_000));
    }
    int[] endOf = new int[sites.size()];
    Arrays.setAll(endOf, t -> random.nextInt(20) == 0 ? -1 : random.nextInt(3));
    double[] maskRad = new double[sites.size()];
    Arrays.setAll(maskRad, t -> Math.toRadians(t % 3 == 0 ? 10 : 25));
    double[] gatewayMaskRad = new double[gateways.size()];
    Arrays.fill(gatewayMaskRad, Math.toRadians(10));
    return new Survey.World(
        Ephemeris.of(elements),
        new SweepOrder(elements.size(), shells),
        grids,
        gateways,
        new LinkLimits(gatewayMaskRad, Double.POSITIVE_INFINITY, 0),
        3,
        behind,
        sites,
        new LinkLimits(maskRad, seed % 2 == 0 ? Double.POSITIVE_INFINITY : 1_900e3, 0),
        endOf);
  }

  private static void add(
      int planes,
      int perPlane,
      double inclinationDeg,
      double altitudeM,
      List<MeanElements> elements,
      List<PlusGrid> grids,
      List<List<int[]>> shells) {
    int first = elements.size();
    double inclinationRad = Math.toRadians(inclinationDeg);
    elements.addAll(
        new WalkerShell(
                "W" + first,
                WalkerShell.meanMotionRadPerS(altitudeM, inclinationRad),
                inclinationRad,
                planes,
                perPlane,
                5,
                WalkerShell.DELTA_SPREAD_RAD,
                0,
                0,
                T)
            .elements());
    grids.add(new PlusGrid(first, planes, perPlane, 0, true, 5, 5_000e3, 80e3));
    shells.add(
        IntStream.range(0, planes)
            .mapToObj(p -> IntStream.range(0, perPlane).map(s -> first + p * perPlane + s))
            .map(IntStream::toArray)
            .toList());
  }

  private static Survey survey(Survey.World world) {
    return new Survey(world, TreeKernel.plain(), SurveyKernel.plain(), false);
  }

  @Test
  void a01_aWayIsRangeAndTree_theLeastOfAllInView() {
    for (long seed = 0; seed < 4; seed++) {
      Survey.World world = seed < 2 ? world(400, seed) : crowded(400, seed);
      Survey survey = survey(world);
      for (long unixNs = T; unixNs < T + 4_000 * Utc.NS_PER_S; unixNs += 1_300 * Utc.NS_PER_S) {
        survey.moveTo(unixNs);
        Snapshot snapshot = world.ephemeris().at(unixNs);
        int served = 0;
        for (int t = 0; t < world.terminals().size(); t++) {
          served += checkInDoubles(world, survey, snapshot, t) ? 1 : 0;
        }
        assertThat(served).isGreaterThan(100);
      }
    }
  }

  /** Within some ticks of the best, over a satellite that is in view but for rounding. */
  private static boolean checkInDoubles(
      Survey.World world, Survey survey, Snapshot snapshot, int t) {
    int end = world.endOf()[t];
    double maskRad = world.terminalLimits().minElevationRad(t);
    double bestSure = Double.POSITIVE_INFINITY;
    for (int s = 0; end >= 0 && s < snapshot.size(); s++) {
      LookAngle look = look(world, snapshot, t, s);
      if (look.elevationRad() > maskRad + 1e-6
          && look.rangeM() < world.terminalLimits().maxRangeM() - 1
          && survey.trees().isReached(survey.tree(end), s)) {
        bestSure =
            Math.min(
                bestSure, look.rangeM() * Ticks.PER_M + survey.trees().ticks(survey.tree(end), s));
      }
    }
    int satellite = survey.satellite(t);
    if (satellite < 0) {
      assertThat(bestSure).isInfinite();
      assertThat(survey.ticks(t)).isEqualTo(Ticks.UNREACHABLE);
      return false;
    }
    LookAngle look = look(world, snapshot, t, satellite);
    assertThat(look.elevationRad()).isGreaterThan(maskRad - 1e-6);
    assertThat(look.rangeM()).isLessThan(world.terminalLimits().maxRangeM() + 1);
    assertThat((double) survey.ticks(t))
        .isEqualTo(
            look.rangeM() * Ticks.PER_M + survey.trees().ticks(survey.tree(end), satellite),
            within(4.0))
        .isLessThan(bestSure + 4);
    return true;
  }

  private static LookAngle look(Survey.World world, Snapshot snapshot, int t, int s) {
    return world.terminals().lookAngle(t, snapshot.xM(s), snapshot.yM(s), snapshot.zM(s));
  }

  @Test
  void a02_treesAreThoseOfTheMoment() {
    Survey.World world = world(10, 5);
    Survey survey = survey(world);
    survey.moveTo(T + 77 * Utc.NS_PER_S);
    for (int s = 0; s < world.ephemeris().size(); s++) {
      for (int end = 0; end < 3; end++) {
        int least = Ticks.UNREACHABLE;
        for (int g = 0; g < world.gateways().size(); g++) {
          least = Math.min(least, survey.trees().ticks(g, s) + world.ticksBehind()[g][end]);
        }
        assertThat(survey.trees().ticks(survey.tree(end), s)).isEqualTo(least);
      }
      assertThat(survey.trees().exit(survey.tree(0), s)).isNotEqualTo(DelayTrees.UNREACHED);
    }
  }

  /** Every third terminal anywhere, the rest in two countries, so that there are groups. */
  private static Survey.World crowded(int terminals, long seed) {
    Survey.World world = world(terminals, seed);
    Random random = new Random(seed + 3);
    SiteTable sites = world.terminals();
    List<GeodeticPoint> points = new ArrayList<>();
    for (int t = 0; t < sites.size(); t++) {
      double latDeg = (t % 3 == 1 ? 47 : -12) + random.nextDouble(4);
      double lonDeg = (t % 3 == 1 ? 8 : 178) + random.nextDouble(6);
      points.add(t % 3 == 0 ? sites.point(t) : GeodeticPoint.ofDegrees(latDeg, lonDeg, 100));
    }
    return new Survey.World(
        world.ephemeris(),
        world.order(),
        world.lasers(),
        world.gateways(),
        world.gatewayLimits(),
        world.ends(),
        world.ticksBehind(),
        new SiteTable(IntStream.range(0, sites.size()).mapToObj(t -> "t" + t).toList(), points),
        world.terminalLimits(),
        world.endOf());
  }

  @Test
  void b01_theShortlistLeavesNothingOut_toTheBit() {
    for (long seed = 10; seed < 16; seed++) {
      Survey.World world = crowded(2_000, seed);
      long unixNs = T + seed * 100 * Utc.NS_PER_S;
      Survey survey = survey(world);
      survey.moveTo(unixNs);
      double[][] at = positions(world.ephemeris().at(unixNs));
      SortedSky sky = new SortedSky(at[0].length);
      sky.sort(at[0], at[1], at[2]);
      TerminalCuts cuts = new TerminalCuts(world.terminals(), world.endOf(), 3);
      TerminalGroups groups =
          new TerminalGroups(world.terminals(), world.terminalLimits(), cuts, world.endOf(), 7.4e6);
      int[] ticks = new int[groups.slots()];
      int[] satellite = new int[groups.slots()];
      for (int region = 0; region < groups.regions(); region++) {
        int first = groups.firstGroup(groups.firstArea(region));
        int[] behind = ticksTo(groups.endOf(region), survey, sky);
        for (int group = first; group < groups.endGroup(groups.endArea(region) - 1); group++) {
          SkyList all = new SkyList(sky, behind);
          all.close(sky.size(), true);
          all.countFrom(
              groups.middleX(group),
              groups.middleY(group),
              groups.middleZ(group),
              at[0],
              at[1],
              at[2]);
          SurveyKernel.plain().choose(groups, group, all, ticks, satellite);
          sky.sort(at[0], at[1], at[2]);
        }
      }
      int grouped = 0;
      for (int t = 0; t < world.terminals().size(); t++) {
        int slot = groups.slot(t);
        if (slot >= 0) {
          grouped++;
          assertThat(survey.ticks(t)).isEqualTo(ticks[slot]);
          assertThat(survey.satellite(t)).isEqualTo(satellite[slot]);
        }
      }
      assertThat(grouped).isGreaterThan(1_000);
    }
  }

  private static double[][] positions(Snapshot snapshot) {
    double[][] at = new double[3][snapshot.size()];
    Arrays.setAll(at[0], snapshot::xM);
    Arrays.setAll(at[1], snapshot::yM);
    Arrays.setAll(at[2], snapshot::zM);
    return at;
  }

  /** In the order in which satellites stand in the sky. */
  private static int[] ticksTo(int end, Survey survey, SortedSky sky) {
    int[] ticks = new int[sky.satellites().length];
    for (int place = 0; place < sky.size(); place++) {
      ticks[place] = survey.trees().ticks(survey.tree(end), sky.satellite(place));
    }
    return ticks;
  }

  @Test
  void b02_noSatelliteInViewOfALoneTerminalStandsOutsideOfItsRuns_toTheBit() {
    for (long seed = 10; seed < 14; seed++) {
      Survey.World world = world(1_000, seed);
      long unixNs = T + seed * 100 * Utc.NS_PER_S;
      Survey survey = survey(world);
      survey.moveTo(unixNs);
      double[][] at = positions(world.ephemeris().at(unixNs));
      SortedSky sky = new SortedSky(at[0].length);
      sky.sort(at[0], at[1], at[2]);
      int[] alone = new TerminalCuts(world.terminals(), world.endOf(), 3).lone();
      assertThat(alone).hasSizeGreaterThan(500);
      LoneTerminals lone =
          new LoneTerminals(world.terminals(), world.terminalLimits(), alone, world.endOf(), 7.4e6);
      int[][] behind = new int[3][];
      Arrays.setAll(behind, end -> ticksTo(end, survey, sky));
      for (int k = 0; k < alone.length; k++) {
        int best = Ticks.UNREACHABLE;
        int over = -1;
        for (int place = 0; place < sky.size(); place++) {
          int way = way(lone, k, sky, place, behind[lone.endOf(k)]);
          over = way < best ? sky.satellite(place) : over;
          best = Math.min(best, way);
        }
        assertThat(survey.ticks(alone[k])).isEqualTo(best);
        assertThat(survey.satellite(alone[k])).isEqualTo(over);
      }
    }
  }

  private static int way(LoneTerminals lone, int k, SortedSky sky, int place, int[] behind) {
    float dx = (sky.xM()[place] - lone.x()[k]) + (sky.restX()[place] - lone.restX()[k]);
    float dy = (sky.yM()[place] - lone.y()[k]) + (sky.restY()[place] - lone.restY()[k]);
    float dz = (sky.zM()[place] - lone.z()[k]) + (sky.restZ()[place] - lone.restZ()[k]);
    float range = (float) Math.sqrt(Math.fma(dx, dx, Math.fma(dy, dy, dz * dz)));
    float up = Math.fma(dx, lone.upX()[k], Math.fma(dy, lone.upY()[k], dz * lone.upZ()[k]));
    boolean inView = Math.fma(range, -lone.sinMask()[k], up) >= 0 && range <= lone.maxRangeM();
    return inView ? (int) Math.fma(range, Ticks.PER_M, 0.5f) + behind[place] : Ticks.UNREACHABLE;
  }

  @Test
  void b03_threadsThatHelpChangeNothing() {
    Survey.World world = crowded(3_000, 20);
    Survey alone = survey(world);
    Survey helped = new Survey(world, TreeKernel.plain(), SurveyKernel.plain(), true);
    for (int step = 0; step < 20; step++) {
      alone.moveTo(T + step * Utc.NS_PER_S);
      helped.moveTo(T + step * Utc.NS_PER_S);
      for (int t = 0; t < world.terminals().size(); t++) {
        assertThat(helped.ticks(t)).isEqualTo(alone.ticks(t));
        assertThat(helped.satellite(t)).isEqualTo(alone.satellite(t));
      }
    }
  }

  @Test
  void c01_aStepLeavesLittleGarbage() {
    Survey survey = survey(crowded(3_000, 30));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    survey.moveTo(T);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int step = 1; step <= 10; step++) {
      survey.moveTo(T + step * Utc.NS_PER_S);
    }
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 10).isLessThan(64 * 1024);
  }
}
