package org.orbweaver.app.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.format.problem.Words;

/**
 * What is known of something, by name. As a line: {@code NAME=VALUE}, with tabs between. Whoever
 * reads it passes over names that it does not know.
 */
public final class Facts {
  private final Map<String, String> known = new LinkedHashMap<>();

  public Facts put(String name, String value) {
    known.put(name, Words.oneLine(value).replace('\t', ' '));
    return this;
  }

  public Facts put(String name, long value) {
    return put(name, Long.toString(value));
  }

  public Facts put(String name, double value) {
    return put(name, Double.toString(value));
  }

  /** The same again from a line. */
  public static Facts read(String line) {
    Facts facts = new Facts();
    for (String pair : line.split("\t")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        facts.known.put(pair.substring(0, at), pair.substring(at + 1));
      }
    }
    return facts;
  }

  /** All of it as a line. */
  public String line() {
    StringBuilder line = new StringBuilder();
    known.forEach((name, value) ->
        line.append(line.isEmpty() ? "" : "\t").append(name).append('=').append(value));
    return line.toString();
  }

  /** Empty where it is not known. */
  public String text(String name) {
    return known.getOrDefault(name, "");
  }

  public boolean has(String name) {
    return known.containsKey(name);
  }

  /** 0 where it is not known. */
  public long whole(String name) {
    return Long.parseLong(known.getOrDefault(name, "0"));
  }

  /** Not a number where it is not known. */
  public double number(String name) {
    return Double.parseDouble(known.getOrDefault(name, "NaN"));
  }
}
