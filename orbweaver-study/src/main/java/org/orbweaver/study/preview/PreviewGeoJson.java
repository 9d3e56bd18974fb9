package org.orbweaver.study.preview;

import java.util.StringJoiner;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.preview.Count;

/** The map of a preview as GeoJSON (RFC 7946): areas, cells with their counts, gateways. */
final class PreviewGeoJson {
  private final int threshold;

  private PreviewGeoJson(int threshold) {
    this.threshold = threshold;
  }

  static String of(PreviewMap map) {
    PreviewGeoJson json = new PreviewGeoJson(map.threshold());
    StringJoiner features =
        new StringJoiner(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n");
    map.outlines().forEach(outline -> features.add(json.area(outline)));
    map.cells().forEach(cell -> features.add(json.cell(cell)));
    map.gateways()
        .forEach(gateway ->
            features.add(
                feature(
                    "{\"type\":\"Point\",\"coordinates\":["
                        + number(MapCells.withinTurn(gateway.lonDeg()))
                        + ","
                        + number(gateway.latDeg())
                        + "]}",
                    "\"kind\":\"gateway\",\"name\":" + Json.quote(gateway.name()))));
    return features.toString();
  }

  private String area(MapOutline outline) {
    return feature(
        outline.geoJson(),
        "\"kind\":\"area\",\"area\":"
            + Json.quote(outline.id())
            + ",\"decided\":"
            + outline.isDecided());
  }

  private String cell(MapCell cell) {
    String west = number(cell.westDeg());
    String east = number(cell.eastDeg());
    String south = number(cell.southDeg());
    String north = number(Math.min(90, cell.northDeg()));
    String corners =
        "[[["
            + String.join(
                "],[",
                west + "," + south,
                east + "," + south,
                east + "," + north,
                west + "," + north,
                west + "," + south)
            + "]]]";
    return feature(
        "{\"type\":\"Polygon\",\"coordinates\":" + corners + "}",
        "\"kind\":\"cell\",\"decided\":"
            + cell.decided()
            + count("lines", cell.lines())
            + count("losing", cell.losing())
            + count("gaining", cell.gaining())
            + count("slower", cell.slower())
            + count("faster", cell.faster())
            + count("people", cell.people()));
  }

  private String count(String key, long exact) {
    return ",\"" + key + "\":" + Json.quote(Count.of(exact, threshold).text());
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":"
        + geometry
        + ",\"properties\":{"
        + properties
        + "}}";
  }

  /** Degrees to a millionth, without zeros at their end. */
  private static String number(double degrees) {
    return java.math.BigDecimal.valueOf(Math.round(degrees * 1e6), 6)
        .stripTrailingZeros()
        .toPlainString();
  }
}
