package org.orbweaver.format.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.shape.Scalars;

/** A value of a YAML document and where it begins; line and column from 1. */
public sealed interface YamlNode {
  int line();

  int column();

  /** In words, for messages. */
  String what();

  /** What a plain scalar is by the YAML 1.2 core schema (section 10.3.2). */
  enum Type {
    NULL("nothing"),
    FLAG("true or false"),
    NUMBER("a number"),
    TEXT("text");

    private final String what;

    Type(String what) {
      this.what = what;
    }
  }

  /** Text, a number, true, false or nothing; {@code plain} is false where it stands in quotes. */
  record Scalar(int line, int column, String text, boolean plain) implements YamlNode {
    /** Its type; quoted scalars are text. */
    public Type type() {
      if (!plain) {
        return Type.TEXT;
      }
      return switch (text) {
        case "", "~", "null", "Null", "NULL" -> Type.NULL;
        case "true", "True", "TRUE", "false", "False", "FALSE" -> Type.FLAG;
        case ".nan", ".NaN", ".NAN" -> Type.NUMBER;
        default -> looksNumeric(text) ? Type.NUMBER : Type.TEXT;
      };
    }

    private static boolean looksNumeric(String text) {
      char first = text.charAt(0);
      boolean mayBe = first == '-' || first == '+' || first == '.' || Character.isDigit(first);
      return mayBe
          && (Scalars.number(text) != null
              || text.matches("[-+]?\\.(inf|Inf|INF)|0x[0-9a-fA-F]+|0o[0-7]+"));
    }

    /** Whether it is null, or a text of no characters. */
    boolean hasNoValue() {
      return text.isEmpty() || type() == Type.NULL;
    }

    @Override
    public String what() {
      return type().what;
    }
  }

  /** A list. */
  record Sequence(int line, int column, List<YamlNode> items) implements YamlNode {
    @Override
    public String what() {
      return "a list";
    }
  }

  /** Keys and values in the file's order, each key once. */
  record Mapping(int line, int column, List<Entry> entries) implements YamlNode {
    /** The entry of a key, or null. */
    public @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    @Override
    public String what() {
      return "a mapping of keys";
    }
  }

  /** Something that was reported while the document was read. */
  record Broken(int line, int column) implements YamlNode {
    @Override
    public String what() {
      return "unreadable";
    }
  }

  /** A key, where it stands, and its value. */
  record Entry(int line, int column, String key, YamlNode value) {}
}
