package org.orbweaver.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * A table with a header: cells as text, stripped of blanks around them. Empty lines are left out.
 */
public final class CsvTable {
  private final String file;
  private final String text;
  private final List<String> header;
  private final int headerLine;
  private final List<CsvRecord> rows;
  private int @Nullable [] lineStarts;

  private CsvTable(
      String file, String text, List<String> header, int headerLine, List<CsvRecord> rows) {
    this.file = file;
    this.text = text;
    this.header = header;
    this.headerLine = headerLine;
    this.rows = rows;
  }

  /** Reads a table; null where its syntax is broken or it has no header, which is then reported. */
  public static @Nullable CsvTable read(String text, String file, Problems problems) {
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      reader.forEach(rows::add);
    } catch (CsvParseException | java.io.IOException e) {
      int[] at = CsvScan.unreadable(text);
      problems.add(
          file,
          at[0],
          at[1],
          "csv",
          "has a quote that is not closed, or text after a closing one",
          "quotes around the whole cell, doubled inside it");
      return null;
    }
    if (rows.isEmpty()) {
      problems.add(file, 1, 1, "header", "is missing", "names of columns in the first line");
      return null;
    }
    CsvRecord first = rows.removeFirst();
    List<String> header = first.getFields().stream().map(String::strip).toList();
    int headerLine = (int) first.getStartingLineNumber();
    if (header.size() == 1
        && (header.getFirst().contains(";") || header.getFirst().contains("\t"))) {
      boolean tab = header.getFirst().contains("\t");
      problems.add(
          file,
          headerLine,
          1,
          "header",
          "separates columns by " + (tab ? "tabs" : "semicolons"),
          "commas");
      return null;
    }
    return new CsvTable(file, text, header, headerLine, rows);
  }

  public List<String> header() {
    return header;
  }

  public int rows() {
    return rows.size();
  }

  /** How many cells a row has, which may differ from the header. */
  public int cells(int row) {
    return rows.get(row).getFieldCount();
  }

  /** Text of a cell; empty where the row has no such cell. */
  public String cell(int row, int column) {
    CsvRecord cells = rows.get(row);
    return column < cells.getFieldCount() ? cells.getField(column).strip() : "";
  }

  /** Where a column's name stands. */
  public Place headerPlace(int column) {
    return placeInLine(headerLine, column);
  }

  /** Where a cell stands; its key is the column's name. */
  public Place place(int row, int column) {
    return placeInLine((int) rows.get(row).getStartingLineNumber(), column);
  }

  /** Reports a row whose cells are more or fewer than the columns; true where it is such. */
  public boolean isRagged(int row, Problems problems) {
    if (cells(row) == header.size()) {
      return false;
    }
    Place place = place(row, 0);
    problems.add(
        new Place(file, place.line(), 1, "row")
            .problem(
                "has " + Words.count(cells(row), "cell"), header.size() + " as the header has"));
    return true;
  }

  private Place placeInLine(int line, int column) {
    if (lineStarts == null) {
      lineStarts = CsvScan.lineStarts(text);
    }
    int[] at = CsvScan.place(text, lineStarts[Math.min(line, lineStarts.length) - 1], column);
    String key = column < header.size() ? Words.oneLine(header.get(column)) : "row";
    return new Place(file, line + at[0], at[1], key);
  }
}
