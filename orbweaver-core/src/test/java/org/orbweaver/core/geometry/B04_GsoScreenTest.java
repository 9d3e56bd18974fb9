package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick answers never contradict the exact one, and seldom fail to come. */
class B04_GsoScreenTest {
  @Test
  void a01_withoutALimitEverythingIsAdmitted() {
    GsoScreen screen = new GsoScreen(1, 0);
    screen.place(0, 6.378e6, 0, 0, 0, 1.4);
    assertThat(screen.judge(0, 1, 0, 0, 0.1)).isEqualTo(GsoScreen.ADMITTED);
  }

  @Test
  void a02_northOfTheArcAndOnIt() {
    GsoScreen screen = new GsoScreen(1, Math.toRadians(18));
    screen.place(0, 6.378e6, 0, 0, 10e3, 1.4);
    assertThat(screen.judge(0, Math.cos(0.6), 0, Math.sin(0.6), 0.01))
        .isEqualTo(GsoScreen.ADMITTED);
    assertThat(screen.judge(0, 1, 0, 0, 0.01)).isEqualTo(GsoScreen.REFUSED);
    assertThat(screen.judge(0, Math.cos(0.314), 0, Math.sin(0.314), 0.01))
        .isEqualTo(GsoScreen.OPEN);
  }

  @Test
  void a03_forWholeGroupsAndForTheirSites() {
    Random random = new Random(4);
    int decided = 0;
    int open = 0;
    for (int round = 0; round < 400; round++) {
      double limitRad = Math.toRadians(round % 3 == 0 ? 2 + 50 * random.nextDouble() : 18);
      SiteTable sites = group(random);
      GsoArc arc = new GsoArc(sites);
      GsoScreen screen = new GsoScreen(1, limitRad);
      double[] middle = middle(sites);
      double radiusM = 0;
      double halfWidthRad = Math.PI;
      for (int s = 0; s < sites.size(); s++) {
        radiusM = Math.max(radiusM, sites.rangeM(s, middle[0], middle[1], middle[2]));
        halfWidthRad = Math.min(halfWidthRad, arc.visibleHalfWidthRad(s));
      }
      screen.place(0, middle[0], middle[1], middle[2], radiusM, halfWidthRad);
      for (int k = 0; k < 200; k++) {
        double[] p = above(sites, random);
        double range =
            Math.sqrt(sq(p[0] - middle[0]) + sq(p[1] - middle[1]) + sq(p[2] - middle[2]));
        int all =
            screen.judge(
                0,
                (p[0] - middle[0]) / range,
                (p[1] - middle[1]) / range,
                (p[2] - middle[2]) / range,
                1.1 * radiusM / (range - radiusM) + 1e-9);
        for (int s = 0; s < sites.size(); s++) {
          boolean admitted = arc.separationRad(s, p[0], p[1], p[2]) >= limitRad;
          double r = sites.rangeM(s, p[0], p[1], p[2]);
          int one =
              screen.judge(
                  0,
                  sites.xM(s),
                  sites.yM(s),
                  sites.zM(s),
                  (p[0] - sites.xM(s)) / r,
                  (p[1] - sites.yM(s)) / r,
                  (p[2] - sites.zM(s)) / r);
          for (int judged : new int[] {all, one}) {
            if (judged != GsoScreen.OPEN) {
              assertThat(judged == GsoScreen.ADMITTED)
                  .as("round %d, %s", round, sites.point(s))
                  .isEqualTo(admitted);
            }
          }
          if (round % 3 != 0) {
            decided += one == GsoScreen.OPEN ? 0 : 1;
            open += one == GsoScreen.OPEN ? 1 : 0;
          }
        }
      }
    }
    assertThat(open).isLessThan(decided / 20);
  }

  private static SiteTable group(Random random) {
    double lat = 178 * random.nextDouble() - 89;
    double lon = 360 * random.nextDouble() - 180;
    List<String> names = new ArrayList<>();
    List<GeodeticPoint> points = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      names.add("s" + k);
      double east = 0.4 * random.nextDouble() / Math.cos(Math.toRadians(lat));
      points.add(
          GeodeticPoint.ofDegrees(
              Math.min(90, lat + 0.4 * random.nextDouble()),
              Math.IEEEremainder(lon + east, 360),
              random.nextInt(3000)));
    }
    return new SiteTable(names, points);
  }

  private static double[] middle(SiteTable sites) {
    double[] sum = new double[3];
    for (int s = 0; s < sites.size(); s++) {
      sum[0] += sites.xM(s) / sites.size();
      sum[1] += sites.yM(s) / sites.size();
      sum[2] += sites.zM(s) / sites.size();
    }
    return sum;
  }

  /** A place in the sky of the group, at some satellite's height. */
  private static double[] above(SiteTable sites, Random random) {
    double heightM = 300e3 + 900e3 * random.nextDouble();
    double[] p = {sites.xM(0), sites.yM(0), sites.zM(0)};
    for (int k = 0; k < 3; k++) {
      p[k] += 1.2 * heightM * random.nextGaussian();
    }
    double scale = (6.37e6 + heightM) / Math.sqrt(sq(p[0]) + sq(p[1]) + sq(p[2]));
    return new double[] {p[0] * scale, p[1] * scale, p[2] * scale};
  }

  private static double sq(double x) {
    return x * x;
  }
}
