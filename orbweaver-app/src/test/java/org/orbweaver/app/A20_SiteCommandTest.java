package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

class A20_SiteCommandTest {
  private static final Path SCENARIOS =
      Objects.requireNonNull(Path.of("").toAbsolutePath().getParent()).resolve("scenarios");

  /** Ten satellites above the equator without lasers: they come and go. */
  private static final String SPARSE =
      Tiny.YAML
          .replace("perPlane: 40", "perPlane: 10")
          .replace("lasers:\n  - { constellation: ring }\n", "");

  @TempDir Path folder;
  private String tiny = "";

  @BeforeEach
  void writeScenario() {
    tiny = Tiny.in(folder);
  }

  private static List<NamedCsvRecord> rows(String... args) {
    Outcome outcome = Run.run(args);
    assertThat(outcome.err()).as(String.join(" ", args)).isEmpty();
    List<NamedCsvRecord> rows = new ArrayList<>();
    CsvReader.builder().ofNamedCsvRecord(outcome.out()).forEach(rows::add);
    return rows;
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  /** What {@code site} says of a terminal follows from what {@code plan} says of its slots. */
  private static void agree(NamedCsvRecord site, List<NamedCsvRecord> plan) {
    assertThat(number(site, "slots")).isEqualTo(plan.size());
    NamedCsvRecord first = plan.getFirst();
    assertThat(site.getField("start_utc")).isEqualTo(first.getField("slot_start_utc"));
    assertThat(site.getField("now_state")).isEqualTo(first.getField("state"));
    for (String column :
        List.of(
            "reason",
            "satellite",
            "gateway",
            "pop",
            "isl_hops",
            "elevation_deg",
            "azimuth_deg",
            "rtt_ms",
            "down_mbps",
            "up_mbps")) {
      assertThat(site.getField("now_" + column)).as(column).isEqualTo(first.getField(column));
    }
    List<NamedCsvRecord> served =
        plan.stream().filter(row -> row.getField("state").equals("served")).toList();
    assertThat(number(site, "availability_percent"))
        .isCloseTo(100.0 * served.size() / plan.size(), within(1e-4));
    double[] rtt = served.stream().mapToDouble(row -> number(row, "rtt_ms")).sorted().toArray();
    if (rtt.length > 0) {
      assertThat(number(site, "min_rtt_ms")).isCloseTo(rtt[0], within(1e-3));
      assertThat(number(site, "median_rtt_ms"))
          .isCloseTo(rtt[(rtt.length + 1) / 2 - 1], within(1e-3));
      assertThat(number(site, "max_rtt_ms")).isCloseTo(rtt[rtt.length - 1], within(1e-3));
      assertThat(number(site, "min_down_mbps"))
          .isCloseTo(
              served.stream().mapToDouble(row -> number(row, "down_mbps")).min().orElseThrow(),
              within(1e-3));
    }
    assertThat(number(site, "handovers"))
        .isEqualTo(
            (double) plan.stream().filter(row -> row.getField("handover").equals("true")).count());
  }

  @Test
  void ofAScenariosTerminalItSaysWhatThePlanSays() {
    for (String terminal : List.of("near", "far", "polar", "hub")) {
      List<NamedCsvRecord> site = rows("site", terminal, "--scenario", tiny, "--for", "10m");
      agree(site.getFirst(), rows("plan", tiny, "--slots", "40", "--terminal", terminal));
    }
  }

  @Test
  void ofANewPlaceItSaysWhatThePlanSaysOfATerminalThere() throws IOException {
    String hello = Files.readString(SCENARIOS.resolve("hello/hello.yaml"));
    Files.copy(SCENARIOS.resolve("hello/gateways.csv"), folder.resolve("gateways.csv"));
    String with =
        Tiny.write(
            folder,
            "with.yaml",
            hello.replace(
                "\nradio:", "    - { name: kyiv, latDeg: 50.45, lonDeg: 30.52 }\n\nradio:"));
    String without = Tiny.write(folder, "without.yaml", hello);
    String start = "2026-05-21T00:00:12Z";
    NamedCsvRecord site =
        rows("site", "50.45,30.52", "--scenario", without, "--start", start, "--for", "10m")
            .getFirst();
    agree(site, rows("plan", with, "--start", start, "--slots", "40", "--terminal", "kyiv"));
  }

  @Test
  void whatWasOutOfServiceIsNamedBesideTheReason() {
    String out =
        Tiny.write(
            folder,
            "out.yaml",
            Tiny.YAML + "outages: [{ out: ['gateway:*'], from: +1m, until: +2m }]\n");
    Outcome outcome =
        Run.run("site", "near", "--scenario", out, "--for", "5m", "--format", "table");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains("Out of service meanwhile: gateway:*. ")
        .contains("what helps Repair of what is out of service, where that is the cause. ");
    assertThat(
            Run.run("site", "near", "--scenario", tiny, "--format", "table", "--for", "5m").out())
        .doesNotContain("Out of service");
  }

  @Test
  void outagesAreTheRunsOfUnservedSlots() {
    String sparse = Tiny.write(folder, "sparse.yaml", SPARSE);
    List<NamedCsvRecord> plan = rows("plan", sparse, "--slots", "400", "--terminal", "near");
    List<String> expected = new ArrayList<>();
    for (int k = 0; k < plan.size(); k++) {
      boolean unserved = plan.get(k).getField("state").equals("unserved");
      if (unserved && (k == 0 || plan.get(k - 1).getField("state").equals("served"))) {
        expected.add(plan.get(k).getField("slot_start_utc"));
      }
    }
    List<NamedCsvRecord> outages =
        rows("site", "near", "--scenario", sparse, "--for", "100m", "--outages");
    assertThat(outages.stream().map(row -> row.getField("start_utc")))
        .hasSizeGreaterThan(3)
        .containsExactlyElementsOf(expected);
    NamedCsvRecord site = rows("site", "near", "--scenario", sparse, "--for", "100m").getFirst();
    agree(site, plan);
    assertThat(number(site, "outages")).isEqualTo(outages.size());
    NamedCsvRecord worst =
        outages.stream()
            .reduce((a, b) -> number(b, "seconds") > number(a, "seconds") ? b : a)
            .orElseThrow();
    assertThat(number(site, "worst_gap_s")).isEqualTo(number(worst, "seconds"));
    assertThat(site.getField("worst_gap_start_utc")).isEqualTo(worst.getField("start_utc"));
    assertThat(number(site, "outage_s"))
        .isEqualTo(outages.stream().mapToDouble(row -> number(row, "seconds")).sum());
    assertThat(outages).filteredOn(row -> row.getField("cut").equals("true")).hasSizeBetween(0, 2);
  }

  @Test
  void sharesAddUpToAllSlots() {
    String sparse = Tiny.write(folder, "sparse.yaml", SPARSE);
    List<NamedCsvRecord> shares =
        rows("site", "near", "--scenario", sparse, "--for", "100m", "--shares");
    for (String kind : List.of("satellite", "gateway", "pop")) {
      double percent =
          shares.stream()
              .filter(
                  row -> row.getField("kind").equals(kind) || row.getField("kind").equals("reason"))
              .mapToDouble(row -> number(row, "percent"))
              .sum();
      assertThat(percent).as(kind).isCloseTo(100, within(0.01));
    }
  }

  @Test
  void theReportSaysWhyThereIsNoServiceAndWhatHelps_inAHundredColumns() {
    Outcome outcome =
        Run.within()
            .onTerminal()
            .variable("NO_COLOR", "1")
            .command("site", "80,0", "--name", "polar site", "--scenario", tiny, "--for", "1m");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(outcome.out())
        .isEqualTo(
            """
            site          polar site
            place         80.00° N, 0.00° E
            planned       2026-05-21 00:00:12 to 2026-05-21 00:01:12 UTC, 4 slots

            now           unserved: NO_SATELLITE_IN_VIEW
              in view     0 satellites, 0 may serve

            availability  0 %
            outages       1, together 1 min; the longest at least 1 min from 2026-05-21 00:00:12
            round trip    –
            down          –
            up            –
            in view       min 0, median 0, max 0
            handovers     0, the gateway never changed
            satellites    –
            gateways      –
            PoPs          –

            no service    NO_SATELLITE_IN_VIEW, 100 %
              why         No satellite stands as high as the elevation mask of 25°. With this mask the
                          satellites serve up to 8.5° of latitude; the site is at 80.0°.
              what helps  Satellites of a higher inclination, or a lower mask.
            """);
    assertThat(outcome.out().lines().mapToInt(String::length)).allMatch(length -> length <= 100);
  }

  @Test
  void aPlaceFarFromEveryGatewayIsToldHowFar() {
    String bent = Tiny.write(folder, "bent.yaml", SPARSE.replace("perPlane: 10", "perPlane: 40"));
    Outcome outcome =
        Run.within()
            .onTerminal()
            .variable("NO_COLOR", "1")
            .command("site", "far", "--scenario", bent, "--for", "1m");
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains(
            "no service NO_GATEWAY_REACHABLE, 100 % why Satellites are in view, but none that may"
                + " be used reaches a gateway with a free antenna, and the network has no lasers."
                + " The nearest gateway, gate, is 3892 km away; one satellite joins places up to"
                + " 1900 km apart. what helps A gateway nearer, or satellites with lasers.");
  }

  @Test
  void severalSitesAreATable_andTheOrderIsThatOfTheQuestion() throws IOException {
    Path table = folder.resolve("sites.csv");
    Files.writeString(table, "name,lat_deg,lon_deg\none,0,1\naway,0,39\n");
    Outcome outcome =
        Run.within()
            .onTerminal()
            .variable("NO_COLOR", "1")
            .command("site", "-1.5,12", table.toString(), "hub", "--scenario", tiny, "--for", "1m");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out().lines().map(line -> line.split(" ")[0]))
        .containsExactly("site", "-1.5,12", "one", "away", "hub");
    assertThat(outcome.out().lines().mapToInt(String::length)).allMatch(length -> length <= 100);
  }

  @Test
  void anAddedSiteSharesTheNetwork() {
    String narrow = Tiny.write(folder, "narrow.yaml", Tiny.YAML + "radio: { beamDownMbps: 300 }\n");
    NamedCsvRecord beside = rows("site", "0,0", "--scenario", narrow, "--for", "15s").getFirst();
    assertThat(number(beside, "now_down_mbps")).isEqualTo(150);
  }

  @Test
  void wrongQuestionsAreToldBeforeAnythingIsPlanned() {
    String[][] wrong = {
      {"--scenario", tiny},
      {"nowhere", "--scenario", tiny},
      {"0,0", "--for", "0s", "--scenario", tiny},
      {"0,0", "--outages", "--shares", "--scenario", tiny},
      {"0,0", "--html", folder.toString(), "--scenario", tiny},
      {"0,0", "--html", folder.resolve("none/page.html").toString(), "--scenario", tiny},
      {"0,0", "--for", "36500d", "--scenario", tiny}
    };
    for (String[] args : wrong) {
      String[] command =
          java.util.stream.Stream.concat(java.util.stream.Stream.of("site"), Arrays.stream(args))
              .toArray(String[]::new);
      Outcome outcome = Run.run(command);
      assertThat(outcome.exitCode()).as(String.join(" ", args)).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).isNotBlank();
    }
    assertThat(Run.run("site", "0,0", "--scenario", "nowhere").exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aPlaceTakesNoTerminalsName() throws IOException {
    String name = "near";
    Path table = folder.resolve("sites.csv");
    Files.writeString(table, "name,lat_deg,lon_deg\n" + name + ",1,2\n");
    for (List<String> place : List.of(List.of("0,1", "--name", name), List.of(table.toString()))) {
      List<String> words = new ArrayList<>(List.of("site", "--scenario", tiny, "--for", "15s"));
      words.addAll(place);
      Outcome outcome = Run.run(words.toArray(String[]::new));
      assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().lines())
          .containsExactly(
              "orbweaver: \"" + name + "\" is the name of one of the scenario's terminals",
              "Give the place another name, or ask for that terminal by its name alone.");
    }
  }
}
