package org.orbweaver.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Whatever is written, a reader of the standard gets the same values back. */
class A03_CsvReadsBackTest {
  private static final String ALPHABET = "aZ9 ,\"'\n\r;|\t>\\{}é中🛰";

  private static final Sheet SHEET =
      new Sheet(
          "orbweaver.example/1",
          IntStream.range(0, 4).mapToObj(i -> Column.text("column_" + i, "text")).toList());

  @Test
  void anyTextSurvivesCsv() {
    for (int seed = 0; seed < 300; seed++) {
      List<List<String>> rows = rows(new Random(seed));
      List<List<String>> read = new ArrayList<>();
      for (CsvRecord row : CsvReader.builder().ofCsvRecord(write(Format.CSV, rows))) {
        read.add(row.getFields());
      }
      assertThat(read.subList(1, read.size())).as("seed %d", seed).isEqualTo(rows);
    }
  }

  @Test
  void anyTextSurvivesJson() {
    for (int seed = 0; seed < 300; seed++) {
      List<List<String>> rows = rows(new Random(seed));
      List<String> read = new ArrayList<>();
      try (JsonParser json =
          new JsonFactory().createParser(ObjectReadContext.empty(), write(Format.JSON, rows))) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token == JsonToken.VALUE_STRING) {
            read.add(json.getString());
          } else if (token == JsonToken.VALUE_NULL) {
            read.add("");
          }
        }
      }
      assertThat(read.subList(1, read.size()))
          .as("seed %d", seed)
          .isEqualTo(rows.stream().flatMap(List::stream).toList());
    }
  }

  private static List<List<String>> rows(Random random) {
    int[] letters = ALPHABET.codePoints().toArray();
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(row ->
            IntStream.range(0, 4)
                .mapToObj(column -> {
                  StringBuilder text = new StringBuilder();
                  for (int i = random.nextInt(6); i > 0; i--) {
                    text.appendCodePoint(letters[random.nextInt(letters.length)]);
                  }
                  return text.toString();
                })
                .toList())
        .toList();
  }

  private static String write(Format format, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (RowWriter writer = RowWriter.of(format, new PrintWriter(text), SHEET, false)) {
      for (List<String> row : rows) {
        row.forEach(writer::text);
        writer.endRow();
      }
    }
    return text.toString();
  }
}
