package org.orbweaver.core.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fair shares, from one link to random meshes. */
class F02_MaxMinFairTest {
  @Test
  void a01_oneLinkSharedByThree() {
    assertThat(rates(new double[] {90}, new int[][] {{0}, {0}, {0}}, 1, 1e9))
        .containsExactly(30, 30, 30);
  }

  @Test
  void a02_whoAsksForLessLeavesTheRest() {
    MaxMinFair fair = fair(new double[] {90}, new int[][] {{0}, {0}, {0}}, 1, 1e9);
    fair.setDemand(1, 10);
    assertThat(all(fair)).containsExactly(40, 10, 40);
  }

  @Test
  void a03_weightsShareInProportion() {
    int[][] routes = {{0}, {0}};
    MaxMinFair fair =
        new MaxMinFair(
            new double[] {90}, starts(routes), flat(routes), new double[] {1, 2}, fill(2, 1e9));
    assertThat(all(fair)).containsExactly(30, 60);
  }

  @Test
  void a04_aFlowOverTwoLinksIsHeldByTheCrowdedOne() {
    // The first flow crosses both links, the second of which carries two more.
    int[][] routes = {{0, 1}, {0}, {1}, {1}};
    double[] rates = all(fair(new double[] {1, 1}, routes, 1, 1e9));
    assertThat(rates[0]).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(rates[1]).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(rates[2]).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void a05_noLinkIsFull() {
    assertThat(rates(new double[] {1000}, new int[][] {{0}, {0}}, 1, 100))
        .containsExactly(100, 100);
  }

  @Test
  void a06_noCapacityAtAll() {
    assertThat(rates(new double[] {0}, new int[][] {{0}, {0}}, 1, 100)).containsExactly(0, 0);
  }

  @Test
  void a07_noFlowCanGainWithoutTakingFromAPoorerOne() {
    for (int seed = 0; seed < 300; seed++) {
      World world = new World(new Random(seed));
      MaxMinFair fair = world.fair();
      world.assertFair(fair, "seed " + seed);
    }
  }

  @Test
  void a08_aChangedDemandGivesTheRatesOfAFreshStart() {
    int lookedAt = 0;
    int couldHave = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      World world = new World(random);
      MaxMinFair fair = world.fair();
      for (int change = 0; change < 20; change++) {
        int flow = random.nextInt(world.routes.length);
        world.demand[flow] = random.nextInt(4) == 0 ? 0 : 60 * random.nextDouble();
        lookedAt += fair.setDemand(flow, world.demand[flow]);
        couldHave += world.routes.length;
        assertThat(all(fair)).as("seed %d", seed).isEqualTo(all(world.fair()));
      }
    }
    assertThat(lookedAt).isLessThan(couldHave);
  }

  @Test
  void a09_aChangeStaysOnItsIsland() {
    int[][] routes = new int[300][];
    Arrays.setAll(routes, f -> new int[] {f / 3});
    MaxMinFair fair = fair(fill(100, 90), routes, 1, 1e9);
    assertThat(fair.setDemand(7, 10)).isEqualTo(3);
    assertThat(all(fair)).startsWith(30, 30, 30, 30, 30, 30, 40, 10, 40, 30);
  }

  @Test
  void a10_changesTogetherAreChangesOneByOne() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      World world = new World(random);
      MaxMinFair fair = world.fair();
      for (int change = 0; change < 5; change++) {
        int[] flows = random.ints(6, 0, world.routes.length).distinct().toArray();
        double[] demands = random.doubles(flows.length, 0, 60).toArray();
        for (int k = 0; k < flows.length; k++) {
          world.demand[flows[k]] = demands[k];
        }
        fair.setDemands(flows, demands);
        assertThat(all(fair)).as("seed %d", seed).isEqualTo(all(world.fair()));
      }
    }
  }

  /** Random flows over random resources. */
  private static final class World {
    private final double[] capacity;
    private final int[][] routes;
    private final double[] weight;
    private final double[] demand;

    World(Random random) {
      capacity = new double[3 + random.nextInt(20)];
      Arrays.setAll(capacity, r -> 100 * random.nextDouble());
      routes = new int[1 + random.nextInt(40)][];
      Arrays.setAll(
          routes, f -> random.ints(1 + random.nextInt(3), 0, capacity.length).distinct().toArray());
      weight = new double[routes.length];
      Arrays.setAll(weight, f -> 1 + random.nextInt(4));
      demand = new double[routes.length];
      Arrays.setAll(demand, f -> 60 * random.nextDouble());
    }

    MaxMinFair fair() {
      return new MaxMinFair(capacity, starts(routes), flat(routes), weight, demand);
    }

    /** The definition: who gets less than asked has a full resource where nobody gets more. */
    void assertFair(MaxMinFair fair, String name) {
      double[] load = new double[capacity.length];
      double[] highest = new double[capacity.length];
      for (int f = 0; f < routes.length; f++) {
        assertThat(fair.rateBps(f)).as(name).isBetween(0.0, demand[f] + 1e-9);
        for (int r : routes[f]) {
          load[r] += fair.rateBps(f);
          highest[r] = Math.max(highest[r], fair.rateBps(f) / weight[f]);
        }
      }
      for (int r = 0; r < capacity.length; r++) {
        assertThat(load[r]).as(name).isLessThanOrEqualTo(capacity[r] + 1e-6);
      }
      for (int f = 0; f < routes.length; f++) {
        double level = fair.rateBps(f) / weight[f];
        boolean satisfied = fair.rateBps(f) >= demand[f] - 1e-9;
        boolean held =
            Arrays.stream(routes[f])
                .anyMatch(r -> load[r] >= capacity[r] - 1e-6 && level >= highest[r] - 1e-6);
        assertThat(satisfied || held).as("%s flow %d", name, f).isTrue();
      }
    }
  }

  private static double[] rates(double[] capacity, int[][] routes, double weight, double demand) {
    return all(fair(capacity, routes, weight, demand));
  }

  private static MaxMinFair fair(double[] capacity, int[][] routes, double weight, double demand) {
    return new MaxMinFair(
        capacity,
        starts(routes),
        flat(routes),
        fill(routes.length, weight),
        fill(routes.length, demand));
  }

  private static double[] all(MaxMinFair fair) {
    double[] rates = new double[fair.flows()];
    Arrays.setAll(rates, fair::rateBps);
    return rates;
  }

  private static double[] fill(int size, double value) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private static int[] starts(int[][] routes) {
    int[] start = new int[routes.length + 1];
    for (int f = 0; f < routes.length; f++) {
      start[f + 1] = start[f] + routes[f].length;
    }
    return start;
  }

  private static int[] flat(int[][] routes) {
    return Arrays.stream(routes).flatMapToInt(Arrays::stream).toArray();
  }
}
