package org.orbweaver.format.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;
import org.orbweaver.format.problem.Words;

/**
 * One key of a record.
 *
 * @param name as written in YAML, camelCase
 * @param key its annotation
 * @param kind what it holds
 * @param type the enum of a choice, the record of a record or of a list of records; else the
 *     component's own class
 * @param nullable whether the value may be absent without a default
 * @param pattern the annotation's pattern, or null where it has none
 */
public record KeyShape(
    String name, Key key, Kind kind, Class<?> type, boolean nullable, @Nullable Pattern pattern) {
  /** What a key holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    INTEGER,
    FLAG,
    CHOICE,
    RECORD,
    TEXTS,
    RECORDS
  }

  public boolean hasDefault() {
    return !key.byDefault().equals(Key.NO_DEFAULT);
  }

  public boolean required() {
    return !nullable && !hasDefault();
  }

  /** Whether a text may be empty: only where that is its default. */
  public boolean allowsEmpty() {
    return key.byDefault().isEmpty();
  }

  /** The key as a table's column: snake_case. */
  public String column() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /** Shape of the record that the key holds, one or many. */
  public RecordShape record() {
    return RecordShape.of(type.asSubclass(Record.class));
  }

  /** Spellings of a choice, kebab-case, in the order of the enum. */
  public List<String> choices() {
    return Arrays.stream(type.getEnumConstants()).map(c -> kebab((Enum<?>) c)).toList();
  }

  /** Spellings of a choice that are accepted: kebab-case, and camelCase where it differs. */
  public List<String> spellings() {
    List<String> all = new ArrayList<>(choices());
    for (Object constant : type.getEnumConstants()) {
      String camel = camel((Enum<?>) constant);
      if (!all.contains(camel)) {
        all.add(camel);
      }
    }
    return all;
  }

  /** The constant that a spelling means, or null. */
  public @Nullable Object choice(String spelling) {
    for (Object constant : type.getEnumConstants()) {
      Enum<?> choice = (Enum<?>) constant;
      if (kebab(choice).equals(spelling) || camel(choice).equals(spelling)) {
        return choice;
      }
    }
    return null;
  }

  /** What would be right, in words: the kind and the range of values. */
  public String expected() {
    return switch (kind) {
      case TEXT -> pattern == null ? "text" + example() : key.form() + example();
      case NUMBER -> "a number" + range();
      case INTEGER -> "a whole number" + range();
      case FLAG -> "true or false";
      case CHOICE -> choices().size() == 1 ? choices().getFirst() : or(choices());
      case RECORD -> "keys of its own: " + String.join(", ", record().names());
      case TEXTS -> "a list of texts" + example();
      case RECORDS -> "a list, each entry with keys: " + String.join(", ", record().names());
    };
  }

  /** The range of a number as words with a leading blank, such as {@code " from -90 to 90"}. */
  public String range() {
    boolean low = Double.isFinite(key.min());
    boolean high = Double.isFinite(key.max());
    String from = Words.number(key.min());
    String to = Words.number(key.max());
    if (low && high) {
      return key.aboveMin() ? " above " + from + ", at most " + to : " from " + from + " to " + to;
    }
    if (low) {
      return key.aboveMin() ? " above " + from : " of at least " + from;
    }
    return high ? " of at most " + to : "";
  }

  private String example() {
    return key.example().isEmpty() || key.example().equals(key.form())
        ? ""
        : ", such as " + key.example();
  }

  private static String or(List<String> words) {
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String camel(Enum<?> constant) {
    StringBuilder out = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }
}
