package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.orbit.Snapshot;

/** Places on the ellipsoid and directions seen from them. */
class B01_SiteTest {
  @Test
  void a01_theEquatorLiesOnTheSemiMajorAxis() {
    SiteTable site = Skies.sites("s", 0, 0, 0);
    assertThat(site.xM(0)).isEqualTo(6_378_137.0);
    assertThat(site.yM(0)).isZero();
    assertThat(site.zM(0)).isZero();
  }

  @Test
  void a02_thePoleLiesOnTheSemiMinorAxis() {
    // b = 6356752.3142 m: NIMA TR8350.2, table 3.3
    assertThat(Skies.sites("s", 90, 0, 0).zM(0)).isCloseTo(6_356_752.3142, within(1e-4));
  }

  @Test
  void a03_aPublishedConversion() {
    // Vallado, Fundamentals of Astrodynamics, 4th edition, example 3-3:
    // 34.352496 N, 46.4464 E, 5085.22 km is (6524.834, 6862.875, 6448.296) km.
    SiteTable site = Skies.sites("s", 34.352496, 46.4464, 5_085_220);
    assertThat(site.xM(0)).isCloseTo(6_524_834, within(100.0));
    assertThat(site.yM(0)).isCloseTo(6_862_875, within(100.0));
    assertThat(site.zM(0)).isCloseTo(6_448_296, within(100.0));
  }

  @Test
  void a04_aSatelliteInTheZenith() {
    SiteTable site = Skies.sites("s", 52.5, 13.4, 0);
    Snapshot sky = Skies.satellites(new double[] {52.5, 13.4, 550});
    LookAngle look = site.lookAngle(0, sky.xM(0), sky.yM(0), sky.zM(0));
    assertThat(Math.toDegrees(look.elevationRad())).isCloseTo(90, within(1e-6));
    assertThat(look.rangeM()).isCloseTo(550_000, within(1e-3));
  }

  @Test
  void a05_azimuthRunsFromNorthOverEast() {
    SiteTable site = Skies.sites("s", 10, 20, 0);
    Snapshot sky =
        Skies.satellites(
            new double[] {12, 20, 550},
            new double[] {10, 22, 550},
            new double[] {8, 20, 550},
            new double[] {10, 18, 550});
    double[] expectedDeg = {0, 90, 180, 270};
    for (int s = 0; s < 4; s++) {
      LookAngle look = site.lookAngle(0, sky.xM(s), sky.yM(s), sky.zM(s));
      double offDeg = Math.toDegrees(look.azimuthRad()) - expectedDeg[s];
      assertThat(Math.IEEEremainder(offDeg, 360)).isCloseTo(0, within(0.5));
      assertThat(look.azimuthRad()).isBetween(0.0, 2 * Math.PI);
    }
  }

  @Test
  void a06_greatCircles() {
    GeodeticPoint berlin = GeodeticPoint.ofDegrees(52.5, 13.4, 0);
    GeodeticPoint antipode = GeodeticPoint.ofDegrees(-52.5, -166.6, 0);
    assertThat(berlin.greatCircleM(berlin)).isZero();
    assertThat(berlin.greatCircleM(antipode)).isCloseTo(Math.PI * Wgs84.MEAN_RADIUS_M, within(1.0));
    // Across the antimeridian: two degrees of the equator, not 358.
    assertThat(GeodeticPoint.ofDegrees(0, 179, 0).greatCircleM(GeodeticPoint.ofDegrees(0, -179, 0)))
        .isCloseTo(Math.toRadians(2) * Wgs84.MEAN_RADIUS_M, within(1.0));
  }

  @Test
  void a07_twoSitesOfOneNameAreRefused() {
    GeodeticPoint p = GeodeticPoint.ofDegrees(0, 0, 0);
    assertThatThrownBy(() -> new SiteTable(List.of("a", "a"), List.of(p, p)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two sites are called a");
  }
}
