package org.orbweaver.format.area;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * Reads areas from GeoJSON (RFC 7946): a geometry, a feature, or a collection of them, polygons
 * only. Longitudes may run on beyond 180 degrees; an edge that would go more than half round the
 * Earth is refused, since nobody can know which way round it was meant.
 */
public final class GeoJson {
  private static final int LIMIT_BYTES = 64 << 20;

  private final String file;
  private final Problems problems;
  private final List<Feature> features = new ArrayList<>();

  /**
   * Polygons of one feature.
   *
   * @param name the feature's id, or the name among its properties; null where it has neither
   * @param shape its polygons together
   */
  public record Feature(@Nullable String name, AreaShape shape) {}

  private GeoJson(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The features of a file; empty where there is any problem, and those are reported. */
  public static List<Feature> read(Path file, String shownAs, Problems problems) {
    String text = Text.read(file, shownAs, LIMIT_BYTES, problems);
    return text == null ? List.of() : parse(text, shownAs, problems);
  }

  /** The features of a text; empty where there is any problem, and those are reported. */
  public static List<Feature> parse(String text, String shownAs, Problems problems) {
    int before = problems.count();
    GeoJson reader = new GeoJson(shownAs, problems);
    JsonNode root = JsonNodes.read(text, shownAs, problems);
    if (root != null) {
      reader.document(root);
      if (reader.features.isEmpty() && problems.count() == before) {
        problems.add(reader.problem(root, "features", "holds no polygon", "at least one polygon"));
      }
    }
    return problems.count() == before ? reader.features : List.of();
  }

  /** All polygons of a file as one area, or null where there is any problem. */
  public static @Nullable AreaShape area(Path file, String shownAs, Problems problems) {
    return union(read(file, shownAs, problems));
  }

  /** The polygons of some features as one area; null where there are none. */
  public static @Nullable AreaShape union(List<Feature> features) {
    List<AreaShape.Polygon> polygons =
        features.stream().flatMap(feature -> feature.shape().polygons().stream()).toList();
    return polygons.isEmpty() ? null : new AreaShape(polygons);
  }

  private Problem problem(JsonNode at, String key, String wrong, String right) {
    return new Problem(file, Math.max(1, at.line()), Math.max(1, at.column()), key, wrong, right);
  }

  private void document(JsonNode root) {
    if (!(root instanceof JsonNode.Obj object)) {
      problems.add(problem(root, "json", "is " + root.kind(), "a GeoJSON object"));
      return;
    }
    if (object.members().containsKey("crs")) {
      problems.add(
          problem(
              object.members().get("crs"),
              "crs",
              "names a coordinate system",
              "none: GeoJSON is in WGS84 longitude and latitude (RFC 7946, section 4)"));
    }
    JsonNode type = object.members().get("type");
    switch (type instanceof JsonNode.Str str ? str.text() : "") {
      case "FeatureCollection" -> {
        JsonNode list = object.members().get("features");
        if (list instanceof JsonNode.Arr arr) {
          for (int i = 0; i < arr.items().size(); i++) {
            feature(arr.items().get(i), "features[" + i + "]");
          }
        } else {
          problems.add(problem(object, "features", "is missing", "a list of features"));
        }
      }
      case "Feature" -> feature(object, "feature");
      default -> add(null, object, "geometry");
    }
  }

  private void feature(JsonNode node, String key) {
    if (!(node instanceof JsonNode.Obj object)
        || !(object.members().get("type") instanceof JsonNode.Str type)
        || !type.text().equals("Feature")) {
      problems.add(problem(node, key, "is no feature", "an object whose type is Feature"));
      return;
    }
    JsonNode geometry = object.members().get("geometry");
    if (geometry instanceof JsonNode.Obj shape) {
      add(name(object), shape, key + ".geometry");
    } else {
      problems.add(problem(object, key + ".geometry", "is missing", "a polygon"));
    }
  }

  private static @Nullable String name(JsonNode.Obj feature) {
    JsonNode id = feature.members().get("id");
    if (id == null && feature.members().get("properties") instanceof JsonNode.Obj properties) {
      id = properties.members().get("id");
      id = id == null ? properties.members().get("name") : id;
    }
    return switch (id) {
      case JsonNode.Str str -> str.text();
      case JsonNode.Num num -> num.text();
      case null, default -> null;
    };
  }

  private void add(@Nullable String name, JsonNode.Obj geometry, String key) {
    List<AreaShape.Polygon> polygons = new ArrayList<>();
    geometry(geometry, key, polygons);
    if (!polygons.isEmpty()) {
      features.add(new Feature(name, new AreaShape(polygons)));
    }
  }

  private void geometry(JsonNode node, String key, List<AreaShape.Polygon> polygons) {
    if (!(node instanceof JsonNode.Obj object)) {
      problems.add(problem(node, key, "is " + node.kind(), "a geometry"));
      return;
    }
    String type = object.members().get("type") instanceof JsonNode.Str str ? str.text() : "";
    String list = type.equals("GeometryCollection") ? "geometries" : "coordinates";
    List<JsonNode> items =
        object.members().get(list) instanceof JsonNode.Arr arr ? arr.items() : List.of();
    switch (type) {
      case "Polygon" -> polygon(object.members().get(list), object, key + "." + list, polygons);
      case "MultiPolygon" -> {
        for (int i = 0; i < items.size(); i++) {
          polygon(items.get(i), object, key + "." + list + "[" + i + "]", polygons);
        }
      }
      case "GeometryCollection" -> {
        for (int i = 0; i < items.size(); i++) {
          geometry(items.get(i), key + "." + list + "[" + i + "]", polygons);
        }
      }
      default ->
          problems.add(
              problem(
                  object,
                  key + ".type",
                  type.isEmpty() ? "is missing" : "is " + Words.quote(type),
                  "Polygon or MultiPolygon"));
    }
  }

  private void polygon(
      @Nullable JsonNode node, JsonNode parent, String key, List<AreaShape.Polygon> polygons) {
    if (!(node instanceof JsonNode.Arr arr) || arr.items().isEmpty()) {
      problems.add(problem(node == null ? parent : node, key, "is no polygon", "a list of rings"));
      return;
    }
    RingReader reader = new RingReader(file, problems);
    List<AreaRing> rings = new ArrayList<>();
    for (int i = 0; i < arr.items().size(); i++) {
      AreaRing ring = reader.ring(arr.items().get(i), key + "[" + i + "]");
      if (ring != null) {
        rings.add(ring);
      }
    }
    if (rings.size() == arr.items().size()) {
      AreaRing outer = rings.getFirst();
      List<AreaRing> holes = rings.subList(1, rings.size());
      for (int i = 0; i < holes.size(); i++) {
        if (!isWithin(holes.get(i), outer)) {
          problems.add(
              problem(
                  arr.items().get(i + 1),
                  key + "[" + (i + 1) + "]",
                  "is a hole that reaches beyond its polygon",
                  "a hole within it"));
        }
      }
      polygons.add(new AreaShape.Polygon(outer, holes));
    }
  }

  private static boolean isWithin(AreaRing hole, AreaRing outer) {
    for (int i = 0; i < hole.size(); i++) {
      if (outer.side(hole.latNd(i), hole.lonNd(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
