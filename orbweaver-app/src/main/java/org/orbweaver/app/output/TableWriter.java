package org.orbweaver.app.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Words;

/**
 * Aligned columns. The widths are those of the first {@value #LOOK_AHEAD} rows; a later cell that
 * is wider pushes its row to the right.
 */
final class TableWriter extends RowWriter {
  private static final int LOOK_AHEAD = 500;
  private static final String BOLD = "\033[1m";
  private static final String PLAIN = "\033[0m";

  private final boolean colour;
  private final int[] width;
  private @Nullable List<String[]> waiting = new ArrayList<>();
  private String[] row;

  TableWriter(PrintWriter out, Sheet sheet, boolean colour) {
    super(out, sheet);
    this.colour = colour;
    int columns = sheet.columns().size();
    row = new String[columns];
    width = new int[columns];
    for (int i = 0; i < columns; i++) {
      width[i] = sheet.columns().get(i).name().length();
    }
  }

  @Override
  void cell(int index, @Nullable String text, boolean quoted) {
    row[index] = text == null ? "" : Words.oneLine(text);
  }

  @Override
  void rowEnd() {
    if (waiting == null) {
      out.write(line(row) + '\n');
      return;
    }
    for (int i = 0; i < row.length; i++) {
      width[i] = Math.max(width[i], length(row[i]));
    }
    waiting.add(row);
    row = new String[row.length];
    if (waiting.size() == LOOK_AHEAD) {
      release(waiting);
    }
  }

  @Override
  void finish() {
    if (waiting != null) {
      release(waiting);
    }
  }

  private void release(List<String[]> rows) {
    waiting = null;
    String header = line(sheet.columns().stream().map(Column::name).toArray(String[]::new));
    out.write((colour ? BOLD + header + PLAIN : header) + '\n');
    rows.forEach(cells -> out.write(line(cells) + '\n'));
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      char[] space = new char[Math.max(0, width[i] - length(cells[i]))];
      Arrays.fill(space, ' ');
      line.append(i > 0 ? "  " : "");
      if (sheet.columns().get(i).kind() == Column.Kind.NUMBER) {
        line.append(space).append(cells[i]);
      } else {
        line.append(cells[i]).append(space);
      }
    }
    return line.toString().stripTrailing();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
