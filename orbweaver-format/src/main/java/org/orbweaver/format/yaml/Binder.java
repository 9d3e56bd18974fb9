package org.orbweaver.format.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.KeyShape.Kind;
import org.orbweaver.format.shape.RecordShape;
import org.orbweaver.format.shape.Scalars;
import org.orbweaver.format.yaml.YamlNode.Broken;
import org.orbweaver.format.yaml.YamlNode.Entry;
import org.orbweaver.format.yaml.YamlNode.Mapping;
import org.orbweaver.format.yaml.YamlNode.Scalar;
import org.orbweaver.format.yaml.YamlNode.Sequence;

/**
 * A YAML tree to records. Every fault is reported and binding goes on with a stand-in, so that what
 * stands elsewhere in the file can be checked as well; a record bound with problems must not be
 * used for anything else.
 */
public final class Binder {
  private final String file;
  private final Problems problems;
  private final String document;
  private final Map<String, Place> places = new HashMap<>();

  public Binder(String file, Problems problems) {
    this(file, problems, "scenario");
  }

  /**
   * @param document what the file is, as messages call it
   */
  public Binder(String file, Problems problems, String document) {
    this.file = file;
    this.problems = problems;
    this.document = document;
  }

  /** Binds the root of a document; null where it is no mapping. */
  public <R extends Record> @Nullable R bind(YamlNode root, Class<R> type) {
    return type.cast(bindRecord(root, RecordShape.of(type), ""));
  }

  /**
   * Where the value of a path such as {@code terminals.sites[2].pop} stands, or, where the file
   * does not give it, the nearest that holds it.
   */
  public Place place(String path) {
    String at = path;
    Place place = places.get(at);
    while (place == null && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
      place = places.get(at);
    }
    return place == null
        ? new Place(file, 1, 1, path)
        : new Place(file, place.line(), place.column(), path);
  }

  private @Nullable Record bindRecord(YamlNode node, RecordShape shape, String path) {
    places.put(path, new Place(file, node.line(), node.column(), path));
    if (!(node instanceof Mapping mapping)) {
      report(node, path, "keys: " + String.join(", ", shape.names()));
      return null;
    }
    for (Entry entry : mapping.entries()) {
      if (shape.key(entry.key()) == null) {
        reportUnknown(entry, shape, path);
      }
    }
    checkExactlyOne(mapping, shape, path);
    @Nullable Object[] values = new Object[shape.keys().size()];
    boolean whole = true;
    for (int i = 0; i < values.length; i++) {
      KeyShape key = shape.keys().get(i);
      Entry entry = mapping.entry(key.name());
      String keyPath = path.isEmpty() ? key.name() : path + "." + key.name();
      values[i] = entry == null ? absent(key, mapping, keyPath) : bindKey(entry, key, keyPath);
      whole &= values[i] != null || key.nullable();
    }
    return whole ? shape.make(values) : null;
  }

  private @Nullable Object absent(KeyShape key, Mapping mapping, String path) {
    if (key.required()) {
      problems.add(file, mapping.line(), mapping.column(), path, "is missing", key.expected());
      return standIn(key);
    }
    return key.hasDefault() ? byDefault(key) : null;
  }

  private @Nullable Object bindKey(Entry entry, KeyShape key, String path) {
    YamlNode node = entry.value();
    if (node instanceof Scalar scalar && scalar.plain() && scalar.hasNoValue()) {
      places.put(path, new Place(file, entry.line(), entry.column(), path));
      problems.add(file, entry.line(), entry.column(), path, "has no value", key.expected());
      return standIn(key);
    }
    places.put(path, new Place(file, node.line(), node.column(), path));
    Object value =
        switch (key.kind()) {
          case RECORD -> bindRecord(node, key.record(), path);
          case RECORDS -> bindRecords(node, key, path);
          case TEXTS -> bindTexts(node, key, path);
          default -> bindScalar(node, key, path);
        };
    return value == null ? standIn(key) : value;
  }

  private @Nullable List<Record> bindRecords(YamlNode node, KeyShape key, String path) {
    if (!(node instanceof Sequence sequence)) {
      report(node, path, key.expected());
      return null;
    }
    List<Record> records = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Record item = bindRecord(sequence.items().get(i), key.record(), path + "[" + i + "]");
      // A stand-in keeps the index of the entries that follow.
      Record kept = item == null ? emptyOrNull(key.record()) : item;
      if (kept != null) {
        records.add(kept);
      }
    }
    return records;
  }

  private @Nullable List<String> bindTexts(YamlNode node, KeyShape key, String path) {
    if (!(node instanceof Sequence sequence)) {
      report(node, path, key.expected());
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      String itemPath = path + "[" + i + "]";
      places.put(itemPath, new Place(file, item.line(), item.column(), itemPath));
      boolean text =
          item instanceof Scalar scalar
              && scalar.type() == YamlNode.Type.TEXT
              && !scalar.text().isEmpty();
      if (!text) {
        report(item, itemPath, "text, in quotes where it looks like something else");
      } else if (((Scalar) item).text().codePoints().count() > Scalars.LONGEST_TEXT) {
        report(item, itemPath, "at most " + Scalars.LONGEST_TEXT + " characters");
      }
      texts.add(text ? ((Scalar) item).text() : "");
    }
    return texts;
  }

  private @Nullable Object bindScalar(YamlNode node, KeyShape key, String path) {
    if (!(node instanceof Scalar scalar)) {
      report(node, path, key.expected());
      return null;
    }
    YamlNode.Type type = scalar.type();
    boolean fits =
        switch (key.kind()) {
          case TEXT, CHOICE -> type == YamlNode.Type.TEXT;
          case FLAG -> type == YamlNode.Type.FLAG;
          default -> type == YamlNode.Type.NUMBER;
        };
    if (!fits) {
      boolean quoted = key.kind() != Kind.TEXT && !scalar.plain();
      String hint = key.kind() == Kind.TEXT ? ", in quotes" : quoted ? " without quotes" : "";
      problems.add(
          file,
          node.line(),
          node.column(),
          path,
          "is " + scalar.what() + ", " + Words.quote(scalar.text()),
          key.expected() + hint);
      return null;
    }
    String text = key.kind() == Kind.FLAG ? scalar.text().toLowerCase(Locale.ROOT) : scalar.text();
    Object value = Scalars.parse(key, text);
    String fault =
        value == null
            ? "is " + (key.kind() == Kind.INTEGER ? scalar.text() : Words.quote(scalar.text()))
            : Scalars.fault(key, value);
    if (fault != null) {
      problems.add(file, node.line(), node.column(), path, fault, expected(key, scalar.text()));
    }
    return value;
  }

  private static String expected(KeyShape key, String text) {
    String meant = key.kind() == Kind.CHOICE ? Words.nearest(text, key.spellings()) : null;
    return key.expected() + (meant == null ? "" : "; did you mean " + meant + "?");
  }

  private void checkExactlyOne(Mapping mapping, RecordShape shape, String path) {
    if (shape.exactlyOne().isEmpty()) {
      return;
    }
    String given =
        shape.exactlyOne().stream()
            .filter(name -> mapping.entry(name) != null)
            .collect(Collectors.joining(" and "));
    if (given.isEmpty() || given.contains(" ")) {
      problems.add(
          file,
          mapping.line(),
          mapping.column(),
          path,
          given.isEmpty()
              ? "has neither " + String.join(" nor ", shape.exactlyOne())
              : "has " + given,
          "exactly one of " + String.join(", ", shape.exactlyOne()));
    }
  }

  private void reportUnknown(Entry entry, RecordShape shape, String path) {
    String meant = Words.nearest(entry.key(), shape.names());
    problems.add(
        file,
        entry.line(),
        entry.column(),
        (path.isEmpty() ? "" : path + ".") + Words.oneLine(entry.key()),
        "is not a key of " + (path.isEmpty() ? "a " + document : path.replaceAll("\\[\\d+]", "")),
        meant == null
            ? "one of " + String.join(", ", shape.names())
            : "did you mean " + meant + "?");
  }

  private void report(YamlNode node, String path, String expected) {
    if (!(node instanceof Broken)) {
      boolean empty = node instanceof Scalar scalar && scalar.hasNoValue();
      problems.add(
          file,
          node.line(),
          node.column(),
          path.isEmpty() ? document : path,
          empty ? "has no value" : "is " + node.what(),
          expected);
    }
  }

  /** The value of an absent key that has a default. */
  private static @Nullable Object byDefault(KeyShape key) {
    return switch (key.kind()) {
      case RECORD -> emptyOrNull(key.record());
      case RECORDS, TEXTS -> List.of();
      default -> Scalars.parse(key, key.key().byDefault());
    };
  }

  private static @Nullable Object standIn(KeyShape key) {
    if (key.hasDefault()) {
      return byDefault(key);
    }
    return switch (key.kind()) {
      case TEXT -> "";
      case NUMBER -> Double.isFinite(key.key().min()) ? key.key().min() : 0.0;
      case INTEGER -> Double.isFinite(key.key().min()) ? (Integer) (int) key.key().min() : 0;
      case FLAG -> Boolean.FALSE;
      case CHOICE -> key.type().getEnumConstants()[0];
      case TEXTS, RECORDS -> List.of();
      case RECORD -> key.nullable() ? null : emptyOrNull(key.record());
    };
  }

  /** A record of defaults and stand-ins. */
  private static @Nullable Record emptyOrNull(RecordShape shape) {
    @Nullable Object[] values = new Object[shape.keys().size()];
    for (int i = 0; i < values.length; i++) {
      KeyShape key = shape.keys().get(i);
      values[i] = key.nullable() && !key.hasDefault() ? null : standIn(key);
      if (values[i] == null && !key.nullable()) {
        return null;
      }
    }
    return shape.make(values);
  }
}
