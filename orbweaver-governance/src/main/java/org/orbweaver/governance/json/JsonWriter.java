package org.orbweaver.governance.json;

import java.util.StringJoiner;

/**
 * Writes a value of JSON in one way only: no blanks, members in their order, numbers as they are
 * spelled. What is hashed or signed is written by it.
 */
public final class JsonWriter {
  private JsonWriter() {}

  /** The text. */
  public static String write(Json json) {
    return switch (json) {
      case Json.Obj object -> {
        StringJoiner members = new StringJoiner(",", "{", "}");
        object.members().forEach((key, value) -> members.add(Json.quote(key) + ":" + write(value)));
        yield members.toString();
      }
      case Json.Arr array -> {
        StringJoiner values = new StringJoiner(",", "[", "]");
        array.values().forEach(value -> values.add(write(value)));
        yield values.toString();
      }
      case Json.Str text -> Json.quote(text.value());
      case Json.Num number -> number.text();
      case Json.Bool bool -> String.valueOf(bool.value());
      case Json.Null nothing -> "null";
    };
  }
}
