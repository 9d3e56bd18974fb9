package org.orbweaver.app.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Run;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.validation.Fixtures;

/** Measurements made up, and the published ones. */
class A02_ValidateCommandTest {
  @TempDir Path folder;

  private Outcome validate(String... more) {
    String[] args =
        Stream.concat(
                Stream.of(
                    "validate",
                    "--data",
                    folder.toString(),
                    "--slots",
                    "2",
                    "--scenario",
                    "hello",
                    "--start",
                    "2026-05-21T00:00:12Z"),
                Stream.of(more))
            .toArray(String[]::new);
    return Run.run(args);
  }

  @Test
  void a01_madeUpCountriesAndSitesAreComparedAndDrawn() throws IOException {
    Files.writeString(
        folder.resolve("country_latency_mine_2026-05.csv"),
        "iso_a3,latency_p50_ms\nDEU,28\nPRT,29\nSGP,28.5\nJPN,30\nQQQ,1\n");
    Files.writeString(
        folder.resolve("terminal_to_pop_rtt_mine.csv"),
        "site,lat,lon,pop,p5,p50,p95\nhome,50.1,8.7,Frankfurt,19,28,50\n");
    Path report = folder.resolve("page.md");
    Outcome outcome = validate("--report", report.toString(), "--fit");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    List<String> rows = outcome.out().lines().toList();
    assertThat(rows.getFirst()).isEqualTo("check,score,unit,rows,model,baseline,goal,better,met");
    assertThat(rows).hasSize(1 + 3 + 3);
    assertThat(outcome.err()).contains("fit: accessMedianMs");
    assertThat(report)
        .content()
        .contains("| DEU | ", "Left out, because no place is known there: QQQ.", "home p95")
        .doesNotContain("Marshall", "Seattle");
    assertThat(folder.resolve("img/validation-countries.svg")).content().contains("<circle");
    double mae = Double.parseDouble(rows.get(4).split(",")[4]);
    assertThat(mae).as(rows.get(4)).isLessThan(10);
  }

  @Test
  void a02_aFolderWithoutMeasurements() {
    assertThat(validate().exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("validate", "--data", folder.resolve("none").toString()).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void a03_aBrokenFileIsToldByItsLine() throws IOException {
    Files.writeString(folder.resolve("country_latency.csv"), "iso_a3,latency_p50_ms\nDEU,quick\n");
    Outcome outcome = validate();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains("country_latency.csv:2:5 latency_p50_ms: is \"quick\"");
  }

  @Test
  void a04_movingACountrysPopMovesItsDelay() throws IOException {
    Files.writeString(folder.resolve("country_latency.csv"), "iso_a3,latency_p50_ms\nDEU,28\n");
    Path near = folder.resolve("near.yaml");
    Path far = folder.resolve("far.yaml");
    String hello =
        Files.readString(Fixtures.scenarios().resolve("hello/hello.yaml"))
            .replace(
                "files: [gateways.csv]",
                "files: [\""
                    + Fixtures.scenarios().resolve("hello/gateways.csv").toAbsolutePath()
                    + "\"]");
    Files.writeString(near, hello);
    Files.writeString(
        far, hello + "routing: { homePop: { countries: [{ country: DE, pop: newyork }] } }\n");
    double nearMs = modelMs(near);
    double farMs = modelMs(far);
    assertThat(nearMs).isBetween(24.0, 36.0);
    // 6,200 km and back at the speed of light alone are 41 ms.
    assertThat(farMs - nearMs).isBetween(35.0, 90.0);
  }

  private double modelMs(Path scenario) throws IOException {
    Path page = folder.resolve("page.md");
    Outcome outcome =
        Run.run(
            "validate",
            "--data",
            folder.toString(),
            "--slots",
            "2",
            "--scenario",
            scenario.toString(),
            "--start",
            "2026-05-21T00:00:12Z",
            "--report",
            page.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    String row =
        Files.readString(page)
            .lines()
            .filter(line -> line.startsWith("| DEU |"))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(row.split("\\|")[2].strip());
  }

  @Test
  void a05_madeUpRatesByRainAreComparedAndFitted() throws IOException {
    Files.writeString(
        folder.resolve("wetlinks_rain_mine.csv"),
        """
        table,key,value,unit
        home_median_download_by_rain,0,200,Mbps
        home_median_download_by_rain,0-1 mm,180,Mbps
        home_median_download_by_rain,1-2 mm,165,Mbps
        home_median_download_by_rain,>5 mm,110,Mbps
        hourly_correction,0,-9.24,Mbps
        """);
    Path wet = folder.resolve("wet.yaml");
    Files.writeString(
        wet,
        Files.readString(Fixtures.scenarios().resolve("hello/hello.yaml"))
                .replace(
                    "files: [gateways.csv]",
                    "files: [\""
                        + Fixtures.scenarios().resolve("hello/gateways.csv").toAbsolutePath()
                        + "\"]")
            + "  budget: {}\n");
    Outcome outcome =
        Run.run(
            "validate",
            "--data",
            folder.toString(),
            "--slots",
            "1",
            "--scenario",
            wet.toString(),
            "--start",
            "2026-05-21T00:00:12Z",
            "--fit");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.err()).contains("fit: unexplainedRain { atOneDb: ");
    assertThat(value(outcome, "rain,share of bins of rain within 0.07,"))
        .isEqualTo(1, within(1e-9));
    assertThat(outcome.out()).doesNotContain("error of the mean over all rain");
  }

  @Test
  void a06_madeUpHoursAreComparedWhereLoadIsKnown() throws IOException {
    Files.writeString(
        folder.resolve("wetlinks_rain_mine.csv"),
        """
        table,key,value,unit
        home_median_download_by_rain,0,200,Mbps
        home_median_download_by_rain,0-1 mm,180,Mbps
        hourly_correction,5,-28,Mbps
        hourly_correction,20,35,Mbps
        hourly_correction,99,35,Mbps
        """);
    Path loaded = folder.resolve("loaded.yaml");
    Path scenarios = Fixtures.scenarios().toAbsolutePath();
    Files.writeString(
        loaded,
        Files.readString(scenarios.resolve("hello/hello.yaml"))
                .replace(
                    "files: [gateways.csv]",
                    "files: [\"" + scenarios.resolve("hello/gateways.csv") + "\"]")
            + "load: { subscribers: [\""
            + scenarios.resolve("tables/subscribers-2025-10.csv")
            + "\"] }\n");
    Outcome outcome =
        Run.run(
            "validate",
            "--data",
            folder.toString(),
            "--scenario",
            loaded.toString(),
            "--start",
            "2026-05-21T00:00:12Z");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).contains("hours,mean absolute error,,2,");
    assertThat(value(outcome, "hours,greatest error,")).isLessThan(0.1);
  }

  @Test
  void a07_madeUpGapsAreComparedWithTheProfileOfAnIdleTerminal() throws IOException {
    Path file = folder.resolve("isl_inactive_mine.csv");
    Files.writeString(
        file,
        """
        outage_start_utc,gap_ms
        2024-08-12T19:00:11.850Z,500
        2024-08-12T19:00:26.830Z,540
        2024-08-12T19:00:27.400Z,159
        """);
    Path page = folder.resolve("page.md");
    Outcome outcome = validate("--report", page.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out()).contains("gaps,\"mean length of a gap, difference\",ms,2,");
    assertThat(value(outcome, "gaps,\"mean length of a gap")).isLessThan(2);
    assertThat(value(outcome, "gaps,\"mean time by which a gap begins")).isLessThan(6);
    assertThat(value(outcome, "gaps,\"share of slots that begin with one")).isZero();
    assertThat(page).content().contains("1 gap that began in the first half of a slot");
    Files.writeString(file, "outage_start_utc,gap_ms\nat noon,500\n");
    Outcome wrong = validate();
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(wrong.err()).contains("isl_inactive_mine.csv:2:1 outage_start_utc: is \"at noon\"");
  }

  @Test
  void a08_severalFilesOfAKindAreToldApart() throws IOException {
    String gap = "outage_start_utc,gap_ms\n2024-08-12T19:00:11.850Z,500\n";
    Files.writeString(folder.resolve("isl_inactive_here.csv"), gap);
    Files.writeString(folder.resolve("isl_inactive_over there.csv"), gap);
    Outcome outcome = validate();
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out().lines().skip(1).map(line -> line.split(",")[0]).distinct())
        .containsExactly("gaps-here", "gaps-over-there");
  }

  @Test
  void b01_thePublishedMeasurements() {
    Path data = Fixtures.realData("calibration");
    Outcome outcome = Run.run("validate", "--data", data.toString(), "--slots", "4");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    assertThat(value(outcome, "countries,mean absolute error,")).isLessThan(4.3);
    assertThat(value(outcome, "countries,rank correlation (Spearman),")).isGreaterThan(0.87);
    assertThat(value(outcome, "download,median relative error of the median,")).isLessThan(0.1);
    assertThat(value(outcome, "download,rank correlation (Spearman),")).isGreaterThan(0.5);
    assertThat(value(outcome, "upload,median relative error of the median,")).isLessThan(0.15);
    assertThat(value(outcome, "upload,rank correlation (Spearman),")).isGreaterThan(0.4);
    assertThat(value(outcome, "sites,share of sites whose p50")).isEqualTo(1, within(1e-9));
    assertThat(value(outcome, "paths,share of pairs with the same")).isEqualTo(1, within(1e-9));
    assertThat(value(outcome, "paths,greatest difference")).isLessThan(0.002);
    assertThat(value(outcome, "rain,\"error of the mean over all rain")).isLessThan(0.03);
    assertThat(value(outcome, "rain,greatest error of a bin told")).isLessThan(0.12);
    assertThat(value(outcome, "hours,greatest error,")).isLessThan(0.03);
    assertThat(value(outcome, "gaps,\"mean length of a gap")).isLessThan(20);
    assertThat(value(outcome, "gaps,\"mean time by which a gap begins")).isLessThan(50);
  }

  @Test
  void b02_thePageInTheRepositoryIsWhatTheCommandWrites() throws IOException {
    Assumptions.assumeTrue(Boolean.getBoolean("orbweaver.full"), "only in the full verification");
    Path data = Fixtures.realData("calibration");
    Path page = folder.resolve("validation.md");
    Outcome outcome = Run.run("validate", "--data", data.toString(), "--report", page.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    Path doc = Path.of("..", "doc");
    assertThat(page)
        .as("orbweaver validate --data CALIBRATION --report doc/validation.md writes it again")
        .hasSameTextualContentAs(doc.resolve("validation.md"));
    try (Stream<Path> plots = Files.list(folder.resolve("img"))) {
      assertThat(plots)
          .hasSize(9)
          .allSatisfy(plot ->
              assertThat(plot)
                  .hasSameTextualContentAs(doc.resolve("img").resolve(plot.getFileName())));
    }
  }

  private static double value(Outcome outcome, String begin) {
    return outcome
        .out()
        .lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",")[4])
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow();
  }
}
