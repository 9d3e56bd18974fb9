package org.orbweaver.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.SkyIndex;
import org.orbweaver.core.orbit.Snapshot;

/** What a site has in view, against looking at every satellite. */
class C01_InViewTest {
  @Test
  void a01_theMaskDecides() {
    Snapshot sky = Skies.satellites(new double[] {50, 10, 550}, new double[] {50, 26, 550});
    assertThat(view(sky, Skies.sites("s", 50, 10, 0), 25, Double.POSITIVE_INFINITY))
        .containsExactly(0);
    assertThat(view(sky, Skies.sites("s", 50, 10, 0), 10, Double.POSITIVE_INFINITY))
        .containsExactly(0, 1);
  }

  @Test
  void a02_theRangeDecidesToo() {
    Snapshot sky = Skies.satellites(new double[] {50, 10, 550}, new double[] {50, 13, 550});
    assertThat(view(sky, Skies.sites("s", 50, 10, 0), 0, 560e3)).containsExactly(0);
    assertThat(view(sky, Skies.sites("s", 50, 10, 0), 0, 1e6)).containsExactly(0, 1);
  }

  @Test
  void a03_noSatelliteAtAll() {
    assertThat(view(Skies.satellites(), Skies.sites("s", 0, 0, 0), 0, 1e9)).isEmpty();
  }

  @Test
  void a04_aSatelliteWithoutPositionIsNotInView() {
    double nan = Double.NaN;
    Snapshot sky =
        new Snapshot(0, new double[] {nan, 7e6}, new double[] {nan, 0}, new double[] {nan, 0});
    assertThat(view(sky, Skies.sites("s", 0, 0, 0), 25, 1e9)).containsExactly(1);
  }

  @Test
  void a05_polesAntimeridianAndEverywhereElse() {
    SiteTable sites = Skies.awkwardSites(200, 3);
    double[][] limits = {{25, 1e12}, {0, 1e12}, {5, 2e6}, {0, 1_089_686}, {80, 1e12}, {0, 7e6}};
    for (Snapshot sky :
        List.of(
            Skies.scattered(3000, 340, 570, 1),
            Skies.scattered(500, 300, 36_000, 2),
            Skies.satellites(new double[] {90, 0, 550}, new double[] {-90, 0, 1200}))) {
      for (double[] limit : limits) {
        InView view = inView(sky, sites, limit[0], limit[1]);
        for (int site = 0; site < sites.size(); site++) {
          assertThat(row(view, site))
              .as("site %d, mask %s, range %s", site, limit[0], limit[1])
              .isEqualTo(lookAtAll(sky, sites, site, limit[0], limit[1]));
        }
      }
    }
  }

  private static List<Integer> view(Snapshot sky, SiteTable sites, double maskDeg, double rangeM) {
    return row(inView(sky, sites, maskDeg, rangeM), 0);
  }

  private static InView inView(Snapshot sky, SiteTable sites, double maskDeg, double rangeM) {
    double[] mask = new double[sites.size()];
    Arrays.fill(mask, Math.toRadians(maskDeg));
    return InView.of(sky, new SkyIndex(sky), sites, new LinkLimits(mask, rangeM, 0));
  }

  private static List<Integer> row(InView view, int site) {
    List<Integer> row = new ArrayList<>();
    for (int k = view.first(site); k < view.end(site); k++) {
      row.add(view.satellite(k));
    }
    return row;
  }

  private static List<Integer> lookAtAll(
      Snapshot sky, SiteTable sites, int site, double maskDeg, double rangeM) {
    List<Integer> row = new ArrayList<>();
    for (int s = 0; s < sky.size(); s++) {
      LookAngle look = sites.lookAngle(site, sky.xM(s), sky.yM(s), sky.zM(s));
      if (look.elevationRad() >= Math.toRadians(maskDeg) && look.rangeM() <= rangeM) {
        row.add(s);
      }
    }
    return row;
  }
}
