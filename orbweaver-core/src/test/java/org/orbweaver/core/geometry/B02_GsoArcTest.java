package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.orbit.Snapshot;

/** The angle between a satellite and the geostationary arc. */
class B02_GsoArcTest {
  @Test
  void a01_aSatelliteBeforeTheArcIsAtZero() {
    SiteTable site = Skies.sites("s", 0, 10, 0);
    Snapshot sky = Skies.satellites(new double[] {0, 10, 550}, new double[] {0, 13, 550});
    GsoArc arc = new GsoArc(site);
    assertThat(arc.separationRad(0, sky.xM(0), sky.yM(0), sky.zM(0))).isCloseTo(0, within(1e-6));
    assertThat(arc.separationRad(0, sky.xM(1), sky.yM(1), sky.zM(1))).isCloseTo(0, within(1e-6));
  }

  @Test
  void a02_fromTheEquatorTheArcPassesTheZenith() {
    SiteTable site = Skies.sites("s", 0, 10, 0);
    Snapshot sky = Skies.satellites(new double[] {2, 10, 550});
    LookAngle look = site.lookAngle(0, sky.xM(0), sky.yM(0), sky.zM(0));
    assertThat(new GsoArc(site).separationRad(0, sky.xM(0), sky.yM(0), sky.zM(0)))
        .isCloseTo(Math.PI / 2 - look.elevationRad(), within(1e-3));
  }

  @Test
  void a03_thePolesSeeNothingOfIt() {
    GsoArc arc = new GsoArc(Skies.sites(new double[] {90, 0}, new double[] {-90, 0}));
    Snapshot sky = Skies.satellites(new double[] {85, 0, 550}, new double[] {-85, 0, 550});
    assertThat(arc.separationRad(0, sky.xM(0), sky.yM(0), sky.zM(0))).isInfinite();
    assertThat(arc.separationRad(1, sky.xM(1), sky.yM(1), sky.zM(1))).isInfinite();
  }

  @Test
  void a04_againstAScanInSmallSteps() {
    SiteTable sites = Skies.awkwardSites(60, 7);
    GsoArc arc = new GsoArc(sites);
    Random random = new Random(11);
    for (int site = 0; site < sites.size(); site++) {
      GeodeticPoint p = sites.point(site);
      for (int i = 0; i < 20; i++) {
        Snapshot sky =
            Skies.satellites(
                new double[] {
                  Math.toDegrees(p.latRad()) + 16 * random.nextDouble() - 8,
                  Math.toDegrees(p.lonRad()) + 16 * random.nextDouble() - 8,
                  550
                });
        double fast = arc.separationRad(site, sky.xM(0), sky.yM(0), sky.zM(0));
        double slow = scan(sites, site, sky);
        if (Double.isInfinite(slow)) {
          assertThat(fast).isInfinite();
        } else {
          assertThat(Math.toDegrees(fast)).isCloseTo(Math.toDegrees(slow), within(0.01));
        }
      }
    }
  }

  /** The definition, a hundredth of a degree at a time. */
  private static double scan(SiteTable sites, int site, Snapshot sky) {
    double x = sky.xM(0) - sites.xM(site);
    double y = sky.yM(0) - sites.yM(site);
    double z = sky.zM(0) - sites.zM(site);
    double range = Math.sqrt(x * x + y * y + z * z);
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 36_000; k++) {
      double lon = Math.toRadians(k / 100.0);
      double dx = GsoArc.RADIUS_M * Math.cos(lon) - sites.xM(site);
      double dy = GsoArc.RADIUS_M * Math.sin(lon) - sites.yM(site);
      double dz = -sites.zM(site);
      if (dx * sites.upX(site) + dy * sites.upY(site) + dz * sites.upZ(site) < 0) {
        continue;
      }
      double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
      double cos = (x * dx + y * dy + z * dz) / (range * distance);
      best = Math.min(best, Math.acos(Math.clamp(cos, -1, 1)));
    }
    return best;
  }
}
