package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.core.policy.Shapes.box;
import static org.orbweaver.core.policy.Shapes.boxRing;
import static org.orbweaver.core.policy.Shapes.ring;
import static org.orbweaver.core.policy.Shapes.withHole;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two areas overlap where they have more in common than a border. */
class P02_AreaOverlapTest {
  private static void overlap(AreaShape one, AreaShape other) {
    assertThat(AreaOverlap.of(one, other)).isTrue();
    assertThat(AreaOverlap.of(other, one)).isTrue();
  }

  private static void apart(AreaShape one, AreaShape other) {
    assertThat(AreaOverlap.of(one, other)).isFalse();
    assertThat(AreaOverlap.of(other, one)).isFalse();
  }

  @Test
  void a01_boxes() {
    overlap(box(0, 0, 10, 10), box(5, 5, 15, 15));
    overlap(box(0, 0, 10, 10), box(2, 2, 3, 3));
    overlap(box(0, 0, 10, 10), box(0, 0, 10, 10));
    overlap(box(0, 0, 10, 10), box(-1, 4, 11, 5));
    apart(box(0, 0, 10, 10), box(20, 0, 30, 10));
    apart(box(0, 0, 10, 10), box(0, 20, 10, 30));
  }

  @Test
  void a02_aCommonBorderIsNotEnough() {
    apart(box(0, 0, 10, 10), box(0, 10, 10, 20));
    apart(box(0, 0, 10, 10), box(10, 0, 20, 10));
    apart(box(0, 0, 10, 10), box(10, 10, 20, 20));
    apart(box(0, 0, 10, 10), box(3, 10, 7, 20));
    overlap(box(0, 0, 10, 10), box(0, 9.999999999, 10, 20));
  }

  @Test
  void a03_slantedBordersInCommonAreToldExactly() {
    AreaShape west = AreaShape.of(ring(0, 0, 10, 1.0 / 3, 10, -5, 0, -5));
    apart(west, AreaShape.of(ring(0, 0, 10, 1.0 / 3, 10, 5, 0, 5)));
    overlap(west, AreaShape.of(ring(0, -1e-9, 10, 1.0 / 3, 10, 5, 0, 5)));
    // The border of one is a part of the other's, in both directions.
    apart(AreaShape.of(ring(0, 0, 3, 3, 3, 0)), AreaShape.of(ring(1, 1, 2, 2, 1, 2)));
    overlap(AreaShape.of(ring(0, 0, 3, 3, 3, 0)), AreaShape.of(ring(1, 1, 2, 2, 2, 1)));
  }

  @Test
  void a04_crossesOverlapWithoutACornerOfOneInTheOther() {
    overlap(box(4, 0, 6, 10), box(0, 4, 10, 6));
    overlap(AreaShape.of(ring(0, 5, 5, 10, 10, 5, 5, 0)), box(1, 1, 9, 9));
  }

  @Test
  void a05_whatIsCutOutIsNotOfTheArea() {
    AreaShape ring = withHole(boxRing(0, 0, 10, 10), boxRing(2, 2, 8, 8));
    apart(ring, box(3, 3, 7, 7));
    apart(ring, box(2, 2, 8, 8));
    overlap(ring, box(2, 2, 8, 8.5));
    overlap(ring, box(-1, -1, 11, 11));
    apart(ring, withHole(boxRing(2, 2, 8, 8), boxRing(4, 4, 6, 6)));
    overlap(ring, ring);
  }

  @Test
  void a06_acrossTheAntimeridianAndAtThePoles() {
    overlap(box(0, 170, 10, 190), box(2, -175, 3, -174));
    overlap(box(0, -190, 10, -170), box(2, 170, 3, 179));
    apart(box(0, 170, 10, 180), box(0, -180, 10, -170));
    overlap(box(0, -360, 10, -350), box(5, 1, 6, 2));
    apart(box(0, -360, 10, -350), box(5, 355, 6, 360));
    overlap(box(80, -180, 90, 180), box(85, 10, 90, 20));
  }

  @Test
  void a07_ofManyPolygonsOneSuffices() {
    AreaShape islands =
        new AreaShape(
            List.of(
                new AreaShape.Polygon(boxRing(0, 0, 1, 1), List.of()),
                new AreaShape.Polygon(boxRing(50, 50, 51, 51), List.of())));
    overlap(islands, box(50.2, 50.2, 50.3, 50.3));
    apart(islands, box(20, 20, 30, 30));
  }

  @Test
  void a08_trianglesOnWholeDegreesAgreeWithLinesThatPartThem() {
    Random random = new Random(8);
    int overlapping = 0;
    for (int i = 0; i < 20_000; i++) {
      int[] one = triangle(random);
      int[] other = triangle(random);
      boolean parted = parts(one, other) || parts(other, one);
      overlapping += parted ? 0 : 1;
      assertThat(AreaOverlap.of(shape(one), shape(other)))
          .as("%s and %s", java.util.Arrays.toString(one), java.util.Arrays.toString(other))
          .isEqualTo(!parted);
    }
    assertThat(overlapping).isBetween(4_000, 16_000);
  }

  /** Three corners with an area, counter-clockwise with latitude up. */
  private static int[] triangle(Random random) {
    while (true) {
      int[] corners = random.ints(6, 0, 7).toArray();
      if (turn(corners, 0, corners[4], corners[5]) > 0) {
        return corners;
      }
    }
  }

  /** Above zero where a place is left of the line that leads from a corner to the next. */
  private static int turn(int[] corners, int corner, int lat, int lon) {
    int next = (corner + 2) % 6;
    int dLat = corners[next] - corners[corner];
    int dLon = corners[next + 1] - corners[corner + 1];
    return dLon * (lat - corners[corner]) - dLat * (lon - corners[corner + 1]);
  }

  /** Whether a side of one has all of the other on its outer side: so it is with convex shapes. */
  private static boolean parts(int[] one, int[] other) {
    for (int corner = 0; corner < 6; corner += 2) {
      boolean all = true;
      for (int c = 0; c < 6; c += 2) {
        all &= turn(one, corner, other[c], other[c + 1]) <= 0;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static AreaShape shape(int[] corners) {
    return AreaShape.of(ring(java.util.Arrays.stream(corners).asDoubleStream().toArray()));
  }

  @Test
  void a09_eachOfSeveralHolesIsOut() {
    AreaShape pierced = withHole(boxRing(0, 0, 10, 20), boxRing(2, 2, 8, 8), boxRing(2, 12, 8, 18));
    apart(pierced, box(3, 3, 7, 7));
    apart(pierced, box(3, 13, 7, 17));
    overlap(pierced, box(3, 9, 7, 11));
  }
}
