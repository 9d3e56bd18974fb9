package org.orbweaver.format.elements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.format.csv.CsvTable;
import org.orbweaver.format.problem.Problems;

/** OMM as a table, one object a row, columns named as in JSON. */
final class OmmCsvReader {
  private OmmCsvReader() {}

  /**
   * The usable records.
   *
   * @param skipped takes the rows that are left out
   * @param problems takes what makes the whole table unusable
   */
  static List<MeanElements> read(String text, String file, Problems skipped, Problems problems) {
    CsvTable table = CsvTable.read(text, file, problems);
    if (table == null) {
      return List.of();
    }
    @Nullable OmmField[] fields = new @Nullable OmmField[table.header().size()];
    int[] columnOf = new int[OmmField.count()];
    Arrays.fill(columnOf, -1);
    for (int column = 0; column < fields.length; column++) {
      OmmField field = OmmField.of(table.header().get(column));
      fields[column] = field;
      if (field != null && columnOf[field.ordinal()] >= 0) {
        problems.add(table.headerPlace(column).problem("is given twice", "one such column"));
      } else if (field != null) {
        columnOf[field.ordinal()] = column;
      }
    }
    for (int i = 0; i < OmmField.count(); i++) {
      if (columnOf[i] < 0 && OmmField.at(i).required) {
        problems.add(file, 1, 1, OmmField.at(i).name(), "is missing", "a column of that name");
      }
    }
    List<MeanElements> elements = new ArrayList<>();
    OmmRecord record = new OmmRecord();
    for (int row = 0; row < table.rows() && problems.isEmpty(); row++) {
      if (table.isRagged(row, skipped)) {
        continue;
      }
      record.clear();
      for (int column = 0; column < fields.length; column++) {
        OmmField field = fields[column];
        if (field != null) {
          record.set(field, table.cell(row, column));
        }
      }
      int at = row;
      MeanElements set =
          record.elements(f -> table.place(at, Math.max(0, columnOf[f.ordinal()])), skipped);
      if (set != null) {
        elements.add(set);
      }
    }
    return elements;
  }
}
