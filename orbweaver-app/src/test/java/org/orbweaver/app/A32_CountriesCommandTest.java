package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.validation.Fixtures;

/** What countries may expect. */
class A32_CountriesCommandTest {
  @TempDir Path folder;

  /** By country the cells of its row, by name of column. */
  private static Map<String, Map<String, String>> rows(Outcome outcome) {
    List<String> lines = outcome.out().lines().toList();
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < cells.length; k++) {
        row.put(names.get(k), cells[k]);
      }
      rows.put(cells[0], row);
    }
    return rows;
  }

  private static String cell(Map<String, Map<String, String>> rows, String country, String column) {
    Map<String, String> row = Objects.requireNonNull(rows.get(country), country);
    return Objects.requireNonNull(row.get(column), column);
  }

  private static double number(
      Map<String, Map<String, String>> rows, String country, String column) {
    return Double.parseDouble(cell(rows, country, column));
  }

  @Test
  void a01_delaysAndRatesRiseFromQuantileToQuantile() {
    String scenario = Fixtures.scenarios().resolve("starlink-like/starlink-like.yaml").toString();
    Outcome outcome =
        Run.run(
            "countries",
            scenario,
            "--start",
            "2026-05-21T00:00:12Z",
            "--country",
            "de",
            "--country",
            "KEN",
            "--country",
            "DE",
            "--slots",
            "1",
            "--format",
            "csv");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    Map<String, Map<String, String>> rows = rows(outcome);
    assertThat(rows).containsOnlyKeys("DE", "KE");
    assertThat(cell(rows, "KE", "name")).isEqualTo("Kenya");
    assertThat(cell(rows, "KE", "home_pops")).isEqualTo("nairobi");
    assertThat(number(rows, "DE", "served_percent")).isEqualTo(100);
    for (String country : List.of("DE", "KE")) {
      for (List<String> rising :
          List.of(
              List.of("rtt_p05_ms", "rtt_p20_ms", "rtt_p50_ms", "rtt_p80_ms", "rtt_p95_ms"),
              List.of("download_p20_mbps", "download_p50_mbps", "download_p80_mbps"),
              List.of("upload_p20_mbps", "upload_p50_mbps", "upload_p80_mbps"))) {
        assertThat(rising.stream().mapToDouble(column -> number(rows, country, column)).toArray())
            .as(country + " " + rising)
            .isSorted();
      }
    }
    assertThat(number(rows, "DE", "rtt_p50_ms")).isBetween(22.0, 36.0);
  }

  @Test
  void a02_whereNobodyIsServed() {
    Outcome outcome =
        Run.run("countries", Tiny.in(folder), "--country", "NZ", "--format", "csv", "--slots", "1");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.NO);
    assertThat(number(rows(outcome), "NZ", "served_percent")).isZero();
    assertThat(cell(rows(outcome), "NZ", "rtt_p50_ms")).isEmpty();
    assertThat(cell(rows(outcome), "NZ", "download_p50_mbps")).isEmpty();
  }

  @Test
  void a03_aCodeThatIsNone() {
    Outcome outcome = Run.run("countries", Tiny.in(folder), "--country", "Kenya");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("there is no country 'Kenya'");
  }
}
