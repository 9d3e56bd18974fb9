package org.orbweaver.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Places along the curve. */
class B04_PlaceCurveTest {
  private static long along(double latDeg, double lonDeg) {
    return PlaceCurve.along(Math.toRadians(latDeg), Math.toRadians(lonDeg));
  }

  @Test
  void a01_everyPlaceIsOnIt_theEndsOfTheEarthToo() {
    for (double latDeg : new double[] {-90, -45, 0, 45, 90}) {
      for (double lonDeg : new double[] {-540, -180, 0, 180, 360}) {
        assertThat(along(latDeg, lonDeg)).isBetween(0L, (1L << PlaceCurve.BITS) - 1);
      }
    }
    assertThat(along(50, 370)).isEqualTo(along(50, 10));
  }

  @Test
  void a02_placesInDifferentCellsDiffer() {
    assertThat(Stream.of(along(50, 10), along(50.01, 10), along(50, 10.01), along(49.99, 10)))
        .doesNotHaveDuplicates();
  }

  @Test
  void b01_whatFollowsIsNear() {
    Random random = new Random(1);
    List<double[]> places =
        Stream.generate(
                () -> new double[] {random.nextDouble(-60, 60), random.nextDouble(-180, 180)})
            .limit(20_000)
            .sorted(Comparator.comparingLong(place -> along(place[0], place[1])))
            .toList();
    double sumDeg = 0;
    for (int k = 1; k < places.size(); k++) {
      double[] a = places.get(k - 1);
      double[] b = places.get(k);
      sumDeg += Math.hypot(a[0] - b[0], Math.IEEEremainder(a[1] - b[1], 360));
    }
    // Each has 2.2 square degrees to itself.
    assertThat(sumDeg / places.size()).isLessThan(2.5);
  }
}
