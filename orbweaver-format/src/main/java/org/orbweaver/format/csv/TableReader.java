package org.orbweaver.format.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.KeyShape.Kind;
import org.orbweaver.format.shape.RecordShape;
import org.orbweaver.format.shape.Scalars;

/**
 * Records from a table: a column for each key of the record, in snake_case, in any order. Columns
 * of optional keys may be left out, their cells left empty. The columns {@code source} and {@code
 * note} are for the reader and are passed over.
 */
public final class TableReader<R extends Record> {
  /** Columns that every table may have. */
  public static final List<String> PASSED_OVER = List.of("source", "note");

  private static final int LIMIT_BYTES = 64 << 20;
  private static final int MOST_ROWS = 1_000_000;

  private final Class<R> type;
  private final List<KeyShape> keys;
  private final CsvTable table;
  private final Problems problems;
  private final int[] columnOfKey;

  private TableReader(Class<R> type, CsvTable table, Problems problems) {
    this.type = type;
    this.keys = RecordShape.of(type).keys();
    this.table = table;
    this.problems = problems;
    this.columnOfKey = new int[keys.size()];
    Arrays.fill(columnOfKey, -1);
  }

  /** Reads a table file; null where it cannot be used at all, which is then reported. */
  public static <R extends Record> @Nullable List<Located<R>> read(
      Path file, String shownAs, Class<R> type, Problems problems) {
    String text = Text.read(file, shownAs, LIMIT_BYTES, problems);
    return text == null ? null : read(text, shownAs, type, problems);
  }

  /** Reads the text of a table; see {@link #read(Path, String, Class, Problems)}. */
  public static <R extends Record> @Nullable List<Located<R>> read(
      String text, String shownAs, Class<R> type, Problems problems) {
    CsvTable table = CsvTable.read(text, shownAs, problems);
    if (table == null) {
      return null;
    }
    if (table.rows() > MOST_ROWS) {
      problems.add(shownAs, 1, 1, "file", "has " + table.rows() + " rows", "at most " + MOST_ROWS);
      return null;
    }
    TableReader<R> reader = new TableReader<>(type, table, problems);
    return reader.header() ? reader.rows() : null;
  }

  /** Names of the columns that hold the keys of a record. */
  public static List<String> columns(Class<? extends Record> type) {
    return RecordShape.of(type).keys().stream().map(KeyShape::column).toList();
  }

  private boolean header() {
    int before = problems.count();
    List<String> known = new ArrayList<>(columns(type));
    known.addAll(PASSED_OVER);
    Set<String> seen = new TreeSet<>();
    for (int column = 0; column < table.header().size(); column++) {
      String name = table.header().get(column);
      Place place = table.headerPlace(column);
      if (!known.contains(name)) {
        String meant = Words.nearest(name, known);
        problems.add(
            place.problem(
                name.isEmpty() ? "a column has no name" : "is not a column of this table",
                meant == null
                    ? "one of " + String.join(", ", known)
                    : "did you mean " + meant + "?"));
      } else if (!seen.add(name)) {
        problems.add(place.problem("is given twice", "one such column"));
      } else if (known.indexOf(name) < keys.size()) {
        columnOfKey[known.indexOf(name)] = column;
      }
    }
    boolean namesHold = problems.count() == before;
    for (int k = 0; k < keys.size(); k++) {
      if (columnOfKey[k] < 0 && keys.get(k).required() && namesHold) {
        Place header = table.headerPlace(0);
        problems.add(
            new Place(header.file(), header.line(), 1, keys.get(k).column())
                .problem("is missing", "a column with this name"));
      }
    }
    return problems.count() == before;
  }

  private List<Located<R>> rows() {
    List<Located<R>> located = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (isEmpty(row) || table.isRagged(row, problems)) {
        continue;
      }
      @Nullable Object[] values = new Object[keys.size()];
      boolean whole = true;
      for (int k = 0; k < values.length; k++) {
        values[k] = value(row, k);
        whole &= values[k] != null || keys.get(k).nullable();
      }
      if (whole) {
        R record = type.cast(RecordShape.of(type).make(values));
        int at = row;
        located.add(new Located<>(record, key -> place(at, key)));
      }
    }
    return located;
  }

  private @Nullable Object value(int row, int k) {
    KeyShape key = keys.get(k);
    int column = columnOfKey[k];
    String text = column < 0 ? "" : table.cell(row, column);
    if (text.isEmpty()) {
      if (key.required()) {
        problems.add(table.place(row, column).problem("is empty", key.expected()));
      }
      return key.hasDefault() ? Scalars.parse(key, key.key().byDefault()) : null;
    }
    Object value = Scalars.parse(key, text);
    String fault = value == null ? "is " + Words.quote(text) : Scalars.fault(key, value);
    if (fault != null) {
      boolean comma = key.kind() != Kind.TEXT && text.contains(",");
      problems.add(
          table
              .place(row, column)
              .problem(fault, key.expected() + (comma ? ", with a decimal point" : "")));
    }
    return value;
  }

  private Place place(int row, String key) {
    for (int k = 0; k < columnOfKey.length; k++) {
      if (keys.get(k).name().equals(key) && columnOfKey[k] >= 0) {
        return table.place(row, columnOfKey[k]);
      }
    }
    return table.place(row, 0);
  }

  private boolean isEmpty(int row) {
    for (int column = 0; column < table.cells(row); column++) {
      if (!table.cell(row, column).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
