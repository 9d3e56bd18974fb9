package org.orbweaver.format.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.KeyShape.Kind;
import org.orbweaver.format.shape.RecordShape;

/** The reference of all keys, as Markdown. */
final class ReferenceWriter {
  private final StringBuilder out = new StringBuilder();
  private final List<KeyShape> tables = new ArrayList<>();

  private ReferenceWriter() {}

  /** Sections for a record and all that it holds, then one for each kind of table. */
  static String sections(Class<? extends Record> root) {
    ReferenceWriter writer = new ReferenceWriter();
    writer.section("", "The file", RecordShape.of(root));
    writer.tables();
    return writer.out.toString();
  }

  private void section(String path, String title, RecordShape shape) {
    out.append("## ").append(title).append("\n\n");
    if (!shape.exactlyOne().isEmpty()) {
      out.append("Exactly one of `")
          .append(String.join("` and `", shape.exactlyOne()))
          .append("` is given.\n\n");
    }
    out.append("| Key | Takes | Default | Meaning |\n|---|---|---|---|\n");
    shape.keys().forEach(this::row);
    out.append('\n');
    for (KeyShape key : shape.keys()) {
      if (key.kind() == Kind.RECORD || key.kind() == Kind.RECORDS) {
        String below =
            (path.isEmpty() ? "" : path + ".")
                + key.name()
                + (key.kind() == Kind.RECORDS ? "[]" : "");
        section(below, "`" + below + "`", key.record());
        if (key.name().equals("sites")) {
          tables.add(key);
        }
      }
    }
  }

  private void row(KeyShape key) {
    out.append("| `").append(key.name()).append("` | ");
    out.append(cell(takes(key))).append(" | ").append(byDefault(key)).append(" | ");
    out.append(cell(key.key().value())).append(" |\n");
  }

  private static String takes(KeyShape key) {
    return switch (key.kind()) {
      case RECORD -> "keys, below";
      case RECORDS -> "a list, below";
      case TEXTS -> "a list of texts";
      case TEXT -> key.pattern() == null ? "text" : key.key().form();
      case CHOICE -> "`" + String.join("`, `", key.choices()) + "`";
      default -> key.expected();
    };
  }

  private static String byDefault(KeyShape key) {
    if (!key.hasDefault()) {
      return key.nullable() ? "none" : "**required**";
    }
    return switch (key.kind()) {
      case RECORD -> "all defaults";
      case RECORDS, TEXTS -> "empty";
      case CHOICE -> "`" + choice(key) + "`";
      default -> key.key().byDefault().isEmpty() ? "empty" : "`" + key.key().byDefault() + "`";
    };
  }

  private static String choice(KeyShape key) {
    String camel = key.key().byDefault();
    return key.choices().stream()
        .filter(c -> key.choice(camel) == key.choice(c))
        .findFirst()
        .orElse(camel);
  }

  private void tables() {
    for (KeyShape sites : tables) {
      String kind = sites.record().type().getSimpleName().replace("Spec", "");
      out.append("## Tables of ")
          .append(kind.equals("Pop") ? "PoP" : kind.toLowerCase(Locale.ROOT));
      out.append("s\n\n");
      out.append("| Column | Takes | Where empty or left out |\n|---|---|---|\n");
      for (KeyShape key : sites.record().keys()) {
        out.append("| `").append(key.column()).append("` | ");
        out.append(cell(takes(key))).append(" | ").append(byDefault(key)).append(" |\n");
      }
      for (String column : TableReader.PASSED_OVER) {
        out.append("| `").append(column).append("` | anything | passed over |\n");
      }
      out.append('\n');
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
  }
}
