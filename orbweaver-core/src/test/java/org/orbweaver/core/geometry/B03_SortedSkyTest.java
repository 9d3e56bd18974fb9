package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.orbit.Snapshot;

/** Satellites sorted by the cell beneath them: none is lost, none in view is passed over. */
class B03_SortedSkyTest {
  private static final double LARGEST_M = 6_378e3 + 1_300e3;

  @Test
  void a01_everySatelliteHasOnePlace_unlessItHasNoPosition() {
    Snapshot snapshot = Skies.scattered(5_000, 300, 1_200, 1);
    double[][] p = positions(snapshot);
    p[0][17] = Double.NaN;
    SortedSky sky = new SortedSky(5_000);
    for (int twice = 0; twice < 2; twice++) {
      sky.sort(p[0], p[1], p[2]);
      BitSet seen = new BitSet();
      for (int cell = 0; cell < SkyCells.CELLS; cell++) {
        for (int k = sky.first(cell); k < sky.end(cell); k++) {
          int s = sky.satellite(k);
          assertThat(seen.get(s)).isFalse();
          seen.set(s);
          assertSplit(p[0][s], sky.xM()[k], sky.restX()[k]);
          assertSplit(p[1][s], sky.yM()[k], sky.restY()[k]);
          assertSplit(p[2][s], sky.zM()[k], sky.restZ()[k]);
        }
      }
      assertThat(seen.cardinality()).isEqualTo(4_999);
      assertThat(seen.get(17)).isFalse();
    }
  }

  private static void assertSplit(double coordinate, float whole, float rest) {
    assertThat((double) whole).isEqualTo(Math.rint(coordinate));
    assertThat(Math.abs(rest)).isLessThanOrEqualTo(0.5f);
    assertThat((double) whole + rest).isCloseTo(coordinate, within(1e-7));
  }

  @Test
  void a02_satellitesAboveThePolesAndOnTheAxesHavePlacesToo() {
    Snapshot snapshot =
        Skies.satellites(
            new double[] {90, 0, 500},
            new double[] {-90, 0, 500},
            new double[] {0, 0, 500},
            new double[] {0, 90, 500},
            new double[] {0, 180, 500},
            new double[] {0, -90, 500},
            new double[] {-45, -180, 500});
    double[][] p = positions(snapshot);
    SortedSky sky = new SortedSky(7);
    sky.sort(p[0], p[1], p[2]);
    assertThat(sky.end(SkyCells.CELLS - 1)).isEqualTo(7);
  }

  @Test
  void b01_whatIsSeenFromASiteStandsInItsRuns() {
    SiteTable sites = Skies.awkwardSites(200, 3);
    for (double maskDeg : new double[] {-5, 0, 5, 25, 40, 80}) {
      Snapshot snapshot = Skies.scattered(4_000, 300, 1_200, 2);
      double[][] p = positions(snapshot);
      SortedSky sky = new SortedSky(4_000);
      sky.sort(p[0], p[1], p[2]);
      SkyRuns.Builder builder = new SkyRuns.Builder(LARGEST_M);
      for (int site = 0; site < sites.size(); site++) {
        builder.add(sites.xM(site), sites.yM(site), sites.zM(site), 0, Math.toRadians(maskDeg));
      }
      SkyRuns runs = builder.build();
      for (int site = 0; site < sites.size(); site++) {
        BitSet offered = new BitSet();
        for (int run = runs.first(site); run < runs.end(site); run++) {
          int end = sky.end(runs.lastCell(run));
          for (int k = sky.first(runs.firstCell(run)); k < end; k++) {
            assertThat(offered.get(sky.satellite(k))).isFalse();
            offered.set(sky.satellite(k));
          }
        }
        for (int s = 0; s < snapshot.size(); s++) {
          LookAngle look = sites.lookAngle(site, p[0][s], p[1][s], p[2][s]);
          if (look.elevationRad() >= Math.toRadians(maskDeg)) {
            assertThat(offered.get(s)).as("%s from %s", s, sites.point(site)).isTrue();
          }
        }
        if (maskDeg == 40) {
          assertThat(offered.cardinality()).isLessThan(400);
        }
      }
    }
  }

  private static double[][] positions(Snapshot snapshot) {
    double[][] p = new double[3][snapshot.size()];
    for (int s = 0; s < snapshot.size(); s++) {
      p[0][s] = snapshot.xM(s);
      p[1][s] = snapshot.yM(s);
      p[2][s] = snapshot.zM(s);
    }
    return p;
  }
}
