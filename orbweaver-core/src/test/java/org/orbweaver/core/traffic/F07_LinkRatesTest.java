package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.radio.LinkTable;
import org.orbweaver.core.radio.Payload;
import org.orbweaver.core.radio.RadioLink;
import org.orbweaver.core.radio.RainCell;
import org.orbweaver.core.radio.RainField;
import org.orbweaver.core.radio.RainLoss;
import org.orbweaver.core.radio.RainNow;
import org.orbweaver.core.radio.UnexplainedRain;
import org.orbweaver.core.schedule.Schedule;

/** Beams that carry what their links let them, in clear air and in rain. */
class F07_LinkRatesTest {
  private static final int SATELLITES = 900;
  private static final FairShare.Capacities CAPACITIES =
      new FairShare.Capacities(Double.NaN, Double.NaN, 5e8, 1e9, 2e9);

  private static LinkTable table(double frequencyHz, double bandwidthHz) {
    return new LinkTable(
        new RadioLink(frequencyHz, bandwidthHz, 29, 9.2, 0.5, 17, 1, 0.96), 570e3, 0.06);
  }

  private static LinkBudget budget() {
    LinkTable down = table(11.7e9, 240e6);
    LinkTable up = table(14.25e9, 62.5e6);
    int[] payloadOf = new int[SATELLITES];
    Arrays.setAll(payloadOf, s -> s % 2);
    return new LinkBudget(
        List.of(new Payload(down, up, 1e9, 2e8), new Payload(down, up, 4e8, 1e8)),
        payloadOf,
        new LinkBudget.Bounds(700e6, 250e6, 0.11),
        new LinkBudget.Feeder(table(28.5e9, 10e6), table(18.5e9, 10e6)),
        Skies.awkwardSites(30, 9),
        new UnexplainedRain(3, 0.4),
        RainField.DRY);
  }

  private static Snapshot sky(int seed) {
    return Skies.scattered(SATELLITES, 340, 570, seed);
  }

  /** Showers of 1 to 20 km over some of the terminals. */
  private static RainNow showers(Schedule schedule, Random random) {
    List<RainCell.State> showers = new ArrayList<>();
    for (int k = 0; k < 25; k++) {
      int t = random.nextInt(schedule.terminals());
      showers.add(
          new RainCell.State(
              0,
              schedule.sites().point(t),
              1e3 + 19e3 * random.nextDouble(),
              60 * random.nextDouble() * random.nextDouble()));
    }
    return new RainNow(showers);
  }

  private static Tariffs tariffs(Random random, int kinds) {
    double[] weight = new double[F03_FairShareTest.TERMINALS];
    double[] demandBps = new double[weight.length];
    for (int t = 0; t < weight.length; t++) {
      int kind = random.nextInt(kinds);
      weight[t] = 1 + kind % 3;
      demandBps[t] = 20e6 * (1 + kind);
    }
    return new Tariffs(weight, demandBps);
  }

  @Test
  void a01_flowsInCopiesGetWhatEachWouldByItself_alsoInRain() {
    int wet = 0;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Schedule schedule = F03_FairShareTest.schedule(random, seed);
      LinkRates links = budget().at(schedule, sky(seed)).in(showers(schedule, random));
      WayResources resources = new WayResources(schedule.services().ways());
      Tariffs tariffs = tariffs(random, 1 + seed % 5);
      for (boolean isUp : new boolean[] {false, true}) {
        FairShare share = FairShare.over(links, isUp, schedule, resources, CAPACITIES, tariffs);
        MaxMinFair twin = share.individually();
        double[] rates = share.rates();
        for (int t = 0; t < schedule.terminals(); t++) {
          assertThat(rates[t])
              .as("seed %d terminal %d", seed, t)
              .isCloseTo(twin.rateBps(t), within(1e-9 * Math.max(1, twin.rateBps(t))));
          if (schedule.isServed(t)) {
            assertThat(rates[t]).isLessThanOrEqualTo(links.ceilingBps(t, isUp) * (1 + 1e-9));
            wet += links.loss(t) == RainLoss.NONE ? 0 : 1;
          }
        }
      }
    }
    assertThat(wet).isGreaterThan(50);
  }

  @Test
  void a02_equalSharesOfABeamTakeAllItsTimeAndNoMore() {
    int full = 0;
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Schedule schedule = F03_FairShareTest.schedule(random, seed);
      LinkRates links = budget().at(schedule, sky(seed)).in(showers(schedule, random));
      double[] huge = new double[schedule.terminals()];
      Arrays.fill(huge, 1e9);
      double[] one = new double[schedule.terminals()];
      Arrays.fill(one, 1);
      LinkRates.Direction direction = links.direction(false, new Tariffs(one, huge));
      double[] time = new double[schedule.beams()];
      int[] reached = new int[schedule.beams()];
      for (int t = 0; t < schedule.terminals(); t++) {
        if (schedule.isServed(t) && links.ceilingBps(t, false) > 0) {
          reached[schedule.beam(t)]++;
        }
      }
      for (int t = 0; t < schedule.terminals(); t++) {
        if (schedule.isServed(t) && links.ceilingBps(t, false) > 0) {
          int b = schedule.beam(t);
          time[b] += direction.beams().beam(b) / reached[b] / links.ceilingBps(t, false);
        }
      }
      for (int b = 0; b < time.length; b++) {
        if (reached[b] > 0) {
          // In clear air the first terminal's elevation does for all of a cell.
          assertThat(time[b]).isBetween(0.8, 1.2);
          full++;
        }
      }
    }
    assertThat(full).isGreaterThan(50);
  }

  @Test
  void a03_aTerminalSendsForAShareOfTheTime_andSatellitesCarryWhatTheirMakeDoes() {
    Random random = new Random(3);
    Schedule schedule = F03_FairShareTest.schedule(random, 3);
    LinkRates links = budget().at(schedule, sky(3));
    WayResources resources = new WayResources(schedule.services().ways());
    double[] resourceBps = CAPACITIES.of(resources);
    links.bound(resourceBps, resources, false);
    for (int r = 0; r < resources.size(); r++) {
      if (resources.kind(r) == WayResources.SATELLITE) {
        assertThat(resourceBps[r]).isEqualTo(resources.from(r) % 2 == 0 ? 1e9 : 4e8);
      }
    }
    for (int t = 0; t < schedule.terminals(); t++) {
      if (schedule.isServed(t)) {
        assertThat(links.ceilingBps(t, true)).isBetween(1e6, 0.11 * 62.5e6 * 5.9);
        assertThat(links.ceilingBps(t, false)).isBetween(100e6, 700e6);
      }
    }
  }

  @Test
  void a04_rainOverAGatewayTakesOfItsFeederLinksAlone() {
    Random random = new Random(5);
    Schedule schedule = F03_FairShareTest.schedule(random, 0);
    LinkRates dry = budget().at(schedule, sky(0));
    WayResources resources = new WayResources(schedule.services().ways());
    List<RainCell.State> everywhere = new ArrayList<>();
    for (int g = 0; g < 30; g++) {
      everywhere.add(
          new RainCell.State(0, Skies.awkwardSites(30, 9).point(g), 30e3, g % 2 == 0 ? 40 : 0));
    }
    double[] clear = CAPACITIES.of(resources);
    double[] rainy = clear.clone();
    dry.bound(clear, resources, false);
    dry.in(new RainNow(everywhere)).bound(rainy, resources, false);
    int less = 0;
    for (int r = 0; r < resources.size(); r++) {
      boolean mayLose = resources.kind(r) == WayResources.FEEDER && rainy[r] < clear[r];
      assertThat(rainy[r] == clear[r] || mayLose).isTrue();
      less += mayLose ? 1 : 0;
    }
    assertThat(less).isPositive();
  }

  @Test
  void a05_aTariffForThoseWhoMayHaveLess() {
    Tariffs tariffs = new Tariffs(new double[] {1, 2, 1}, new double[] {5e6, 5e6, 5e6});
    Tariffs less = tariffs.atMost(new int[] {0, 1, 2}, new double[] {1e6, 9e6, 1e6});
    assertThat(less.demandBps(less.of(0))).isEqualTo(1e6);
    assertThat(less.of(2)).isEqualTo(less.of(0));
    assertThat(less.of(1)).isEqualTo(tariffs.of(1));
    assertThat(less.weight(less.of(0))).isEqualTo(1);
    assertThat(tariffs.atMost(new int[] {1}, new double[] {6e6})).isSameAs(tariffs);
  }
}
