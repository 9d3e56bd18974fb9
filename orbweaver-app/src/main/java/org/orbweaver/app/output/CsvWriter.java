package org.orbweaver.app.output;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 quotes them. */
final class CsvWriter extends RowWriter {
  CsvWriter(PrintWriter out, Sheet sheet) {
    super(out, sheet);
    for (int i = 0; i < sheet.columns().size(); i++) {
      cell(i, sheet.columns().get(i).name(), true);
    }
    rowEnd();
  }

  @Override
  void cell(int index, @Nullable String text, boolean quoted) {
    if (index > 0) {
      out.write(',');
    }
    if (text != null) {
      out.write(quoted && needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
  }

  @Override
  void rowEnd() {
    out.write('\n');
  }

  @Override
  void finish() {}

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
  }
}
