package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.GeodeticPoint;
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
import org.orbweaver.core.schedule.HighestElevation;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.schedule.Scheduler;

/** Flows in copies get what each terminal by itself would get. */
class F03_FairShareTest {
  static final int TERMINALS = 500;

  @Test
  void a01_asEachTerminalByItself() {
    int full = 0;
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      Schedule schedule = schedule(random, seed);
      FairShare share = share(schedule, random, 1 + random.nextInt(seed % 2 == 0 ? 1 : 6));
      MaxMinFair twin = share.individually();
      double[] rates = share.rates();
      for (int t = 0; t < TERMINALS; t++) {
        assertThat(rates[t])
            .as("seed %d terminal %d", seed, t)
            .isCloseTo(twin.rateBps(t), within(1e-9 * Math.max(1, twin.rateBps(t))));
        full += schedule.isServed(t) && rates[t] < 50e6 ? 1 : 0;
      }
    }
    assertThat(full).isPositive();
  }

  @Test
  void a02_whoeverAsksForLessLeavesTheRest_asIfAllHadAskedForThatFromTheStart() {
    int changed = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Schedule schedule = schedule(random, seed);
      int[] apart = random.ints(40, 0, TERMINALS).distinct().toArray();
      FairShare share = share(schedule, random, tariffs(random, 1 + seed % 5), apart);
      MaxMinFair twin = share.individually();
      double[] first = share.rates();
      for (int round = 0; round < 5; round++) {
        double[] demandBps = random.doubles(apart.length, 0, 60e6).toArray();
        demandBps[0] = Double.POSITIVE_INFINITY;
        share.setDemands(apart, demandBps);
        for (int k = 0; k < apart.length; k++) {
          twin.setDemand(apart[k], Math.min(demandBps[k], share.mostBps(apart[k])));
        }
        for (int t = 0; t < TERMINALS; t++) {
          assertThat(share.rateBps(t))
              .as("seed %d terminal %d", seed, t)
              .isCloseTo(twin.rateBps(t), within(1e-9 * Math.max(1, twin.rateBps(t))));
          changed += share.rateBps(t) > 1.01 * first[t] ? 1 : 0;
        }
      }
      double[] all = new double[apart.length];
      Arrays.fill(all, Double.POSITIVE_INFINITY);
      share.setDemands(apart, all);
      assertThat(share.rates()).as("as at first").isEqualTo(first);
    }
    assertThat(changed).as("others gain").isPositive();
  }

  @Test
  void a04_besideOthersTooAsEachTerminalByItself() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      Schedule schedule = schedule(random, seed);
      double[] others = random.doubles(TERMINALS, 0, 3).toArray();
      BackgroundLoad background = new BackgroundLoad(300e6, 1, 1, 1);
      FairShare share =
          share(schedule, random, tariffs(random, 3).beside(t -> others[t], background));
      MaxMinFair twin = share.individually();
      for (int t = 0; t < TERMINALS; t++) {
        assertThat(share.rateBps(t))
            .as("seed %d terminal %d", seed, t)
            .isCloseTo(twin.rateBps(t), within(1e-9 * Math.max(1, twin.rateBps(t))))
            .isLessThanOrEqualTo(1.01 * background.rateBps(others[t]));
      }
    }
  }

  @Test
  void a03_terminalsByTariff() {
    Tariffs tariffs = new Tariffs(new double[] {1, 2, 1, 1}, new double[] {5e6, 5e6, 5e6, 7e6});
    assertThat(tariffs.size()).isEqualTo(3);
    assertThat(tariffs.of(0)).isEqualTo(tariffs.of(2));
    assertThat(tariffs.weight(tariffs.of(1))).isEqualTo(2);
    assertThat(tariffs.demandBps(tariffs.of(3))).isEqualTo(7e6);
  }

  private static FairShare share(Schedule schedule, Random random, int tariffs) {
    return share(schedule, random, tariffs(random, tariffs));
  }

  private static Tariffs tariffs(Random random, int tariffs) {
    double[] weight = new double[TERMINALS];
    double[] demandBps = new double[TERMINALS];
    for (int t = 0; t < TERMINALS; t++) {
      int tariff = random.nextInt(tariffs);
      weight[t] = 1 + tariff % 3;
      demandBps[t] = 50e6 * (1 + tariff);
    }
    return new Tariffs(weight, demandBps);
  }

  private static FairShare share(Schedule schedule, Random random, Tariffs tariffs, int... apart) {
    return new FairShare(
        schedule,
        new WayResources(schedule.services().ways()),
        new FairShare.Capacities(
            80e6 + 400e6 * random.nextDouble(),
            200e6 + 2e9 * random.nextDouble(),
            random.nextBoolean() ? 5e8 : Double.POSITIVE_INFINITY,
            1e9,
            2e9),
        tariffs,
        apart);
  }

  static Schedule schedule(Random random, int seed) {
    Snapshot sky = Skies.scattered(900, 340, 570, seed);
    SiteTable awkward = Skies.awkwardSites(40, seed);
    List<String> names = new ArrayList<>();
    List<GeodeticPoint> points = new ArrayList<>();
    for (int t = 0; t < TERMINALS; t++) {
      GeodeticPoint town = awkward.point(8 + random.nextInt(6));
      names.add("t" + t);
      points.add(
          GeodeticPoint.ofDegrees(
              Math.clamp(Math.toDegrees(town.latRad()) + 0.2 * random.nextGaussian(), -90, 90),
              Math.IEEEremainder(Math.toDegrees(town.lonRad()) + 0.2 * random.nextGaussian(), 360),
              0));
    }
    SiteTable terminals = new SiteTable(names, points);
    SiteTable gateways = Skies.awkwardSites(30, seed + 9);
    SiteTable pops = Skies.sites(new double[] {50, 8}, new double[] {-20, 100});
    int[] antennas = new int[gateways.size()];
    Arrays.fill(antennas, 4);
    SkyIndex index = new SkyIndex(sky);
    return new Scheduler(
            terminals,
            limits(terminals, 25),
            new HighestElevation(),
            16,
            antennas,
            new GroundFibre(gateways, pops, 2e8, 1.4))
        .schedule(
            sky,
            sky,
            index,
            GatewayReach.of(
                InView.of(sky, index, gateways, limits(gateways, 10)),
                LaserLinks.of(sky, List.of(new PlusGrid(0, 30, 30, 0, true, 0, 3e6, 80e3)))),
            random.ints(TERMINALS, 0, 2).toArray(),
            Outages.NONE,
            null);
  }

  private static LinkLimits limits(SiteTable sites, double maskDeg) {
    double[] maskRad = new double[sites.size()];
    Arrays.fill(maskRad, Math.toRadians(maskDeg));
    return new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0);
  }
}
