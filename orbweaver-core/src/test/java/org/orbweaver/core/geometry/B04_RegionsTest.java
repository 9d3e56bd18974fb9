package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which area a place is in. Corners and places are written as latitude and longitude, degrees. */
class B04_RegionsTest {
  private static RegionsBuilder ring(RegionsBuilder to, double... degrees) {
    double[] lat = new double[degrees.length / 2];
    double[] lon = new double[degrees.length / 2];
    for (int i = 0; i < lat.length; i++) {
      lat[i] = Math.toRadians(degrees[2 * i]);
      lon[i] = Math.toRadians(degrees[2 * i + 1]);
    }
    return to.ring(lat, lon);
  }

  private static String at(Regions regions, double latDeg, double lonDeg) {
    int region = regions.at(Math.toRadians(latDeg), Math.toRadians(lonDeg));
    return region == Regions.NONE ? "none" : regions.name(region);
  }

  private static final Regions LAND =
      ring(
              ring(new RegionsBuilder().region("square"), 0, 0, 0, 10, 10, 10, 10, 0)
                  .region("east"),
              0,
              10,
              0,
              20,
              10,
              20,
              10,
              10)
          .build();

  @Test
  void a01_insideAndOutside() {
    assertThat(at(LAND, 5, 5)).isEqualTo("square");
    assertThat(at(LAND, 5, 15)).isEqualTo("east");
    assertThat(at(LAND, 5, -0.001)).isEqualTo("none");
    assertThat(at(LAND, 10.001, 5)).isEqualTo("none");
    assertThat(at(LAND, -90, 5)).isEqualTo("none");
    assertThat(at(LAND, 90, 5)).isEqualTo("none");
    assertThat(LAND.size()).isEqualTo(2);
    assertThat(LAND.indexOf("east")).isEqualTo(1);
    assertThat(LAND.indexOf("west")).isEqualTo(Regions.NONE);
  }

  @Test
  void a02_aPlaceOnACommonBorderIsInExactlyOne() {
    assertThat(at(LAND, 5, 10)).isIn("square", "east");
    assertThat(at(LAND, 5, Math.nextDown(10.0))).isEqualTo("square");
    assertThat(at(LAND, 5, Math.nextUp(10.0))).isEqualTo("east");
  }

  @Test
  void a03_longitudesOfAnyTurn() {
    assertThat(at(LAND, 5, 365)).isEqualTo("square");
    assertThat(at(LAND, 5, -355)).isEqualTo("square");
  }

  @Test
  void a04_aRingWithinARingIsAHole_andMayBelongToAnother() {
    RegionsBuilder builder = new RegionsBuilder().region("around");
    ring(builder, 0, 0, 0, 10, 10, 10, 10, 0);
    ring(builder, 4, 4, 4, 6, 6, 6, 6, 4);
    ring(builder.region("enclave"), 4, 4, 4, 6, 6, 6, 6, 4);
    Regions regions = builder.build();
    assertThat(at(regions, 5, 5)).isEqualTo("enclave");
    assertThat(at(regions, 3, 5)).isEqualTo("around");
    assertThat(at(regions, 5, 7)).isEqualTo("around");
  }

  @Test
  void a05_acrossTheAntimeridian_howeverItIsWritten() {
    for (double turn : new double[] {0, 360}) {
      Regions fiji =
          ring(
                  new RegionsBuilder().region("f"),
                  -20,
                  175,
                  -20,
                  -175 + turn,
                  -10,
                  -175 + turn,
                  -10,
                  175)
              .build();
      for (double lon : new double[] {175.5, 179.9999, 180, -180, -179.9999, -175.5}) {
        assertThat(at(fiji, -15, lon)).as("longitude " + lon).isEqualTo("f");
      }
      assertThat(at(fiji, -15, 174.9)).isEqualTo("none");
      assertThat(at(fiji, -15, -174.9)).isEqualTo("none");
      assertThat(at(fiji, -15, 0)).isEqualTo("none");
    }
  }

  @Test
  void a06_aroundAPole_cutAtTheAntimeridianOrNot() {
    Regions round =
        ring(new RegionsBuilder().region("a"), -70, 0, -65, 90, -70, 180, -60, -90).build();
    Regions cut =
        ring(
                new RegionsBuilder().region("a"),
                -70,
                -180,
                -60,
                -90,
                -70,
                0,
                -65,
                90,
                -70,
                180,
                -90,
                180,
                -90,
                -180)
            .build();
    for (Regions regions : List.of(round, cut)) {
      assertThat(at(regions, -90, 0)).isEqualTo("a");
      assertThat(at(regions, -90, 180)).isEqualTo("a");
      assertThat(at(regions, -89.99, -180)).isEqualTo("a");
      assertThat(at(regions, -71, 179.9)).isEqualTo("a");
      assertThat(at(regions, -71, -179.9)).isEqualTo("a");
      assertThat(at(regions, -62, -90)).isEqualTo("a");
      assertThat(at(regions, -62, 90)).isEqualTo("none");
      assertThat(at(regions, 90, 0)).isEqualTo("none");
    }
    Regions north = ring(new RegionsBuilder().region("n"), 80, 0, 80, 120, 80, -120).build();
    assertThat(at(north, 90, 13)).isEqualTo("n");
    assertThat(at(north, 85, -179)).isEqualTo("n");
    assertThat(at(north, 79, -179)).isEqualTo("none");
  }

  @Test
  void a07_whereAreasOverlapTheFirstHasThePlace() {
    RegionsBuilder builder = new RegionsBuilder().region("first");
    ring(builder, 0, 0, 0, 10, 10, 10, 10, 0);
    ring(builder.region("second"), 5, 5, 5, 15, 15, 15, 15, 5);
    Regions regions = builder.build();
    assertThat(at(regions, 7, 7)).isEqualTo("first");
    assertThat(at(regions, 12, 12)).isEqualTo("second");
  }

  @Test
  void b01_theNearestBorder() {
    // A degree of latitude is 111 km; at 5 degrees one of longitude is 110.9 km.
    assertThat(LAND.borderM(Math.toRadians(10.1), Math.toRadians(5), 50e3))
        .isCloseTo(11_132, within(20.0));
    assertThat(LAND.borderM(Math.toRadians(5), Math.toRadians(-0.1), 50e3))
        .isCloseTo(11_132 * Math.cos(Math.toRadians(5)), within(20.0));
    assertThat(LAND.borderM(Math.toRadians(11), Math.toRadians(5), 50e3))
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(LAND.near(Math.toRadians(5), Math.toRadians(20.1), 50e3)).isEqualTo(1);
    assertThat(LAND.near(Math.toRadians(5), Math.toRadians(5), 50e3)).isZero();
    assertThat(LAND.near(Math.toRadians(5), Math.toRadians(21), 50e3)).isEqualTo(Regions.NONE);
    assertThat(LAND.near(Math.toRadians(90), 0, 50e3)).isEqualTo(Regions.NONE);
  }

  @Test
  void b02_theAntimeridianIsNoBorder_butWhatLiesBeyondItIsNear() {
    RegionsBuilder builder = new RegionsBuilder().region("west");
    ring(builder, 0, 170, 0, 180, 10, 180, 10, 170);
    Regions half = ring(builder, 0, -180, 0, -170, 10, -170, 10, -180).build();
    assertThat(half.borderM(Math.toRadians(5), Math.PI, 100e3)).isEqualTo(Double.POSITIVE_INFINITY);
    Regions east =
        ring(new RegionsBuilder().region("e"), 0, -179.9, 0, -170, 10, -170, 10, -179.9).build();
    assertThat(east.near(Math.toRadians(5), Math.toRadians(179.95), 25e3)).isZero();
  }

  @Test
  void c01_anyPatchworkCoversEveryPlaceOnce_asAPlainCountOfCrossingsSays() {
    Random random = new Random(11);
    for (int world = 0; world < 40; world++) {
      List<double[]> rings = patchwork(random);
      RegionsBuilder builder = new RegionsBuilder();
      for (int r = 0; r < rings.size(); r++) {
        ring(builder.region("r" + r), rings.get(r));
      }
      Regions regions = builder.build();
      for (int i = 0; i < 500; i++) {
        double lat = 60 * random.nextDouble() - 30;
        double lon = 60 * random.nextDouble() - 30;
        List<String> holding = new ArrayList<>();
        for (int r = 0; r < rings.size(); r++) {
          if (isInside(rings.get(r), lat, lon)) {
            holding.add("r" + r);
          }
        }
        assertThat(holding).hasSizeLessThanOrEqualTo(1);
        assertThat(at(regions, lat, lon))
            .isEqualTo(holding.isEmpty() ? "none" : holding.getFirst());
      }
    }
  }

  /** Four by four crooked cells whose corners are shared. */
  private static List<double[]> patchwork(Random random) {
    double[][][] corner = new double[5][5][];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        corner[i][j] =
            new double[] {
              10 * i - 20 + 6 * random.nextDouble() - 3, 10 * j - 20 + 6 * random.nextDouble() - 3
            };
      }
    }
    List<double[]> rings = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double[][] c = {corner[i][j], corner[i][j + 1], corner[i + 1][j + 1], corner[i + 1][j]};
        rings.add(
            new double[] {c[0][0], c[0][1], c[1][0], c[1][1], c[2][0], c[2][1], c[3][0], c[3][1]});
      }
    }
    return rings;
  }

  private static boolean isInside(double[] ring, double lat, double lon) {
    boolean inside = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if ((ring[i] > lat) != (ring[j] > lat)
          && lon
              < (ring[j + 1] - ring[i + 1]) * (lat - ring[i]) / (ring[j] - ring[i]) + ring[i + 1]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
