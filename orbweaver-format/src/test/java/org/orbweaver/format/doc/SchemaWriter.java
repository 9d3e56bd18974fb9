package org.orbweaver.format.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.orbweaver.core.scenario.Key;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.RecordShape;
import org.orbweaver.format.shape.Scalars;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema (draft 2020-12) from the same shapes that the reader binds to. */
final class SchemaWriter {
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private SchemaWriter() {}

  static String schema(Class<? extends Record> root, String id, String title) {
    SchemaWriter writer = new SchemaWriter();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.put("title", title);
    schema.putAll(writer.object(RecordShape.of(root)));
    schema.put("$defs", writer.definitions);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.builder().build().writer().with(printer).writeValueAsString(schema) + "\n";
  }

  private Map<String, Object> object(RecordShape shape) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    List<String> required =
        shape.keys().stream().filter(KeyShape::required).map(KeyShape::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    if (!shape.exactlyOne().isEmpty()) {
      object.put(
          "oneOf",
          shape.exactlyOne().stream().map(name -> Map.of("required", List.of(name))).toList());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    shape.keys().forEach(key -> properties.put(key.name(), property(key)));
    object.put("properties", properties);
    return object;
  }

  private Map<String, Object> property(KeyShape key) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", key.key().value());
    switch (key.kind()) {
      case TEXT -> text(key, property);
      case NUMBER -> number("number", key.key(), property);
      case INTEGER -> number("integer", key.key(), property);
      case FLAG -> property.put("type", "boolean");
      case CHOICE -> property.put("enum", key.spellings());
      case RECORD -> property.put("$ref", reference(key.record()));
      case TEXTS -> list(property, new LinkedHashMap<>(text()));
      case RECORDS -> list(property, Map.of("$ref", reference(key.record())));
    }
    if (key.hasDefault()) {
      property.put("default", byDefault(key));
    }
    return property;
  }

  private static Map<String, Object> text() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("minLength", 1);
    text.put("maxLength", Scalars.LONGEST_TEXT);
    return text;
  }

  private static void text(KeyShape key, Map<String, Object> property) {
    property.putAll(text());
    if (key.allowsEmpty()) {
      property.remove("minLength");
    }
    if (key.pattern() != null) {
      property.put("pattern", "^(?:" + key.pattern().pattern() + ")$");
    }
    if (!key.key().example().isEmpty()) {
      property.put("examples", List.of(key.key().example()));
    }
  }

  private static void number(String type, Key key, Map<String, Object> property) {
    property.put("type", type);
    if (Double.isFinite(key.min())) {
      property.put(key.aboveMin() ? "exclusiveMinimum" : "minimum", whole(key.min()));
    }
    if (Double.isFinite(key.max())) {
      property.put("maximum", whole(key.max()));
    }
  }

  private static void list(Map<String, Object> property, Map<String, Object> items) {
    property.put("type", "array");
    property.put("items", items);
  }

  private String reference(RecordShape shape) {
    String name = shape.type().getSimpleName().replaceFirst("Spec$", "");
    String own = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    if (!definitions.containsKey(own)) {
      definitions.put(own, Map.of());
      definitions.put(own, object(shape));
    }
    return "#/$defs/" + own;
  }

  private static Object byDefault(KeyShape key) {
    return switch (key.kind()) {
      case RECORD -> Map.of();
      case RECORDS, TEXTS -> new ArrayList<>();
      case NUMBER, INTEGER -> whole(Double.parseDouble(key.key().byDefault()));
      case CHOICE -> key.key().byDefault();
      default -> Objects.requireNonNull(Scalars.parse(key, key.key().byDefault()));
    };
  }

  /** Numbers without a fraction are written without one. */
  private static Object whole(double value) {
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }
}
