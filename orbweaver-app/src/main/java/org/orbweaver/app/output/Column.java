package org.orbweaver.app.output;

/**
 * One column of a result.
 *
 * @param name in tables and CSV, snake_case, with its unit
 * @param kind what its cells hold
 * @param meaning a phrase for the reference
 */
public record Column(String name, Kind kind, String meaning) {
  /** What cells hold; any may be empty. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG
  }

  public static Column text(String name, String meaning) {
    return new Column(name, Kind.TEXT, meaning);
  }

  public static Column number(String name, String meaning) {
    return new Column(name, Kind.NUMBER, meaning);
  }

  public static Column flag(String name, String meaning) {
    return new Column(name, Kind.FLAG, meaning);
  }

  /** The name in JSON: {@code rtt_ms} becomes {@code rttMs}. */
  public String key() {
    StringBuilder key = new StringBuilder(name.length());
    boolean capital = false;
    for (char c : name.toCharArray()) {
      if (c == '_') {
        capital = true;
      } else {
        key.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return key.toString();
  }
}
