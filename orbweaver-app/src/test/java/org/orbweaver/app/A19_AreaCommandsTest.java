package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** Areas and licences on the command line, and a plan that obeys them. */
class A19_AreaCommandsTest {
  @TempDir private Path folder = Path.of("");
  private String scenario = "";

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("tiny.yaml");
    Files.writeString(
        file,
        Tiny.YAML
            + """
            areas:
              - { name: here, circle: { latDeg: 0, lonDeg: 0, radiusKm: 300 } }
            decisions:
              - { name: dark, effect: restrict, area: here, from: +15s }
              - { name: lit, effect: enable, from: +0s }
            """);
    scenario = file.toString();
  }

  @Test
  void a01_areasAreListedAndShown() {
    assertThat(Run.run("area", "list", scenario, "--format", "csv").out())
        .startsWith("area,parent,area_km2,")
        .contains("\nhere,,28");
    Outcome shown = Run.run("area", "show", scenario, "here");
    assertThat(shown.out()).startsWith("{\"coordinates\":[[[[0,").endsWith("\"MultiPolygon\"}");
  }

  @Test
  void a02_aPlaceIsToldItsAreasAndItsVerdict() {
    Outcome now = Run.run("area", "show", scenario, "--point", "0.1,0.1", "--format", "csv");
    assertThat(now.exitCode()).isZero();
    assertThat(now.out()).contains(",here,SERVED,default,scenario:lit,hypothetical,");
    assertThat(Run.run("area", "show", scenario, "--point", "x").exitCode()).isEqualTo(2);
    assertThat(Run.run("area", "show", scenario, "nowhere").exitCode()).isEqualTo(2);
  }

  @Test
  void a03_aFileIsCheckedAndImported() throws IOException {
    Path file = folder.resolve("a.geojson");
    Files.writeString(file, "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}");
    assertThat(Run.run("area", "check", file.toString(), "--resolution", "4").exitCode()).isZero();
    String out = folder.resolve("out").toString();
    assertThat(Run.run("area", "import", file.toString(), "--out", out).out())
        .startsWith("areas:")
        .contains("area-1.geojson");
    assertThat(Run.run("area", "import", file.toString(), "--out", out).exitCode()).isEqualTo(3);
    String other = folder.resolve("other").toString();
    assertThat(Run.run("area", "import", file.toString(), "--out", other, "--format", "json").out())
        .contains("\"area\":\"area-1\"", "\"shapeHash\":\"");
    Files.writeString(file, "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}");
    Outcome bad = Run.run("area", "check", file.toString());
    assertThat(bad.exitCode()).isEqualTo(3);
    assertThat(bad.err()).contains("1:").contains("has 3 positions");
  }

  @Test
  void a04_licencesAreListed() {
    Outcome listed = Run.run("licence", "list", scenario, "--format", "csv");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out()).startsWith("country,licence,terminals").contains("not asked for");
  }

  @Test
  void a05_aGovernedNetworkKeepsWallTime() {
    Outcome hurried = Run.run("up", scenario, "--ledger", "nowhere", "--speed", "2");
    assertThat(hurried.exitCode()).isEqualTo(2);
    assertThat(hurried.err()).contains("keeps wall time");
    assertThat(Run.run("up", scenario, "--policy", "p").exitCode()).isEqualTo(2);
  }

  @Test
  void a06_pathNamesTheDecisionThatRefusesAnEnd_andWhatItOverruled() {
    String[] asked = {"path", scenario, "--from", "near", "--to", "pop:hub", "--format"};
    Outcome csv = Run.run(with(asked, "csv", "--step", "15s", "--count", "2"));
    assertThat(csv.out().lines().toList().get(1)).endsWith(">gate>hub,,,,,");
    assertThat(csv.out().lines().toList().get(2))
        .endsWith("near,hub,,,,AREA_DARK,scenario:dark,hypothetical,scenario:lit,");
    Outcome json = Run.run(with(asked, "json", "--step", "15s", "--count", "2"));
    assertThat(json.out())
        .contains("\"reason\":\"AREA_DARK\",\"decision\":\"scenario:dark\"")
        .contains("\"decisionMark\":\"hypothetical\",\"overruled\":\"scenario:lit\"");
  }

  @Test
  void a07_siteNamesTheDecisionOfEachOutage_andWhatItOverruled() {
    String[] asked = {"site", "near", "--scenario", scenario, "--for", "2m"};
    Outcome outages = Run.run(with(asked, "--outages", "--format", "csv"));
    assertThat(outages.out()).contains("AREA_DARK,true,scenario:dark,hypothetical,scenario:lit");
    Outcome json = Run.run(with(asked, "--outages", "--format", "json"));
    assertThat(json.out())
        .contains("\"decision\":\"scenario:dark\",\"decisionMark\":\"hypothetical\"")
        .contains("\"overruled\":\"scenario:lit\"");
    assertThat(Run.run(with(asked, "--format", "table")).out().replaceAll("\\s+", " "))
        .contains("served, by scenario:lit (hypothetical)")
        .contains("being served: scenario:dark (hypothetical), overruling scenario:lit.");
  }

  @Test
  void a08_aGovernedNetworkTakesNoTraces_whoeverGivesThem() throws IOException {
    Path trace = Files.writeString(folder.resolve("t.csv"), "time_s,rtt_ms\n0,40\n");
    Path traced =
        Files.writeString(
            folder.resolve("traced.yaml"),
            Files.readString(Path.of(scenario))
                + "packets: { traces: [{ terminals: [near], file: t.csv }] }\n");
    String[] governed = {"up", scenario, "--ledger", "nowhere", "--start", "now"};
    for (Outcome refused :
        List.of(
            Run.run(with(governed, "--trace", "near=" + trace)),
            Run.run("up", traced.toString(), "--ledger", "nowhere", "--start", "now"))) {
      assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .contains("a governed network carries by its plan", "--ledger for an exercise");
      assertThat(refused.out()).as("nothing has begun").isEmpty();
    }
    assertThat(Run.run(governed).err()).as("it is the ledger that is missing").contains("nowhere");
  }

  private static String[] with(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
