package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.validation.Fixtures;

/** Rain as plans and sites show it. */
class A31_RainTest {
  @TempDir Path folder;

  /** By terminal and slot the cells that are asked for, by name of column. */
  private static Map<String, Map<String, String>> plan(String scenario, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "plan";
    args[1] = scenario;
    args[2] = "--format";
    args[3] = "csv";
    System.arraycopy(more, 0, args, 4, more.length);
    Outcome outcome = Run.run(args);
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    List<String> lines = outcome.out().lines().toList();
    List<String> names = Arrays.asList(lines.getFirst().split(",", -1));
    Map<String, Map<String, String>> rows = new HashMap<>();
    int slot = -1;
    String start = "";
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      slot += cells[0].equals(start) ? 0 : 1;
      start = cells[0];
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < cells.length; k++) {
        row.put(names.get(k), cells[k]);
      }
      rows.put(cell(row, "terminal") + " " + slot, row);
    }
    return rows;
  }

  private static double number(@Nullable Map<String, String> row, String column) {
    return Double.parseDouble(cell(row, column));
  }

  private static String cell(@Nullable Map<String, String> row, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(row).get(column));
  }

  @Test
  void a01_theShippedRain() {
    String rain = Fixtures.scenarios().resolve("rain/rain.yaml").toString();
    Map<String, Map<String, String>> rows = plan(rain, "--slots", "6");
    @Nullable Map<String, String> berlin = rows.get("berlin 0");
    @Nullable Map<String, String> madrid = rows.get("madrid-1 0");
    assertThat(number(berlin, "rain_mm_per_h")).isEqualTo(20);
    assertThat(number(berlin, "rain_db")).isGreaterThan(9);
    assertThat(number(berlin, "down_mbps")).isLessThan(350);
    assertThat(number(berlin, "down_mbps")).isEqualTo(number(berlin, "link_down_mbps"));
    assertThat(number(berlin, "up_mbps")).isEqualTo(number(berlin, "link_up_mbps"));
    assertThat(number(madrid, "rain_mm_per_h")).isZero();
    assertThat(number(madrid, "rain_db")).isZero();
    assertThat(number(madrid, "down_mbps")).isGreaterThan(450);
    assertThat(number(rows.get("porto 0"), "rain_mm_per_h")).isBetween(30.0, 50.0);
  }

  @Test
  void a02_withoutABudgetThereIsNeitherLinkNorRain() {
    @Nullable Map<String, String> near = plan(Tiny.in(folder)).get("near 0");
    assertThat(cell(near, "link_down_mbps")).isEmpty();
    assertThat(cell(near, "rain_db")).isEmpty();
  }

  @Test
  void a03_rainComesAndGoes() {
    String file =
        Tiny.write(
            folder,
            "wet.yaml",
            Tiny.YAML
                + """
                radio: { budget: {} }
                weather:
                  rain:
                    - { latDeg: 0, lonDeg: 0, radiusKm: 20, mmPerH: 10, from: +15s, until: +30s }
                """);
    Map<String, Map<String, String>> rows = plan(file, "--slots", "3", "--terminal", "near");
    assertThat(number(rows.get("near 0"), "rain_db")).isZero();
    assertThat(number(rows.get("near 1"), "rain_mm_per_h")).isEqualTo(10);
    assertThat(number(rows.get("near 2"), "rain_db")).isZero();
    assertThat(number(rows.get("near 1"), "link_down_mbps"))
        .isLessThan(number(rows.get("near 0"), "link_down_mbps"));
    assertThat(number(rows.get("near 1"), "link_up_mbps"))
        .isLessThan(number(rows.get("near 0"), "link_up_mbps"));
  }

  @Test
  void a04_rainOverAGatewayIsFeltByThoseBehindIt() {
    String dry =
        Tiny.write(
            folder,
            "dry.yaml",
            Tiny.YAML + "radio: { budget: {}, feederMbps: 100, gatewayMbps: 1000 }\n");
    String wet =
        Tiny.write(
            folder,
            "wet.yaml",
            Tiny.YAML
                + "radio: { budget: {}, feederMbps: 100, gatewayMbps: 1000 }\n"
                + "weather: { rain: [{ latDeg: 0, lonDeg: 5, radiusKm: 20, mmPerH: 100 }] }\n");
    double dryMbps = number(plan(dry).get("near 0"), "down_mbps");
    @Nullable Map<String, String> near = plan(wet).get("near 0");
    assertThat(number(near, "rain_db")).isZero();
    assertThat(number(near, "down_mbps")).isLessThan(0.8 * dryMbps);
  }

  @Test
  void a05_aSiteSaysThatItRains() {
    String file =
        Tiny.write(
            folder,
            "wet.yaml",
            Tiny.YAML
                + "radio: { budget: {} }\n"
                + "weather: { rain: [{ latDeg: 0, lonDeg: 0, radiusKm: 30, mmPerH: 10 }] }\n");
    Outcome outcome =
        Run.run("site", "near", "--scenario", file, "--for", "1m", "--format", "table");
    assertThat(outcome.out()).as(outcome.err()).contains("10.0 mm/h, which takes ");
  }
}
