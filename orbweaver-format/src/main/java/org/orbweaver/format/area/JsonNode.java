package org.orbweaver.format.area;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface JsonNode {
  int line();

  int column();

  /** A number, as it is written. */
  record Num(String text, int line, int column) implements JsonNode {}

  /** A text. */
  record Str(String text, int line, int column) implements JsonNode {}

  /** True, false or null. */
  record Word(String text, int line, int column) implements JsonNode {}

  /** A list. */
  record Arr(List<JsonNode> items, int line, int column) implements JsonNode {}

  /** Members by name. */
  record Obj(Map<String, JsonNode> members, int line, int column) implements JsonNode {}

  /** What it is, for messages. */
  default String kind() {
    return switch (this) {
      case Num num -> "the number " + num.text();
      case Str str -> "a text";
      case Word word -> word.text();
      case Arr arr -> "a list";
      case Obj obj -> "an object";
    };
  }
}
