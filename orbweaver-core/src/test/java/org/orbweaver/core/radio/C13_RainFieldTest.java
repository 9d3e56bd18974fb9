package org.orbweaver.core.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;

/** Rain in time and space. */
class C13_RainFieldTest {
  private static final RainSpecific KU = RainSpecific.of(11.7e9, 0, RainSpecific.CIRCULAR_RAD);
  private static final double TOP_M = 3_000;

  private static RainCell.State state(
      long timeNs, double latDeg, double lonDeg, double radiusKm, double mmPerH) {
    return new RainCell.State(
        timeNs, GeodeticPoint.ofDegrees(latDeg, lonDeg, 0), 1e3 * radiusKm, mmPerH);
  }

  private static LookAngle toward(double azimuthDeg, double elevationDeg) {
    return new LookAngle(Math.toRadians(azimuthDeg), Math.toRadians(elevationDeg), 600e3);
  }

  @Test
  void a01_aPatchMovesAndGrowsStraightBetweenItsStates() {
    RainField field =
        new RainField(
            List.of(
                new RainCell(List.of(state(100, 10, 179, 20, 4), state(200, 12, -179, 40, 8)))));
    assertThat(field.at(99).isDry()).isTrue();
    assertThat(field.at(200).isDry()).isTrue();
    assertThat(field.at(100).mmPerH(GeodeticPoint.ofDegrees(10, 179, 0))).isEqualTo(4);
    assertThat(field.at(150).mmPerH(GeodeticPoint.ofDegrees(11, 180, 0))).isEqualTo(6);
    assertThat(field.at(150).mmPerH(GeodeticPoint.ofDegrees(11.26, -180, 0))).isEqualTo(6);
    assertThat(field.at(150).mmPerH(GeodeticPoint.ofDegrees(11.28, -180, 0))).isZero();
  }

  @Test
  void a02_statesAscend() {
    assertThatThrownBy(() -> new RainCell(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RainCell(List.of(state(5, 0, 0, 1, 1), state(5, 0, 0, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a03_inWideRainEveryKilometreOfThePathIsWet() {
    RainNow rain = new RainNow(List.of(state(0, 50, 8, 200, 10)));
    GeodeticPoint site = GeodeticPoint.ofDegrees(50, 8, 500);
    for (double elevationDeg : new double[] {25, 40, 90}) {
      double km = 2.5 / Math.sin(Math.toRadians(elevationDeg));
      assertThat(rain.pathDb(site, toward(70, elevationDeg), TOP_M, KU))
          .isCloseTo(km * KU.dbPerKm(10), within(1e-9));
    }
    assertThat(rain.pathDb(GeodeticPoint.ofDegrees(50, 8, 3_100), toward(0, 40), TOP_M, KU))
        .isZero();
  }

  @Test
  void a04_aShowerBesideTheDishIsOnThePathOnlyWhereThatLeadsThrough() {
    // From 2 to 4 km east; the path at 30 degrees stays below the rain for 5.2 km of ground.
    double degreesPerKm = 180 / (Math.PI * 6371.0088);
    RainNow rain = new RainNow(List.of(state(0, 0, 3 * degreesPerKm, 1, 30)));
    GeodeticPoint site = GeodeticPoint.ofDegrees(0, 0, 0);
    assertThat(rain.mmPerH(site)).isZero();
    assertThat(rain.pathDb(site, toward(270, 30), TOP_M, KU)).isZero();
    assertThat(rain.pathDb(site, toward(90, 30), TOP_M, KU))
        .isCloseTo(2 / Math.cos(Math.toRadians(30)) * KU.dbPerKm(30), within(0.3));
  }

  @Test
  void a05_ratesOfPatchesThatOverlapAddUp() {
    RainNow rain = new RainNow(List.of(state(0, 50, 8, 50, 2), state(0, 50, 8.1, 5, 30)));
    assertThat(rain.mmPerH(GeodeticPoint.ofDegrees(50, 8.1, 0))).isEqualTo(32);
    assertThat(rain.mmPerH(GeodeticPoint.ofDegrees(50, 8.4, 0))).isEqualTo(2);
  }

  @Test
  void a06_rainThatTouchesAPathIsNear() {
    Random random = new Random(7);
    int wet = 0;
    for (int k = 0; k < 3_000; k++) {
      List<RainCell.State> patches = new ArrayList<>();
      for (int p = 0; p < 3; p++) {
        patches.add(
            state(
                0,
                45 + random.nextGaussian(),
                10 + random.nextGaussian(),
                40 * random.nextDouble(),
                50));
      }
      RainNow rain = new RainNow(patches);
      GeodeticPoint site =
          GeodeticPoint.ofDegrees(45 + random.nextGaussian(), 10 + random.nextGaussian(), 0);
      LookAngle look = toward(360 * random.nextDouble(), 5 + 85 * random.nextDouble());
      double cosLat = Math.cos(site.latRad());
      boolean near =
          rain.isNear(
              cosLat * Math.cos(site.lonRad()),
              cosLat * Math.sin(site.lonRad()),
              Math.sin(site.latRad()));
      double db = rain.pathDb(site, look, 5_000, KU);
      assertThat(near || db == 0).isTrue();
      wet += db > 0 ? 1 : 0;
    }
    assertThat(wet).isGreaterThan(100);
  }

  @Test
  void a07_whatPhysicsDoesNotExplainGrowsWithTheRain() {
    UnexplainedRain curve = new UnexplainedRain(3, 0.5);
    assertThat(curve.db(0)).isZero();
    assertThat(curve.db(1)).isEqualTo(3);
    assertThat(curve.db(4)).isEqualTo(6);
    assertThat(UnexplainedRain.NONE.db(50)).isZero();
    assertThat(new RainLoss(4, 1, 2, 0).with(curve).db(true)).isEqualTo(8);
  }
}
