package org.orbweaver.study.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonReader;
import org.xml.sax.InputSource;

class A01_MapTest {
  @Test
  void noRectangleWithinALargerOneHoldsFewerLinesThanTheThreshold() {
    for (int number : new int[] {0, 1, 4, 5, 60, 900}) {
      List<MapPlace> places = Samples.places(number, number);
      List<MapCell> cells = MapCells.of(places, 5);
      assertThat(cells.stream().mapToInt(MapCell::lines).sum()).isEqualTo(number);
      assertThat(cells)
          .allSatisfy(cell ->
              assertThat(cell.lines() >= 5 || cell.sizeDeg() == 8).as(cell.toString()).isTrue());
    }
  }

  @Test
  void cellsDoNotDependOnTheOrderOfLines() {
    List<MapPlace> places = Samples.places(3, 500);
    assertThat(MapCells.of(places.reversed(), 5)).isEqualTo(MapCells.of(places, 5));
  }

  @Test
  void everyPlaceOfTheEarthIsInOneCell() {
    List<MapPlace> places = new ArrayList<>();
    for (double lat : new double[] {-90, -89.9, 0, 45, 90}) {
      for (double lon : new double[] {-180, -179.99, 0, 179.99, 180, 360, 540}) {
        places.add(new MapPlace(lat, lon, true, 1, Outcome.SAME));
      }
    }
    assertThat(MapCells.of(places, 1).stream().mapToInt(MapCell::lines).sum())
        .isEqualTo(places.size());
  }

  @Test
  void thePictureIsWellFormedAndRefersToNothingOutside() throws Exception {
    String svg = Samples.map().svg(Samples.preview());
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertThat(svg.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "href", "@import", "NaN", "Infinity");
    assertThat(svg.replace("&lt;", "").replaceAll("<[^>]*>", "")).doesNotContain("<");
    String keep = System.getProperty("orbweaver.keep");
    if (keep != null) {
      Files.writeString(Path.of(keep), svg);
    }
  }

  @Test
  void theSameMapIsTheSamePicture() {
    assertThat(Samples.map().svg(Samples.preview()))
        .isEqualTo(Samples.map().svg(Samples.preview()));
    assertThat(Samples.map().geoJson()).isEqualTo(Samples.map().geoJson());
  }

  @Test
  void geoJsonHasAreasCellsAndGatewaysAndOnlyPublicCounts() {
    Json json = JsonReader.read(Samples.map().geoJson());
    Set<String> kinds = new HashSet<>();
    List<Json> features = ((Json.Arr) member(json, "features")).values();
    for (Json feature : features) {
      Json properties = member(feature, "properties");
      String kind = text(properties, "kind");
      kinds.add(kind);
      if (kind.equals("cell")) {
        for (String count : List.of("lines", "losing", "gaining", "slower", "faster", "people")) {
          assertThat(text(properties, count)).matches("0|<5|[1-9]?[0-9]*[05]");
        }
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder("area", "cell", "gateway");
  }

  @Test
  void anAreaAcrossTheAntimeridianIsDrawnInOnePiece() throws Exception {
    PreviewMap map =
        new PreviewMap(
            List.of(
                MapOutline.of(Samples.area("far", 176, -20, 184, -20, 184, -14, 176, -14), true)),
            MapCells.of(List.of(new MapPlace(-17, -179.5, true, 1, Outcome.LOSES_ALL)), 1),
            List.of(),
            1);
    MapFrame frame = new MapFrame(map.outlines(), map.cells(), 800, 600);
    assertThat(frame.x(176)).isBetween(0.0, 400.0);
    assertThat(frame.x(-176)).isBetween(400.0, 800.0);
    assertThat(frame.x(184)).isEqualTo(frame.x(-176));
    assertThat(map.svg(Samples.preview())).contains("<svg");
  }

  private static Json member(Json json, String key) {
    return java.util.Objects.requireNonNull(((Json.Obj) json).members().get(key));
  }

  private static String text(Json json, String key) {
    return ((Json.Str) member(json, key)).value();
  }
}
