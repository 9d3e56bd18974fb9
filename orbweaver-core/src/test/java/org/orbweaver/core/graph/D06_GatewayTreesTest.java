package org.orbweaver.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.link.InView;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.link.LinkLimits;
import org.orbweaver.core.link.PlusGrid;
import org.orbweaver.core.orbit.Snapshot;

/** Trees of all gateways together reach what one Dijkstra after another reaches, as quickly. */
class D06_GatewayTreesTest {
  private static final SiteTable GATEWAYS = Skies.awkwardSites(40, 2);
  private static final List<PlusGrid> GRID =
      List.of(new PlusGrid(0, 20, 40, 1, true, 0, 4e6, 80e3));

  @Test
  void a01_theSameReach_andWaysThatAreNoLonger() {
    GatewayTrees trees = new GatewayTrees(GATEWAYS, TreeKernel.plain());
    for (int seed = 0; seed < 12; seed++) {
      Snapshot sky = Skies.scattered(800 + seed, 500, 600, seed);
      LaserLinks lasers = LaserLinks.of(sky, GRID);
      InView view = view(sky);
      GatewayReach twin = GatewayReach.of(view, lasers);
      try (GatewayReach reach = trees.over(view, lasers, rows(seed))) {
        assertSame(reach, twin, sky, lasers);
      }
    }
  }

  @Test
  void a02_withoutLasersTheLinksThemselves() {
    Snapshot sky = Skies.scattered(300, 500, 600, 1);
    LaserLinks none = LaserLinks.of(sky, List.of());
    GatewayTrees trees = new GatewayTrees(GATEWAYS, TreeKernel.plain());
    try (GatewayReach reach = trees.over(view(sky), none, List.of())) {
      assertSame(reach, GatewayReach.of(view(sky), none), sky, none);
    }
  }

  @Test
  void a03_twoMomentsAtATimeDoNotDisturbEachOther() {
    GatewayTrees trees = new GatewayTrees(GATEWAYS, TreeKernel.plain());
    Snapshot one = Skies.scattered(800, 500, 600, 1);
    Snapshot other = Skies.scattered(800, 500, 600, 2);
    List<List<int[]>> rows = rows(0);
    try (GatewayReach first = trees.over(view(one), LaserLinks.of(one, GRID), rows);
        GatewayReach second = trees.over(view(other), LaserLinks.of(other, GRID), rows)) {
      LaserLinks lasers = LaserLinks.of(one, GRID);
      assertSame(first, GatewayReach.of(view(one), lasers), one, lasers);
      lasers = LaserLinks.of(other, GRID);
      assertSame(second, GatewayReach.of(view(other), lasers), other, lasers);
    }
  }

  @Test
  void a04_theBestGatewayAsLookingAtEachFindsIt() {
    GatewayTrees trees = new GatewayTrees(GATEWAYS, TreeKernel.plain());
    SiteTable pops = Skies.awkwardSites(7, 3);
    // Fibre so slow that ticks do not hold it is looked at one by one.
    for (double fibreMPerS : new double[] {2e8, 5e5}) {
      GroundFibre fibre = new GroundFibre(GATEWAYS, pops, fibreMPerS, 1.4);
      for (int seed = 0; seed < 6; seed++) {
        Snapshot sky = Skies.scattered(800, 500, 600, seed);
        int share = seed % 4;
        GatewaySearch.Room room = (s, g) -> (31 * s + 17 * g) % 4 >= share;
        try (GatewayReach reach = trees.over(view(sky), LaserLinks.of(sky, GRID), rows(seed))) {
          GatewaySearch search = reach.search(fibre);
          GatewaySearch twin = GatewaySearch.of(reach, fibre);
          for (int s = 0; s < sky.size(); s++) {
            for (int pop = 0; pop < pops.size(); pop++) {
              assertThat(search.nearest(s, pop, room)).isEqualTo(twin.nearest(s, pop, room));
            }
          }
        }
      }
    }
  }

  /** Rows as the pattern has them, or torn and in another order: that changes nothing. */
  private static List<List<int[]>> rows(int seed) {
    if (seed % 2 == 0) {
      return List.of(GRID.getFirst().rows());
    }
    Random random = new Random(seed);
    List<int[]> rows = new ArrayList<>();
    for (int[] row : GRID.getFirst().rows()) {
      int cut = random.nextInt(row.length);
      rows.add(random.nextInt(rows.size() + 1), Arrays.copyOfRange(row, cut, row.length));
    }
    return List.of(rows);
  }

  private static InView view(Snapshot sky) {
    double[] maskRad = new double[GATEWAYS.size()];
    Arrays.fill(maskRad, Math.toRadians(25));
    return InView.of(
        sky, new SkyIndex(sky), GATEWAYS, new LinkLimits(maskRad, Double.POSITIVE_INFINITY, 0));
  }

  private static void assertSame(
      GatewayReach reach, GatewayReach twin, Snapshot sky, LaserLinks lasers) {
    long[] delayFs = new long[GATEWAYS.size()];
    long[] exactFs = new long[GATEWAYS.size()];
    int others = 0;
    for (int s = 0; s < sky.size(); s++) {
      reach.delaysFs(s, delayFs);
      twin.delaysFs(s, exactFs);
      for (int g = 0; g < GATEWAYS.size(); g++) {
        assertThat(reach.isReached(s, g)).isEqualTo(twin.isReached(s, g));
        if (!twin.isReached(s, g)) {
          assertThat(delayFs[g]).isEqualTo(Delay.UNREACHABLE_FS);
          int satellite = s;
          int gateway = g;
          assertThatThrownBy(() -> reach.next(satellite, gateway))
              .isInstanceOf(IllegalArgumentException.class);
          continue;
        }
        // Each link is rounded to an eighth of a metre, 0.42 ns.
        double slackFs = 0.21e6 * (reach.hops(s, g) + twin.hops(s, g) + 2);
        assertThat((double) delayFs[g]).isCloseTo((double) exactFs[g], within(slackFs));
        assertThat((double) exactFs(reach, s, g, sky, lasers))
            .isCloseTo((double) exactFs[g], within(2 * slackFs));
        others += reach.exit(s, g) == twin.exit(s, g) ? 0 : 1;
      }
    }
    // Only ties within the rounding fall otherwise, and there are hardly any.
    assertThat(others).isLessThan(3);
  }

  private static long exactFs(
      GatewayReach reach, int from, int gateway, Snapshot sky, LaserLinks lasers) {
    long sumFs = 0;
    int here = from;
    for (int next = reach.next(here, gateway); next >= 0; next = reach.next(here, gateway)) {
      int k = lasers.first(here);
      while (lasers.neighbour(k) != next) {
        k++;
      }
      sumFs += Delay.spaceFs(lasers.lengthM(k));
      here = next;
    }
    return sumFs
        + Delay.spaceFs(GATEWAYS.rangeM(gateway, sky.xM(here), sky.yM(here), sky.zM(here)));
  }
}
