package org.orbweaver.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;

/** Who is served by what; each world is a handful of satellites and sites. */
class E01_SchedulerTest {
  private static final double[] OVERHEAD = {50, 10, 550};
  private static final double[] EAST = {50, 14, 550};
  private static final double[] NORTH = {55, 10, 550};

  @Test
  void a01_oneSatelliteOneGateway() {
    assertThat(world().satellites(OVERHEAD).plan()).containsExactly("a: 0 via a");
  }

  @Test
  void a02_theHighestSatelliteServes() {
    assertThat(world().satellites(EAST, OVERHEAD).plan()).containsExactly("a: 1 via a");
  }

  @Test
  void a03_nothingInTheSky() {
    assertThat(world().satellites(new double[] {-50, 10, 550}).plan())
        .containsExactly("a: NO_SATELLITE_IN_VIEW");
    assertThat(world().satellites().plan()).containsExactly("a: NO_SATELLITE_IN_VIEW");
  }

  @Test
  void a04_noGatewayInReachOfTheSatellite() {
    assertThat(world().satellites(OVERHEAD).gateways(new double[] {-50, 10}).plan())
        .containsExactly("a: NO_GATEWAY_REACHABLE");
    assertThat(world().satellites(OVERHEAD).gateways().plan())
        .containsExactly("a: NO_GATEWAY_REACHABLE");
    assertThat(world().satellites(OVERHEAD).pops().plan())
        .containsExactly("a: NO_GATEWAY_REACHABLE");
  }

  @Test
  void a05_theGeostationaryArcIsProtected() {
    double[] south = {45.5, 10, 550};
    assertThat(world().satellites(south).gso(18).plan()).containsExactly("a: GSO_PROTECTION");
    assertThat(world().satellites(south, NORTH).gso(18).plan()).containsExactly("a: 1 via a");
    assertThat(world().satellites(south, NORTH).plan()).containsExactly("a: 0 via a");
  }

  @Test
  void a06_beamsRunOutInOrderOfTerminals() {
    World two = world().terminals(new double[] {50, 10}, new double[] {50.5, 10.5}).beams(1);
    assertThat(two.satellites(OVERHEAD).plan()).containsExactly("a: 0 via a", "b: NO_BEAM_FREE");
    assertThat(two.satellites(OVERHEAD, EAST).plan()).containsExactly("a: 0 via a", "b: 1 via a");
    assertThat(two.beams(0).plan()).containsExactly("a: NO_BEAM_FREE", "b: NO_BEAM_FREE");
  }

  @Test
  void a06b_terminalsInOneCellShareABeam() {
    World two = world().terminals(new double[] {50, 10}, new double[] {50.01, 10.01}).beams(1);
    assertThat(two.satellites(OVERHEAD).plan()).containsExactly("a: 0 via a", "b: 0 via a");
    Schedule schedule = two.schedule(null);
    assertThat(schedule.beams()).isEqualTo(1);
    assertThat(schedule.beam(0)).isEqualTo(schedule.beam(1)).isZero();
  }

  @Test
  void a07_anAntennaFollowsOneSatellite() {
    World two =
        world()
            .terminals(new double[] {50, 10}, new double[] {50, 14})
            .satellites(OVERHEAD, EAST)
            .antennas(1);
    // b's highest satellite has no antenna left, so that a's satellite, lower in b's sky, serves.
    assertThat(two.plan()).containsExactly("a: 0 via a", "b: 0 via a");
    assertThat(two.antennas(2).plan()).containsExactly("a: 0 via a", "b: 1 via a");
    assertThat(two.antennas(0).plan())
        .containsExactly("a: NO_GATEWAY_REACHABLE", "b: NO_GATEWAY_REACHABLE");
  }

  @Test
  void a08_theGatewayWithTheShortestWayToTheHomePop() {
    World choice =
        world().satellites(OVERHEAD).gateways(new double[] {49, 9}, new double[] {53, 13});
    assertThat(choice.pops(new double[] {49, 8}).plan()).containsExactly("a: 0 via a");
    assertThat(choice.pops(new double[] {53, 14}).plan()).containsExactly("a: 0 via b");
  }

  @Test
  void a09_lasersLeadToAFarGateway() {
    World far =
        world()
            .satellites(OVERHEAD, new double[] {50, 30, 550}, new double[] {50, 50, 550})
            .gateways(new double[] {50, 50});
    assertThat(far.plan()).containsExactly("a: NO_GATEWAY_REACHABLE");
    assertThat(far.lasers(new PlusGrid(0, 1, 3, 0, true, 0, 2e6, 80e3)).plan())
        .containsExactly("a: 0 via a from 2");
  }

  @Test
  void a10_aHandoverIsAChangeOfSatellite() {
    World before = world().satellites(OVERHEAD, EAST);
    Schedule first = before.schedule(null);
    assertThat(first.isHandover(0)).isFalse();
    assertThat(before.schedule(first).isHandover(0)).isFalse();
    Schedule moved = world().satellites(EAST, OVERHEAD).schedule(first);
    assertThat(moved.satellite(0)).isEqualTo(1);
    assertThat(moved.isHandover(0)).isTrue();
    // Service that begins is no handover.
    Schedule dark = world().satellites().schedule(null);
    assertThat(before.schedule(dark).isHandover(0)).isFalse();
  }

  @Test
  void a11_ofEqualSatellitesTheSmallerIndex() {
    assertThat(world().satellites(OVERHEAD, OVERHEAD).plan()).containsExactly("a: 0 via a");
  }

  @Test
  void a12_candidatesCarryRankAndChoice() {
    World world = world().satellites(new double[] {45.5, 10, 550}, EAST, NORTH).gso(18);
    List<String> lines =
        world.candidates().stream()
            .map(c -> c.satellite() + " rank " + c.rank() + (c.chosen() ? " chosen" : ""))
            .toList();
    assertThat(lines).containsExactly("1 rank 1 chosen", "2 rank 2", "0 rank 0");
  }

  @Test
  void a13_limitsHoldInAThousandRandomWorlds() {
    for (int seed = 0; seed < 40; seed++) {
      SiteTable terminals = Skies.awkwardSites(60, seed);
      World world = world().gso(18).beams(2).antennas(2);
      world.sky = Skies.scattered(400, 340, 570, seed);
      world.terminals = terminals;
      world.gateways = Skies.awkwardSites(12, seed + 1000);
      Map<Integer, Set<Integer>> lit = new HashMap<>();
      int[][] feeders = new int[world.gateways.size()][world.sky.size()];
      Schedule schedule = world.schedule(null);
      for (int t = 0; t < terminals.size(); t++) {
        assertThat(schedule.isServed(t)).isEqualTo(schedule.reason(t) == ReasonCode.SERVED);
        if (schedule.isServed(t)) {
          assertThat(schedule.elevationRad(t)).isGreaterThanOrEqualTo(Math.toRadians(25) - 1e-12);
          lit.computeIfAbsent(schedule.satellite(t), s -> new HashSet<>()).add(schedule.beam(t));
          feeders[schedule.gateway(t)][schedule.exitSatellite(t)] = 1;
        }
      }
      assertThat(lit.values()).allMatch(beams -> beams.size() <= 2);
      for (int[] feeder : feeders) {
        assertThat(Arrays.stream(feeder).sum()).isLessThanOrEqualTo(2);
      }
    }
  }

  private static World world() {
    return new World();
  }

  /** Terminal a at 50 N 10 E, one gateway and one PoP beside it, unless said otherwise. */
  private static final class World {
    private Snapshot sky = Skies.satellites();
    private SiteTable terminals = Skies.sites(new double[] {50, 10});
    private SiteTable gateways = Skies.sites(new double[] {50, 11});
    private SiteTable pops = Skies.sites(new double[] {50, 8});
    private double gsoDeg;
    private int beams = 8;
    private int antennas = 8;
    private List<PlusGrid> lasers = List.of();

    World satellites(double[]... places) {
      sky = Skies.satellites(places);
      return this;
    }

    World terminals(double[]... places) {
      terminals = Skies.sites(places);
      return this;
    }

    World gateways(double[]... places) {
      gateways = Skies.sites(places);
      return this;
    }

    World pops(double[]... places) {
      pops = Skies.sites(places);
      return this;
    }

    World gso(double deg) {
      gsoDeg = deg;
      return this;
    }

    World beams(int each) {
      beams = each;
      return this;
    }

    World antennas(int each) {
      antennas = each;
      return this;
    }

    World lasers(PlusGrid grid) {
      lasers = List.of(grid);
      return this;
    }

    private Scheduler scheduler() {
      int[] antennasEach = new int[gateways.size()];
      Arrays.fill(antennasEach, antennas);
      return new Scheduler(
          terminals,
          limits(terminals, gsoDeg),
          new HighestElevation(),
          beams,
          antennasEach,
          new GroundFibre(gateways, pops, 2e8, 1.4));
    }

    Schedule schedule(@Nullable Schedule previous) {
      int[] homePop = new int[terminals.size()];
      Arrays.fill(homePop, pops.size() == 0 ? -1 : 0);
      InView fromGateways = InView.of(sky, new SkyIndex(sky), gateways, limits(gateways, 0));
      return scheduler()
          .schedule(
              sky,
              sky,
              new SkyIndex(sky),
              GatewayReach.of(fromGateways, LaserLinks.of(sky, lasers)),
              homePop,
              Outages.NONE,
              previous);
    }

    List<Candidate> candidates() {
      return scheduler().candidates(0, sky, sky, new SkyIndex(sky), schedule(null), null);
    }

    private static LinkLimits limits(SiteTable sites, double gsoDeg) {
      double[] mask = new double[sites.size()];
      Arrays.fill(mask, Math.toRadians(25));
      return new LinkLimits(mask, Double.POSITIVE_INFINITY, Math.toRadians(gsoDeg));
    }

    List<String> plan() {
      Schedule schedule = schedule(null);
      String[] lines = new String[terminals.size()];
      for (int t = 0; t < lines.length; t++) {
        lines[t] = terminals.name(t) + ": " + outcome(schedule, t);
      }
      return List.of(lines);
    }

    private String outcome(Schedule schedule, int t) {
      if (!schedule.isServed(t)) {
        return schedule.reason(t).name();
      }
      String line = schedule.satellite(t) + " via " + gateways.name(schedule.gateway(t));
      boolean bentPipe = schedule.exitSatellite(t) == schedule.satellite(t);
      return bentPipe ? line : line + " from " + schedule.exitSatellite(t);
    }
  }
}
