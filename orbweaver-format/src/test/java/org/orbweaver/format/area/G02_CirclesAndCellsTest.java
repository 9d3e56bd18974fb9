package org.orbweaver.format.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.AreaCells;
import org.orbweaver.core.policy.AreaShape;

/** Circles wherever they lie, and the cells of areas. */
class G02_CirclesAndCellsTest {
  @Test
  void a01_aCircleHoldsWhatIsNearerThanItsRadius_roundPolesAndTheAntimeridianToo() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      double lat = random.nextInt(4) == 0 ? 90 - random.nextInt(181) : random.nextDouble(-90, 90);
      double lon = random.nextInt(3) == 0 ? 180 : random.nextDouble(-180, 180);
      double radiusM = random.nextDouble(10e3, 2e6);
      AreaShape circle = Objects.requireNonNull(Circle.shape(lat, lon, radiusM));
      GeodeticPoint middle = GeodeticPoint.ofDegrees(lat, lon, 0);
      for (int k = 0; k < 50; k++) {
        GeodeticPoint place =
            GeodeticPoint.ofDegrees(
                Math.clamp(lat + random.nextGaussian() * 10, -90, 90),
                lon + random.nextGaussian() * 20,
                0);
        double m = middle.greatCircleM(place);
        // Edges are straight on the map, so that near a pole they run beside the circle.
        double slack = Math.abs(lat) + Math.toDegrees(radiusM / 6.371e6) > 75 ? 0.25 : 0.02;
        if (Math.abs(m - radiusM) > slack * radiusM) {
          assertThat(circle.contains(place.latRad(), place.lonRad()))
              .as("%s m of %s at %s, %s: %s", m, radiusM, lat, lon, place)
              .isEqualTo(m < radiusM);
        }
      }
    }
    assertThat(Circle.shape(0, 0, 10.1e6)).isNull();
  }

  @Test
  void a02_cellsOfTwoHalvesAreThoseOfTheWhole_eachOnce() {
    for (double west : new double[] {20, 178}) {
      AreaCells whole = cells(48, west, 50, west + 4);
      AreaCells left = cells(48, west, 50, west + 2);
      AreaCells right = cells(48, west + 2, 50, west + 4);
      assertThat(whole.size()).isEqualTo(left.size() + right.size()).isPositive();
    }
  }

  private static AreaCells cells(double south, double west, double north, double east) {
    AreaShape box =
        GeoJson.union(
            GeoJson.parse(
                "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
                    .formatted(west, south, east, south, east, north, west, north, west, south),
                "f",
                new org.orbweaver.format.problem.Problems()));
    return Objects.requireNonNull(H3Cells.centre(Objects.requireNonNull(box), 5));
  }

  @Test
  void a03_theWholeEarthHasEveryCell_thePolesToo() {
    AreaShape earth =
        GeoJson.union(
            List.of(
                new GeoJson.Feature(
                    null,
                    GeoJson.parse(
                            "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],"
                                + "[-180,90],[-180,-90]]]}",
                            "f",
                            new org.orbweaver.format.problem.Problems())
                        .getFirst()
                        .shape())));
    AreaCells cells = H3Cells.centre(Objects.requireNonNull(earth), 3);
    assertThat(Objects.requireNonNull(cells).size()).isEqualTo(2 + 120 * 343);
    assertThat(H3Cells.centre(Objects.requireNonNull(earth), 6)).isNull();
  }
}
