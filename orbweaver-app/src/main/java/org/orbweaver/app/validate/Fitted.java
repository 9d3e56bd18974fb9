package org.orbweaver.app.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;

/** The fitted numbers of delay and load, as they are shipped, with their sources. */
public final class Fitted {
  private static final List<String> FILES = List.of("fitted-delay.csv", "fitted-load.csv");

  /** A line of the table; its source is in the file. */
  public record Row(
      @Key(value = "Key of the scenario, or of this table alone.") String name,
      @Key(value = "The number.", min = -1e9, max = 1e9) double value,
      @Key(value = "Its unit.") @Nullable String unit,
      @Key(value = "How it was fitted.") @Nullable String how) {}

  private Fitted() {}

  /** Every row. */
  public static List<Row> rows() {
    return FILES.stream().flatMap(file -> rows(file).stream()).toList();
  }

  private static List<Row> rows(String file) {
    try (InputStream in = Fitted.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      Problems problems = new Problems();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Located<Row>> rows = TableReader.read(text, file, Row.class, problems);
      if (rows == null || !problems.isEmpty()) {
        throw new IllegalStateException(problems.list().toString());
      }
      return rows.stream().map(Located::value).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number by its name. */
  static double value(String name) {
    return rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not in " + FILES))
        .value();
  }
}
