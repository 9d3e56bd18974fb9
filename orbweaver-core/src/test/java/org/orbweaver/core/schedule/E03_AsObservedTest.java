package org.orbweaver.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
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
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.Generation;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.random.SplitMix64;
import org.orbweaver.core.schedule.SelectionStrategy.Term;

/** How the strategy as-observed weighs and draws. */
class E03_AsObservedTest {
  private static final ChoiceWeights WEIGHTS = ChoiceWeights.shipped();

  @Test
  void a01_lotsAreGumbels() {
    int n = 200_000;
    double[] lots =
        IntStream.range(0, n).mapToDouble(k -> Lots.gumbel(SplitMix64.at(7, k))).toArray();
    double mean = Arrays.stream(lots).average().orElseThrow();
    double variance = Arrays.stream(lots).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(0.57722, within(0.01));
    assertThat(variance).isCloseTo(Math.PI * Math.PI / 6, within(0.03));
    for (double p : new double[] {1e-9, 1e-4, 0.003, 0.01, 0.1, 0.5, 0.9, 0.99, 0.997, 1 - 1e-9}) {
      assertThat(Lots.gumbel((long) (p * 0x1p53) << 11))
          .as("quantile %s", p)
          .isCloseTo(-Math.log(-Math.log(p)), within(2e-3));
    }
  }

  @Test
  void a02_aSatelliteBehindTheTiltIsLessLikely_inBothHemispheresAlike() {
    double[] oddsNorth = odds(new double[] {50, 10}, new double[] {54, 10}, new double[] {46, 10});
    double[] oddsSouth =
        odds(new double[] {-50, 10}, new double[] {-54, 10}, new double[] {-46, 10});
    assertThat(oddsNorth[0]).isGreaterThan(oddsNorth[1]);
    assertThat(oddsNorth[0]).isCloseTo(oddsSouth[0], within(1e-9));
    assertThat(oddsNorth[1]).isCloseTo(oddsSouth[1], within(1e-9));
    double[] equator = odds(new double[] {0, 10}, new double[] {4, 10}, new double[] {-4, 10});
    assertThat(equator[0]).isCloseTo(equator[1], within(1e-9));
  }

  @Test
  void a03_oddsGrowWithTheMakesCapacity() {
    World world =
        new World(new double[][] {{50, 10}}, new double[][] {{50, 10}, {50, 10}, {50, 10}})
            .names("STARLINK-1007", "STARLINK-3100", "STARLINK-30100");
    double[] odds = world.logOdds();
    assertThat(odds[2] - odds[0])
        .isCloseTo(WEIGHTS.capacityPower() * Math.log(96.0 / 17), within(1e-9));
    assertThat(odds[1] - odds[0])
        .isCloseTo(WEIGHTS.capacityPower() * Math.log(20.0 / 17), within(1e-9));
  }

  @Test
  void a03_aMakeThatWasToldCountsLikeOneThatANameTells() {
    World world = new World(new double[][] {{50, 10}}, new double[][] {{50, 10}, {50, 10}});
    assertThat(world.logOdds()[1]).isEqualTo(world.logOdds()[0]);
    double[] odds = world.told(Map.of(1, Generation.V2_MINI)).logOdds();
    assertThat(odds[1] - odds[0])
        .isCloseTo(WEIGHTS.capacityPower() * Math.log(96.0 / 17), within(1e-9));
  }

  @Test
  void a04_drawsComeOutByTheirProbabilities() {
    World world =
        new World(
            new double[][] {{50, 10}}, new double[][] {{50, 10}, {53, 12}, {55, 5}, {50, 15}});
    int[] count = new int[4];
    int slots = 20_000;
    for (int k = 0; k < slots; k++) {
      count[world.at(k).schedule(1, null).satellite(0)]++;
    }
    for (Candidate c : world.candidates(null)) {
      assertThat((double) count[c.satellite()] / slots)
          .as("satellite %d", c.satellite())
          .isCloseTo(c.probability(), within(0.012));
    }
    assertThat(world.candidates(null).stream().mapToDouble(Candidate::probability).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void a05_theOneThatServedIsKeptMoreOften_butItsRankIsThePredictions() {
    World world = new World(new double[][] {{50, 10}}, new double[][] {{50, 10}, {50.01, 10}});
    int same = 0;
    Schedule before = world.at(0).schedule(1, null);
    int slots = 4000;
    for (int k = 1; k <= slots; k++) {
      Schedule next = world.at(k).schedule(1, before);
      same += next.satellite(0) == before.satellite(0) ? 1 : 0;
      before = next;
    }
    double expected = 1 / (1 + Math.exp(-WEIGHTS.kept()));
    assertThat((double) same / slots).isCloseTo(expected, within(0.03));
    List<Candidate> candidates = world.candidates(before);
    assertThat(candidates.get(0).probability()).isCloseTo(0.5, within(0.01));
    for (Candidate c : candidates) {
      assertThat(c.terms().stream().map(Term::name))
          .containsExactly("boresight", "generation", "kept", "lot");
      assertThat(c.terms().stream().mapToDouble(Term::value).sum())
          .isCloseTo(c.score(), within(1e-12));
    }
    assertThat(candidates.stream().mapToDouble(c -> c.terms().get(2).value()).sum())
        .isEqualTo(WEIGHTS.kept());
  }

  @Test
  void a06_theSeedDecides_andACellChoosesAlike() {
    double[][] satellites = scattered(40);
    World world = new World(new double[][] {{50, 10}, {50.001, 10.001}, {50.9, 12}}, satellites);
    int sameCell = 0;
    int otherCell = 0;
    int otherSeed = 0;
    for (int k = 0; k < 200; k++) {
      Schedule one = world.at(k).schedule(1, null);
      Schedule again = world.at(k).schedule(1, null);
      Schedule other = world.at(k).schedule(2, null);
      for (int t = 0; t < 3; t++) {
        assertThat(again.satellite(t)).isEqualTo(one.satellite(t));
      }
      sameCell += one.satellite(0) == one.satellite(1) ? 1 : 0;
      otherCell += one.satellite(0) == one.satellite(2) ? 1 : 0;
      otherSeed += one.satellite(0) == other.satellite(0) ? 1 : 0;
    }
    assertThat(sameCell).isGreaterThan(195);
    assertThat(otherCell).isLessThan(100);
    assertThat(otherSeed).isLessThan(100);
  }

  @Test
  void a07_onOneThreadAsOnMany() throws Exception {
    double[][] places = new double[30_000][];
    for (int t = 0; t < places.length; t++) {
      places[t] = new double[] {40 + t % 173 * 0.06, 5 + Math.floorDiv(t, 173) * 0.07};
    }
    World world = new World(places, scattered(300));
    Schedule many = world.at(5).schedule(1, null);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      Schedule alone = one.submit(() -> world.at(5).schedule(1, null)).get();
      for (int t = 0; t < places.length; t++) {
        assertThat(alone.satellite(t)).isEqualTo(many.satellite(t));
      }
    }
  }

  @Test
  void a08_itMustBeMadeReady() {
    World world = new World(new double[][] {{50, 10}}, new double[][] {{50, 10}});
    assertThatIllegalStateException().isThrownBy(() -> world.scheduleWith(new AsObserved(), null));
  }

  private static double[][] scattered(int count) {
    List<double[]> places = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      places.add(new double[] {36 + (37 * k % count) * (26.0 / count), -5 + k * 30.0 / count});
    }
    return places.toArray(double[][]::new);
  }

  /** Log odds of two satellites at a place. */
  private static double[] odds(double[] place, double[] one, double[] other) {
    return new World(new double[][] {place}, new double[][] {one, other}).logOdds();
  }

  /** Satellites at 550 km over places, which stand still. */
  private static final class World {
    private final SiteTable terminals;
    private final double[][] places;
    private String[] names;
    private Map<Integer, Generation> told = Map.of();
    private Snapshot sky;

    World(double[][] terminals, double[][] satellites) {
      this.terminals = sites(terminals);
      places =
          Arrays.stream(satellites)
              .map(s -> new double[] {s[0], s[1], 550})
              .toArray(double[][]::new);
      names = IntStream.range(0, places.length).mapToObj(k -> "s" + k).toArray(String[]::new);
      sky = Skies.satellites(places);
    }

    private static SiteTable sites(double[][] places) {
      return new SiteTable(
          IntStream.range(0, places.length).mapToObj(k -> "t" + k).toList(), Skies.points(places));
    }

    World names(String... given) {
      names = given;
      return this;
    }

    World told(Map<Integer, Generation> makes) {
      told = makes;
      return this;
    }

    World at(int slot) {
      double[] x = new double[places.length];
      double[] y = new double[places.length];
      double[] z = new double[places.length];
      for (int s = 0; s < places.length; s++) {
        x[s] = sky.xM(s);
        y[s] = sky.yM(s);
        z[s] = sky.zM(s);
      }
      sky = new Snapshot(slot * 15_000_000_000L, x, y, z);
      return this;
    }

    private Ephemeris ephemeris() {
      return Ephemeris.of(
          IntStream.range(0, places.length)
              .mapToObj(k ->
                  new MeanElements(names[k], 1 + k, "2020-001A", 0, 0.0011, 0, 0, 0.9, 0, 0, 0, 0))
              .toList(),
          told);
    }

    private Scheduler scheduler(SelectionStrategy strategy) {
      double[] mask = new double[terminals.size()];
      Arrays.fill(mask, Math.toRadians(25));
      return new Scheduler(
          terminals,
          new LinkLimits(mask, Double.POSITIVE_INFINITY, 0),
          strategy,
          1000,
          new int[] {1000},
          new GroundFibre(Skies.sites("g", 50, 10, 0), Skies.sites("p", 50, 10, 0), 2e8, 1.4));
    }

    Schedule schedule(long seed, @Nullable Schedule previous) {
      return scheduleWith(new AsObserved().over(terminals, ephemeris(), seed), previous);
    }

    Schedule scheduleWith(SelectionStrategy strategy, @Nullable Schedule previous) {
      SiteTable gateway = Skies.sites("g", 50, 10, 0);
      LinkLimits low = new LinkLimits(new double[1], Double.POSITIVE_INFINITY, 0);
      return scheduler(strategy)
          .schedule(
              sky,
              sky,
              new SkyIndex(sky),
              GatewayReach.of(
                  InView.of(sky, new SkyIndex(sky), gateway, low), LaserLinks.of(sky, List.of())),
              new int[terminals.size()],
              Outages.NONE,
              previous);
    }

    List<Candidate> candidates(@Nullable Schedule previous) {
      SelectionStrategy strategy = new AsObserved().over(terminals, ephemeris(), 1);
      return scheduler(strategy)
          .candidates(0, sky, sky, new SkyIndex(sky), schedule(1, previous), previous);
    }

    double[] logOdds() {
      double[] odds = new double[places.length];
      for (Candidate c : candidates(null)) {
        odds[c.satellite()] = c.terms().get(0).value() + c.terms().get(1).value();
      }
      return odds;
    }
  }
}
