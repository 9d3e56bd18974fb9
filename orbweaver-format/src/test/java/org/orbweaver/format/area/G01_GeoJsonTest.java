package org.orbweaver.format.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;

/** What GeoJSON is an area, and what is told where it is none. */
class G01_GeoJsonTest {
  private static final String SQUARE = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";

  private static List<GeoJson.Feature> good(String text) {
    Problems problems = new Problems();
    List<GeoJson.Feature> features = GeoJson.parse(text, "f", problems);
    assertThat(problems.list()).isEmpty();
    return features;
  }

  private static List<Problem> bad(String text) {
    Problems problems = new Problems();
    assertThat(GeoJson.parse(text, "f", problems)).isEmpty();
    return problems.list();
  }

  @Test
  void a01_aPolygonIsAnArea() {
    List<GeoJson.Feature> features =
        good("{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}");
    assertThat(features).hasSize(1);
    assertThat(features.getFirst().name()).isNull();
    assertThat(features.getFirst().shape().polygons().getFirst().outer().size()).isEqualTo(4);
  }

  @Test
  void a02_featuresHaveNames_fromTheirIdOrTheirProperties() {
    String shape = "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}";
    List<GeoJson.Feature> features =
        good(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + ("{\"type\":\"Feature\",\"id\":7," + shape + "},")
                + ("{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"}," + shape + "},")
                + ("{\"type\":\"Feature\",\"properties\":null," + shape + "}]}"));
    assertThat(features).extracting(GeoJson.Feature::name).containsExactly("7", "x", null);
  }

  @Test
  void a03_numbersKeepNineDecimals_howeverTheyAreWritten() {
    AreaRing ring =
        good("{\"type\":\"Polygon\",\"coordinates\":[[[1e-9,0,55],[1.5E0,0],[1.0000000004,1],"
                + "[1e-300,1],[1e-9,0]]]}")
            .getFirst()
            .shape()
            .polygons()
            .getFirst()
            .outer();
    assertThat(ring.lonNd(0)).isEqualTo(1);
    assertThat(ring.lonNd(1)).isEqualTo(1_500_000_000);
    assertThat(ring.lonNd(2)).isEqualTo(1_000_000_000);
    assertThat(ring.lonNd(3)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "[1]|is a list",
        "{}|is missing",
        "{'type':'Point','coordinates':[0,0]}|is \"Point\"",
        "{'type':'FeatureCollection'}|is missing",
        "{'type':'FeatureCollection','features':[]}|holds no polygon",
        "{'type':'Feature','geometry':null}|is missing",
        "{'type':'Polygon','coordinates':[]}|is no polygon",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]}|has 3 positions",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}|differs from the first",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1],[0,0]]]}|is no position",
        "{'type':'Polygon','coordinates':[[[0,0],[1,91],[1,1],[0,0]]]}|latitude is the number 91",
        "{'type':'Polygon','coordinates':[[[0,0],[361,1],[1,1],[0,0]]]}|longitude is the number",
        "{'type':'Polygon','coordinates':[[[0,0],[1e999,1],[1,1],[0,0]]]}|longitude is the number",
        "{'type':'Polygon','coordinates':[[[0,0],['x',1],[1,1],[0,0]]]}|longitude is a text",
        "{'type':'Polygon','coordinates':[[[0,0],[0,0],[1,1],[0,0]]]}|fewer than three different",
        "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}|crosses itself",
        "{'type':'Polygon','coordinates':[[[179,0],[-179,0],[-179,1],[179,0]]]}|half round",
        "{'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]}"
            + "|reaches beyond",
        "{'type':'Polygon','type':'Polygon'}|cannot be read",
        "{'type':'Polygon'} x|cannot be read",
        "{'crs':{},'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}|coordinate system",
      })
  void a04_everythingElseIsTold(String text, String told) {
    assertThat(bad(text.replace('\'', '"')))
        .as(text)
        .anyMatch(problem -> problem.toString().contains(told));
  }

  @Test
  void a05_deepNestingIsToldToo() {
    assertThat(bad("[".repeat(100_000))).isNotEmpty();
    assertThat(bad("[".repeat(60) + "]".repeat(60)).getFirst().toString()).contains("deeper");
  }

  @Test
  void b01_whatIsHashedReadsBack() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      AreaShape circle =
          Objects.requireNonNull(
              Circle.shape(
                  random.nextDouble(-90, 90),
                  random.nextDouble(-180, 180),
                  random.nextDouble(1, 4e6)));
      assertThat(GeoJson.union(good(circle.canonicalText()))).isEqualTo(circle);
    }
  }
}
