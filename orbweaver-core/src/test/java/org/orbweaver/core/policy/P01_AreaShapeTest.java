package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.orbweaver.core.policy.Shapes.box;
import static org.orbweaver.core.policy.Shapes.boxRing;
import static org.orbweaver.core.policy.Shapes.contains;
import static org.orbweaver.core.policy.Shapes.ring;
import static org.orbweaver.core.policy.Shapes.withHole;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in an area, from a box to a pole. */
class P01_AreaShapeTest {
  @Test
  void aBoxHoldsWhatIsWithinItAndItsBorder() {
    AreaShape box = box(50, 8, 51, 9);
    assertThat(contains(box, 50.5, 8.5)).isTrue();
    assertThat(contains(box, 50, 8)).isTrue();
    assertThat(contains(box, 51, 8.3)).isTrue();
    assertThat(contains(box, 50.3, 9)).isTrue();
    assertThat(contains(box, 51.000000001, 8.5)).isFalse();
    assertThat(contains(box, 50.5, 7.999999999)).isFalse();
    assertThat(contains(box, 50.5, 9.000000001)).isFalse();
    assertThat(contains(box, 49.999999999, 8.5)).isFalse();
  }

  @Test
  void aPlaceMayBeGivenInRadians_andOfAnyTurn() {
    AreaShape box = box(50, 8, 51, 9);
    assertThat(box.contains(Math.toRadians(50.5), Math.toRadians(8.5))).isTrue();
    assertThat(box.contains(Math.toRadians(50.5), Math.toRadians(368.5))).isTrue();
    assertThat(box.contains(Math.toRadians(50.5), Math.toRadians(9.5))).isFalse();
  }

  @Test
  void edgesAreStraightOnTheMap_notOverTheGround() {
    // A great circle between these corners would rise to 62 degrees.
    AreaShape area = AreaShape.of(ring(40, 0, 50, 0, 50, 60, 40, 60));
    assertThat(contains(area, 50, 30)).isTrue();
    assertThat(contains(area, 50.001, 30)).isFalse();
  }

  @Test
  void aSlantedBorderIsExactToTheLastUnit() {
    AreaShape triangle = AreaShape.of(ring(0, 0, 0, 3, 3, 0));
    assertThat(contains(triangle, 1, 2)).isTrue();
    assertThat(contains(triangle, 1.000000001, 1.999999999)).isTrue();
    assertThat(contains(triangle, 1.000000001, 2)).isFalse();
  }

  @Test
  void aHoleIsOut_butItsBorderIsIn() {
    AreaShape area = withHole(boxRing(0, 0, 10, 10), boxRing(4, 4, 6, 6));
    assertThat(contains(area, 5, 5)).isFalse();
    assertThat(contains(area, 4, 5)).isTrue();
    assertThat(contains(area, 3, 5)).isTrue();
  }

  @Test
  void anIslandInAHoleIsIn() {
    AreaShape area =
        new AreaShape(
            List.of(
                new AreaShape.Polygon(boxRing(0, 0, 10, 10), List.of(boxRing(4, 4, 6, 6))),
                new AreaShape.Polygon(boxRing(4.9, 4.9, 5.1, 5.1), List.of())));
    assertThat(contains(area, 5, 5)).isTrue();
    assertThat(contains(area, 4.5, 4.5)).isFalse();
  }

  @Test
  void cutAtTheAntimeridian_bothPartsMeet() {
    AreaShape fiji =
        new AreaShape(
            List.of(
                new AreaShape.Polygon(boxRing(-20, 177, -16, 180), List.of()),
                new AreaShape.Polygon(boxRing(-20, -180, -16, -178), List.of())));
    for (double lon : new double[] {177, 179.9, 180, -180, -179.9, -178, 181, 540}) {
      assertThat(contains(fiji, -18, lon)).as("%s", lon).isTrue();
    }
    assertThat(contains(fiji, -18, 176.9)).isFalse();
    assertThat(contains(fiji, -18, -177.9)).isFalse();
  }

  @Test
  void aPartAtOneSideOfTheAntimeridianHoldsTheSeamFromBothSides() {
    AreaShape east = box(-20, 177, -16, 180);
    assertThat(contains(east, -18, 180)).isTrue();
    assertThat(contains(east, -18, -180)).isTrue();
    assertThat(contains(east, -18, -179.999999999)).isFalse();
  }

  @Test
  void aRingThatRunsOnBeyondTheAntimeridianMeansTheSame() {
    for (AreaShape fiji : List.of(box(-20, 177, -16, 182), box(-20, -183, -16, -178))) {
      assertThat(contains(fiji, -18, 178)).isTrue();
      assertThat(contains(fiji, -18, 180)).isTrue();
      assertThat(contains(fiji, -18, -179)).isTrue();
      assertThat(contains(fiji, -18, -177)).isFalse();
      assertThat(contains(fiji, -18, 176)).isFalse();
    }
  }

  @Test
  void aPolarCapHoldsThePole_atWhateverLongitude() {
    AreaShape cap = box(66.5, -180, 90, 180);
    for (double lon : new double[] {-180, -90, 0, 77, 180}) {
      assertThat(contains(cap, 90, lon)).isTrue();
      assertThat(contains(cap, 70, lon)).isTrue();
      assertThat(contains(cap, 66, lon)).isFalse();
    }
    assertThat(contains(box(-90, -180, -60, 180), -90, 12)).isTrue();
  }

  @Test
  void aLongRingIsAskedByItsRows() {
    double[] circle = new double[2 * 720];
    for (int i = 0; i < 720; i++) {
      circle[2 * i] = 10 * Math.sin(Math.toRadians(i / 2.0));
      circle[2 * i + 1] = 10 * Math.cos(Math.toRadians(i / 2.0));
    }
    AreaShape disc = AreaShape.of(ring(circle));
    assertThat(contains(disc, 0, 9.99)).isTrue();
    assertThat(contains(disc, 7, 7)).isTrue();
    assertThat(contains(disc, 7.1, 7.1)).isFalse();
    assertThat(contains(disc, 10, 0)).isTrue();
    assertThat(contains(disc, -10, 0)).isTrue();
  }

  @Test
  void itsSizeIsThatOfTheSphere() {
    double sphereM2 = 4 * Math.PI * 6_371_008.771 * 6_371_008.771;
    assertThat((double) box(-90, -180, 90, 180).areaM2()).isCloseTo(sphereM2, within(1e9));
    assertThat((double) box(0, 0, 90, 90).areaM2()).isCloseTo(sphereM2 / 8, within(1e9));
    // A degree of the equator by a degree of the meridian.
    assertThat((double) box(0, 0, 1, 1).areaM2()).isCloseTo(1.2364e10, within(1e7));
    assertThat(withHole(boxRing(0, 0, 10, 10), boxRing(4, 4, 6, 6)).areaM2())
        .isEqualTo(box(0, 0, 10, 10).areaM2() - box(4, 4, 6, 6).areaM2());
    assertThat(AreaShape.of(ring(0, 0, 0, 1, 1, 0)).areaM2())
        .isCloseTo(box(0, 0, 1, 1).areaM2() / 2, within(1_000_000L * 100));
  }

  @Test
  void theTextThatIsHashedWritesDegreesPlainly() {
    AreaShape area =
        withHole(ring(0, 0, -0.000000001, 180, 1.25, -0.5), boxRing(0.1, 0.1, 0.2, 0.2));
    assertThat(area.canonicalText())
        .isEqualTo(
            "{\"coordinates\":[[[[0,0],[180,-0.000000001],[-0.5,1.25],[0,0]],"
                + "[[0.1,0.1],[0.2,0.1],[0.2,0.2],[0.1,0.2],[0.1,0.1]]]],"
                + "\"type\":\"MultiPolygon\"}");
  }

  @Test
  void hashesCoverShapeCellsParentAndBorder() {
    ServiceArea area = ServiceArea.of("a", box(0, 0, 1, 1));
    // Of the text as sha256sum has it.
    assertThat(area.shapeHash())
        .isEqualTo("2035eaa5cb2f2f35dc6e361fe56337c5538ce81a9fedf884e91faf251da9589c");
    AreaCells cells = new AreaCells(5, CellMode.CENTRE, new long[] {0x85754e67fffffffL, 3});
    assertThat(cells.canonicalText())
        .isEqualTo("h3 5 centre\n0000000000000003\n085754e67fffffff\n");
    ServiceArea withCells = new ServiceArea("a", null, area.shape(), cells, BorderRule.DEFAULT);
    ServiceArea part = new ServiceArea("a", "b", area.shape(), null, BorderRule.DEFAULT);
    BorderRule dark = new BorderRule(500, 1_000, 60_000_000_000L, 5_000, WhenUnknown.DARK);
    ServiceArea stricter = new ServiceArea("a", null, area.shape(), null, dark);
    assertThat(
            List.of(area.hash(), withCells.hash(), part.hash(), stricter.hash()).stream()
                .distinct())
        .hasSize(4)
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(area.cellsHash()).isEmpty();
    assertThat(withCells.cellsHash()).hasSize(64);
    assertThat(area.hash()).isEqualTo(ServiceArea.of("a", box(0, 0, 1, 1)).hash());
  }

  @Test
  void whatIsNoRingIsRefused() {
    assertThatThrownBy(() -> ring(0, 0, 1, 1)).hasMessage("a ring has at least three corners");
    assertThatThrownBy(() -> new AreaRing(new long[4], new long[3]))
        .isInstanceOf(IllegalArgumentException.class);
    for (double[] beyond :
        new double[][] {
          {0, 0, 91, 1, 0, 2}, {0, 0, -91, 1, 0, 2}, {0, 0, 1, 361, 0, 2}, {0, 0, 1, -361, 0, 2}
        }) {
      assertThatThrownBy(() -> ring(beyond)).hasMessage("a ring lies within the map");
    }
    assertThatThrownBy(() -> new AreaShape(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void ringsAreEqualByTheirCorners() {
    assertThat(boxRing(0, 0, 1, 1))
        .isEqualTo(boxRing(0, 0, 1, 1))
        .hasSameHashCodeAs(boxRing(0, 0, 1, 1));
    assertThat(boxRing(0, 0, 1, 1))
        .isNotEqualTo(boxRing(0, 0, 1, 2))
        .isNotEqualTo(boxRing(0, 0, 2, 1))
        .isNotEqualTo("x");
  }

  @Test
  void aFlatPieceOfTheBorderIsTouchedOnlyWithinItsEnds() {
    // Two steps at the same latitude: one is touched, the other lies east or west of the place.
    AreaShape steps = AreaShape.of(ring(0, 0, 0, 9, 2, 9, 2, 6, 4, 6, 4, 3, 2, 3, 2, 0));
    assertThat(contains(steps, 2, 1)).isTrue();
    assertThat(contains(steps, 2, 8)).isTrue();
    assertThat(contains(steps, 2, 4.5)).isTrue();
    assertThat(contains(steps, 2, 9.5)).isFalse();
    assertThat(contains(steps, 4, 2)).isFalse();
    assertThat(contains(steps, 4, 7)).isFalse();
    assertThat(contains(steps, 4, 4)).isTrue();
  }

  @Test
  void aRingMayBeFlat_howeverManyCornersItHas() {
    double[] line = new double[2 * 40];
    for (int i = 0; i < 40; i++) {
      line[2 * i] = 1;
      line[2 * i + 1] = i;
    }
    assertThat(ring(line).side(Nanodegrees.DEGREE, 5 * Nanodegrees.DEGREE)).isZero();
    assertThat(ring(line).side(Nanodegrees.DEGREE + 1, 5 * Nanodegrees.DEGREE)).isEqualTo(-1);
  }

  @Test
  void aRingThatCrossesItselfSaysWhere_andOneThatOnlyTouchesItselfDoesNot() {
    assertThat(boxRing(0, 0, 1, 1).firstCrossing()).isEqualTo(AreaRing.NO_CROSSING);
    assertThat(ring(0, 0, 1, 1, 0, 1, 1, 0).firstCrossing()).isZero();
    // The line of one edge passes between the corners of another that it does not reach.
    assertThat(ring(4, 3, 1, 3, 1, 0, 0, 0, 0, 4, 4, 4).firstCrossing())
        .isEqualTo(AreaRing.NO_CROSSING);
    assertThat(ring(0, 0, 0, 2, 1, 1, 2, 2, 2, 0, 1, 1).firstCrossing())
        .isEqualTo(AreaRing.NO_CROSSING);
    double[] teeth = new double[2 * 22_000];
    for (int i = 0; i < 22_000; i++) {
      teeth[2 * i] = i % 2 == 0 ? 0 : 1;
      teeth[2 * i + 1] = i / 1_000.0;
    }
    assertThat(ring(teeth).firstCrossing()).isEqualTo(AreaRing.TOO_INTRICATE);
  }

  @Test
  void severalPartsAreOneText() {
    AreaShape two =
        new AreaShape(
            List.of(
                new AreaShape.Polygon(ring(0, 0, 0, 1, 1, 0), List.of()),
                new AreaShape.Polygon(ring(5, 5, 5, 6, 6, 5), List.of())));
    assertThat(two.canonicalText())
        .isEqualTo(
            "{\"coordinates\":[[[[0,0],[1,0],[0,1],[0,0]]],[[[5,5],[6,5],[5,6],[5,5]]]],"
                + "\"type\":\"MultiPolygon\"}");
  }

  @Test
  void aCornerOnTheMiddleOfAnotherEdgeTouchesIt_whicheverComesFirst() {
    double[] notched = {0, 0, 0, 4, 4, 4, 4, 3, 0, 2, 4, 1, 4, 0};
    for (int turned = 0; turned < notched.length; turned += 2) {
      double[] ring = new double[notched.length];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = notched[(i + turned) % ring.length];
      }
      assertThat(ring(ring).firstCrossing()).as("from %s", turned).isEqualTo(AreaRing.NO_CROSSING);
    }
  }

  @Test
  void theFirstCornerOfACrossingIsTold() {
    assertThat(ring(0, -9, 0, 0, 1, 1, 0, 1, 1, 0, 9, 0, 9, -9).firstCrossing()).isEqualTo(1);
  }

  @Test
  void anAreaMayBeSmallerThanAHand_howeverManyCornersItHas() {
    long[] lat = new long[80];
    long[] lon = new long[80];
    for (int i = 0; i < 80; i++) {
      lat[i] = Math.min(i, 79 - i);
      lon[i] = i < 40 ? 0 : 5;
    }
    AreaRing ring = new AreaRing(lat, lon);
    for (long at = 0; at < 40; at++) {
      assertThat(ring.side(at, 5)).as("%s", at).isZero();
      assertThat(ring.side(at, 6)).as("%s", at).isEqualTo(-1);
    }
  }

  @Test
  void anAreasHashIsThatOfItsLines() throws Exception {
    AreaShape shape = box(0, 0, 1, 1);
    AreaCells cells = new AreaCells(5, CellMode.CENTRE, new long[] {3});
    assertThat(List.of(cells.resolution(), cells.size())).containsExactly(5, 1);
    assertThat(cells.cell(0)).isEqualTo(3);
    assertThat(cells.mode()).isEqualTo(CellMode.CENTRE);
    BorderRule border = new BorderRule(0, 0, 0, 0, WhenUnknown.KEEP);
    ServiceArea part = new ServiceArea("a", "b", shape, cells, border);
    ServiceArea whole = new ServiceArea("a", null, shape, null, border);
    for (ServiceArea area : List.of(part, whole)) {
      String lines =
          String.join(
              "\n",
              "orbweaver-area/1",
              "a",
              area == part ? "b" : "",
              area.shapeHash(),
              area.cellsHash(),
              "0.0 0.0 0 0.0 KEEP\n");
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      assertThat(area.hash()).isEqualTo(HexFormat.of().formatHex(sha256));
    }
  }
}
