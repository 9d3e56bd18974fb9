package org.orbweaver.app.output;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, members in the order in which they are put. */
public final class JsonLine {
  private final StringBuilder text = new StringBuilder("{");

  /** Begins with the name and version of the format, such as {@code orbweaver.up/1}. */
  public JsonLine(String format) {
    put("format", format);
  }

  /** A string, or null. */
  public JsonLine put(String key, @Nullable String value) {
    key(key).append(value == null ? "null" : JsonWriter.quote(value));
    return this;
  }

  /** A list of strings. */
  public JsonLine put(String key, List<String> values) {
    key(key)
        .append(values.stream().map(JsonWriter::quote).collect(Collectors.joining(",", "[", "]")));
    return this;
  }

  /** A whole number, or null. */
  public JsonLine put(String key, @Nullable Integer value) {
    key(key).append(value);
    return this;
  }

  public JsonLine put(String key, long value) {
    key(key).append(value);
    return this;
  }

  /** A finite number, rounded to decimals. */
  public JsonLine put(String key, double value, int decimals) {
    Decimals.append(key(key), value, decimals);
    return this;
  }

  private StringBuilder key(String key) {
    return text.append(text.length() > 1 ? "," : "").append(JsonWriter.quote(key)).append(':');
  }

  /** The object. */
  @Override
  public String toString() {
    return text + "}";
  }
}
