package org.orbweaver.app.output;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows, cell after cell in the order of the columns. Rows leave as they come, so that a
 * result of any length needs no memory.
 */
public abstract class RowWriter implements AutoCloseable {
  final PrintWriter out;
  final Sheet sheet;
  private int column;

  RowWriter(PrintWriter out, Sheet sheet) {
    this.out = out;
    this.sheet = sheet;
  }

  /**
   * A writer that has already begun.
   *
   * @param colour whether a table may emphasise its header
   */
  public static RowWriter of(Format format, PrintWriter out, Sheet sheet, boolean colour) {
    return switch (format) {
      case TABLE -> new TableWriter(out, sheet, colour);
      case CSV -> new CsvWriter(out, sheet);
      case JSON -> new JsonWriter(out, sheet);
    };
  }

  /** A cell of text; empty for null. */
  public RowWriter text(@Nullable String text) {
    return put(text == null || text.isEmpty() ? null : text, true);
  }

  /** A cell with a number of 0 to 6 decimals; empty where it is not finite. */
  public RowWriter number(double value, int decimals) {
    return put(Double.isFinite(value) ? Decimals.format(value, decimals) : null, false);
  }

  /** A cell with a whole number. */
  public RowWriter number(long value) {
    return put(Long.toString(value), false);
  }

  /** A cell with {@code true} or {@code false}. */
  public RowWriter flag(boolean value) {
    return put(Boolean.toString(value), false);
  }

  /** So many empty cells. */
  public RowWriter empty(int cells) {
    for (int i = 0; i < cells; i++) {
      put(null, false);
    }
    return this;
  }

  /** Ends the row. */
  public void endRow() {
    if (column != sheet.columns().size()) {
      throw new IllegalStateException(
          "row of " + column + " cells, columns are " + sheet.columns().size());
    }
    column = 0;
    rowEnd();
  }

  /** Hands to the reader what has been written so far. */
  public void flush() {
    out.flush();
  }

  /** Ends the result. */
  @Override
  public void close() {
    finish();
    out.flush();
  }

  /** Writes one cell; null is an empty one. */
  abstract void cell(int index, @Nullable String text, boolean quoted);

  abstract void rowEnd();

  abstract void finish();

  private RowWriter put(@Nullable String text, boolean quoted) {
    if (column == sheet.columns().size()) {
      throw new IllegalStateException("more cells than columns in " + sheet.format());
    }
    cell(column++, text, quoted);
    return this;
  }
}
