package org.orbweaver.format.csv;

import java.util.Arrays;

/** Finds cells in the text of a table; used only where something has to be reported. */
final class CsvScan {
  private CsvScan() {}

  /** Index of the first character of each line; lines end with LF, CR LF or CR. */
  static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (isLineEnd(text, i)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /**
   * Lines below its row's first one, and column from 1, of a cell.
   *
   * @param rowStart index of the row's first character
   */
  static int[] place(String text, int rowStart, int cell) {
    boolean quoted = false;
    boolean cellStart = true;
    int lines = 0;
    int lineStart = rowStart;
    int left = cell;
    int i = rowStart;
    for (; i < text.length() && left > 0; i++) {
      char c = text.charAt(i);
      boolean opens = cellStart;
      cellStart = false;
      if (c == '"' && (opens || quoted)) {
        // A doubled quote closes and, as the first of what follows, opens again.
        quoted = !quoted;
        cellStart = !quoted;
      } else if (c == ',' && !quoted) {
        left--;
        cellStart = true;
      } else if (isLineEnd(text, i)) {
        if (!quoted) {
          break;
        }
        lines++;
        lineStart = i + 1;
      }
    }
    return new int[] {lines, text.codePointCount(lineStart, Math.min(i, text.length())) + 1};
  }

  /** Line and column of the first quote that opens a cell and is not closed at the cell's end. */
  static int[] unreadable(String text) {
    int line = 1;
    int lineStart = 0;
    int[] opened = {1, 1};
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineEnd(text, i)) {
        line++;
        lineStart = i + 1;
      } else if (c == '"' && !quoted) {
        char before = i == 0 ? '\n' : text.charAt(i - 1);
        quoted = before == ',' || before == '\n' || before == '\r';
        if (quoted) {
          opened = new int[] {line, text.codePointCount(lineStart, i) + 1};
        }
      } else if (c == '"') {
        char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        if (after == '"') {
          i++;
        } else if (after == ',' || after == '\n' || after == '\r') {
          quoted = false;
        } else {
          return opened;
        }
      }
    }
    return opened;
  }

  private static boolean isLineEnd(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }
}
