package org.orbweaver.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;

/** Cells and where they stand. */
class C01_CsvTableTest {
  private final Problems problems = new Problems();

  @Test
  void cellsAreStrippedAndQuotesUndone() {
    CsvTable table = table("name, note\n berlin ,\"a \"\"b\"\", c\"\n\nporto,\n");
    assertThat(table.header()).containsExactly("name", "note");
    assertThat(cells(table)).isEqualTo(List.of("berlin|a \"b\", c", "porto|"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyCellKnowsItsPlace(String end) {
    CsvTable table =
        table(String.join(end, "", "name,note,x", "a,\"two", "lines, 1\",7", "", "é😀,\"n\",8"));
    assertThat(places(table, 0)).containsExactly("3:1 name", "3:3 note", "4:11 x");
    assertThat(places(table, 1)).containsExactly("6:1 name", "6:4 note", "6:8 x");
    assertThat(table.headerPlace(1)).isEqualTo(new Place("t.csv", 2, 6, "note"));
  }

  @Test
  void aQuoteInsideACellIsItself() {
    CsvTable table = table("name,note,x\n2\" pipe,a,b\n\"q\"\"\",\"\"\"\",b\n");
    assertThat(cells(table)).isEqualTo(List.of("2\" pipe|a", "q\"|\""));
    assertThat(places(table, 0)).containsExactly("2:1 name", "2:9 note", "2:11 x");
    assertThat(places(table, 1)).containsExactly("3:1 name", "3:7 note", "3:12 x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b\\n1,\"2\\n3,4|2:3 csv: has a quote that is not closed, or text after a closing one; quotes"
            + " around the whole cell, doubled inside it",
        "a,b\\n1,\"2\"x\\n|2:3 csv: has a quote that is not closed, or text after a closing one; quotes"
            + " around the whole cell, doubled inside it",
        "''|1:1 header: is missing; names of columns in the first line",
        "\\n\\n|1:1 header: is missing; names of columns in the first line",
        "name;lat;lon\\na;1;2|1:1 header: separates columns by semicolons; commas",
        "\\nname\\tlat\\n|2:1 header: separates columns by tabs; commas",
      })
  void whatIsNoTableIsRefused(String text, String problem) {
    assertThat(CsvTable.read(text.replace("\\n", "\n").replace("\\t", "\t"), "t.csv", problems))
        .isNull();
    assertThat(lines(problems.list())).isEqualTo("t.csv:" + problem + "\n");
  }

  private CsvTable table(String text) {
    return Objects.requireNonNull(CsvTable.read(text, "t.csv", problems));
  }

  private static List<String> cells(CsvTable table) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(table.cell(row, 0) + "|" + table.cell(row, 1));
    }
    return rows;
  }

  private static List<String> places(CsvTable table, int row) {
    List<String> places = new ArrayList<>();
    for (int column = 0; column < 3; column++) {
      Place place = table.place(row, column);
      places.add(place.line() + ":" + place.column() + " " + place.key());
    }
    return places;
  }
}
