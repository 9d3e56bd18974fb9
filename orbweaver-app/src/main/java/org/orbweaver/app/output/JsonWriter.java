package org.orbweaver.app.output;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** One object, a row a line: {@code {"format":"orbweaver.plan/1","rows":[...]}}. */
final class JsonWriter extends RowWriter {
  private final String[] keys;
  private boolean anyRow;

  JsonWriter(PrintWriter out, Sheet sheet) {
    super(out, sheet);
    keys = new String[sheet.columns().size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = quote(sheet.columns().get(i).key()) + ':';
    }
    out.write("{\"format\":" + quote(sheet.format()) + ",\"rows\":[");
  }

  @Override
  void cell(int index, @Nullable String text, boolean quoted) {
    if (index > 0) {
      out.write(',');
    } else {
      out.write(anyRow ? ",\n{" : "\n{");
      anyRow = true;
    }
    out.write(keys[index]);
    out.write(text == null ? "null" : quoted ? quote(text) : text);
  }

  @Override
  void rowEnd() {
    out.write('}');
  }

  @Override
  void finish() {
    out.write("\n]}\n");
  }

  /** A JSON string (RFC 8259, section 7). */
  static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append("\\u00").append(Character.forDigit(c >> 4, 16));
        json.append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
