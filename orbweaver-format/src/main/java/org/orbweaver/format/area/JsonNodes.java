package org.orbweaver.format.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON document whole. */
final class JsonNodes {
  /** GeoJSON needs ten levels, collections in collections some more. */
  private static final int DEEPEST = 40;

  private final JsonParser json;

  private JsonNodes(JsonParser json) {
    this.json = json;
  }

  /** The document, or null where it is none, then reported. */
  static @Nullable JsonNode read(String text, String file, Problems problems) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = json.nextToken();
      JsonNode node = first == null ? null : new JsonNodes(json).value(first, 0);
      TokenStreamLocation end = json.currentTokenLocation();
      if (node == null) {
        problems.add(
            file,
            Math.max(1, end.getLineNr()),
            Math.max(1, end.getColumnNr()),
            "json",
            first == null ? "is empty" : "is nested deeper than " + DEEPEST + " levels",
            "a GeoJSON document");
      } else if (json.nextToken() != null) {
        TokenStreamLocation more = json.currentTokenLocation();
        problems.add(
            file,
            Math.max(1, more.getLineNr()),
            Math.max(1, more.getColumnNr()),
            "json",
            "goes on after its end",
            "one JSON document");
        return null;
      }
      return node;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      problems.add(
          file,
          at == null ? 1 : Math.max(1, at.getLineNr()),
          at == null ? 1 : Math.max(1, at.getColumnNr()),
          "json",
          "cannot be read from here on: " + Words.firstSentence(e.getOriginalMessage()),
          "a whole JSON document");
      return null;
    }
  }

  /** A value, or null where it is nested too deep. */
  private @Nullable JsonNode value(JsonToken token, int depth) {
    TokenStreamLocation at = json.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    return switch (token) {
      case START_OBJECT -> depth == DEEPEST ? null : object(depth, line, column);
      case START_ARRAY -> depth == DEEPEST ? null : array(depth, line, column);
      case VALUE_STRING -> new JsonNode.Str(json.getString(), line, column);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNode.Num(json.getString(), line, column);
      default -> new JsonNode.Word(json.getString(), line, column);
    };
  }

  private @Nullable JsonNode array(int depth, int line, int column) {
    List<JsonNode> items = new ArrayList<>(4);
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      JsonNode item = value(token, depth + 1);
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return new JsonNode.Arr(items, line, column);
  }

  private @Nullable JsonNode object(int depth, int line, int column) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonNode member = value(json.nextToken(), depth + 1);
      if (member == null) {
        return null;
      }
      members.put(name, member);
    }
    return new JsonNode.Obj(members, line, column);
  }
}
