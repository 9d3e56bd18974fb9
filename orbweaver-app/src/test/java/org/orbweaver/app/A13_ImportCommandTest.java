package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.validation.HypatiaFolder;

/** From another simulator's folder to a scenario that can be planned. */
class A13_ImportCommandTest {
  private static final int PLANES = 8;
  private static final int PER_PLANE = 12;

  @TempDir Path folder;
  private String state = "";
  private String out = "";

  @BeforeEach
  void aStateOfHypatia() {
    state =
        HypatiaFolder.write(
                folder.resolve("state"),
                PLANES,
                PER_PLANE,
                tles(),
                List.of("Quito,-0.2,-78.5,0.0", "São Paulo,-23.5,-46.6,0.0", "QUITO,0.3,-78.1,9"))
            .toString();
    out = folder.resolve("Net 1").toString();
  }

  @Test
  void a01_theScenarioIsReadyForPathsBetweenGroundStations() {
    Outcome imported = Run.run("import", "hypatia", state, "--out", out);
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.out().strip()).isEqualTo(out + "/net-1.yaml");
    assertThat(imported.err()).contains("note: without gateways there is no schedule");
    assertThat(names(out))
        .containsExactly("isls.txt", "net-1.yaml", "satellites.tle", "terminals.csv");
    Outcome path =
        Run.run("path", out + "/net-1.yaml", "--instant", "--from", "Quito", "--to", "São-Paulo");
    assertThat(path.exitCode()).as(path.err()).isIn(ExitCode.DONE, ExitCode.NO);
    assertThat(Run.run("plan", out + "/net-1.yaml", "--slots=1").out())
        .contains("QUITO-2,unserved,NO_");
    assertThat(Run.run("check", out + "/net-1.yaml", "--format=table").out()).contains("96");
  }

  @Test
  void a02_groundStationsCanBeGatewaysWithPops_orBoth() {
    assertThat(Run.run("import", "hypatia", state, "--out", out, "--ground=gateways").exitCode())
        .isZero();
    assertThat(names(out)).contains("gateways.csv", "pops.csv").doesNotContain("terminals.csv");
    String both = folder.resolve("both").toString();
    assertThat(
            Run.run("import", "hypatia", state, "--out", both, "--ground=both", "--name=n1").err())
        .isEmpty();
    Outcome plan = Run.run("plan", both + "/n1.yaml", "--slots", "400", "--terminal", "Quito");
    assertThat(plan.out()).contains(",served,SERVED,").contains(",quito,0,");
  }

  @Test
  void a03_nothingIsReplacedUnlessForced() throws IOException {
    assertThat(Run.run("import", "hypatia", state, "--out", out).exitCode()).isZero();
    Files.writeString(Path.of(out, "isls.txt"), "mine");
    Files.writeString(Path.of(out, "notes.txt"), "mine");
    Outcome again = Run.run("import", "hypatia", state, "--out", out);
    assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("is there already", "--force");
    assertThat(Path.of(out, "isls.txt")).hasContent("mine");
    assertThat(Run.run("import", "hypatia", state, "--out", out, "--force").exitCode()).isZero();
    assertThat(Path.of(out, "isls.txt")).content().startsWith("0 1\n");
    assertThat(Path.of(out, "notes.txt")).hasContent("mine");
  }

  @Test
  void a04_badInputIsReportedWholeAndLeavesNothing() throws IOException {
    Path in = Path.of(state);
    Files.writeString(in.resolve("isls.txt"), "0 1\n0 96\n");
    Files.writeString(in.resolve("ground_stations.txt"), "0,a,91,0,0\n2,b,0,0,0\n2,c,0,x,0,1,2\n");
    Files.writeString(in.resolve("description.txt"), "max_gsl_length_m=far\n");
    Outcome bad = Run.run("import", "hypatia", state, "--out", out);
    assertThat(bad.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bad.err().replace(state + "/", ""))
        .contains(
            "isls.txt:2:3 link: is \"96\"; the index of a satellite, 0 to 95",
            "ground_stations.txt:1:5 latitude: is \"91\"; -90 to 90",
            "ground_stations.txt:2:1 gid: is \"2\"; 1, one by one from 0",
            "ground_stations.txt:3:1 line: has 7 cells; 5, or 8 with a position",
            "description.txt:1:18 max_gsl_length_m: is \"far\"; metres, above 0");
    Files.writeString(in.resolve("tles.txt"), tles());
    assertThat(Run.run("import", "hypatia", state, "--out", out).err())
        .contains("tles.txt:1:1 header: is \"Test-1 0\"; the numbers of planes");
    Files.writeString(in.resolve("tles.txt"), "9 12\n" + tles());
    assertThat(Run.run("import", "hypatia", state, "--out", out).err())
        .contains("tles.txt:1:1 header: is 9 * 12 = 108; 96, the number of satellites");
    Files.writeString(in.resolve("tles.txt"), "8 12\n" + tles().replace("53.0000", "53.0x00"));
    assertThat(Run.run("import", "hypatia", state, "--out", out).err()).contains("tles.txt:4:");
    assertThat(names(folder.toString())).containsExactly("state");
  }

  @Test
  void a05_wrongUseIsSaid() throws IOException {
    assertThat(Run.run("import", "hypatia", state).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("import", "hypatia", state, "--out", out, "--name", "A b").exitCode())
        .isEqualTo(ExitCode.USAGE);
    Files.writeString(folder.resolve("file"), "");
    Outcome file = Run.run("import", "hypatia", state, "--out", folder + "/file");
    assertThat(file.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("import", "hypatia", folder + "/gone", "--out", out).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("import", "hypatia", folder.toString(), "--out", out).err())
        .contains("has no tles.txt");
  }

  @Test
  void a06_aConfigurationOfStarryNetBecomesItsShells() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(
        config,
        """
        {
            "Name": "starlink",
            "Shells": [
                { "Altitude (km)": 550, "Inclination": 53, "Orbits": 6, "Satellites per orbit": 22,
                  "Phase shift": 1 },
                { "Altitude (km)": 540.5, "Inclination": 97.6, "Orbits": 3, "Satellites per orbit": 20,
                  "Phase shift": 1 }
            ],
            "satellite link bandwidth (\\"X\\" Gbps)": 5,
            "antenna elevation angle": 25,
            "Satellite link": "Grid",
            "Machines": [ {"IP":"192.0.2.1", "port":22, "username":"root", "password":"123456"} ]
        }
        """);
    Outcome imported = Run.run("import", "starrynet", folder.toString(), "--out", out);
    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(imported.err()).contains("has no ground stations: write them into terminals.csv");
    assertThat(Path.of(out, "net-1.yaml"))
        .content()
        .contains("# 550 km", "planes: 6", "phasing: 18", "laserMbps: 5000", "name: shell2")
        .doesNotContain("123456");
    Files.writeString(Path.of(out, "terminals.csv"), "name,lat_deg,lon_deg\na,46,8\nb,46,10\n");
    Outcome path =
        Run.run(
            "path", out + "/net-1.yaml", "--instant", "--all-pairs", "--step=60s", "--count=90");
    assertThat(path.err()).isEmpty();
    assertThat(path.out()).contains(">shell1-");
  }

  @Test
  void a07_theOlderConfigurationWithOneShellToo_andAllThatIsWrongAtOnce() throws IOException {
    Path config = folder.resolve("old.json");
    String text =
        """
        { "Name": "starlink", "Altitude (km)": 550, "Cycle (s)": 5731, "Inclination": 53,
          "# of orbit": 5, "# of satellites": 7, "antenna_inclination_angle": 30,
          "satellite link bandwidth (\\"X\\" Gbps)": 5, "Satellite link": "grid" }
        """;
    Files.writeString(config, text);
    assertThat(Run.run("import", "starrynet", config.toString(), "--out", out).exitCode()).isZero();
    assertThat(Path.of(out, "net-1.yaml"))
        .content()
        .contains("perPlane: 7", "elevationMaskDeg: 30");
    Files.writeString(
        config,
        text.replace("550", "50").replace("# of orbit", "orbits").replace("\"grid", "\"ring"));
    Outcome bad = Run.run("import", "starrynet", config.toString(), "--out", out, "--force");
    assertThat(bad.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bad.err().replace(folder + "/", ""))
        .contains(
            "old.json:1:40 Altitude (km): is \"50\"; 160 to 40000",
            "old.json:1:1 # of orbit: is missing; 1 to 1000",
            "Satellite link: is \"ring\"; Grid");
    Files.writeString(config, "[]");
    assertThat(Run.run("import", "starrynet", config.toString(), "--out", out, "--force").err())
        .contains("old.json:1:1 file: is a list; an object");
  }

  private static List<String> names(String path) {
    try (Stream<Path> files = Files.list(Path.of(path))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String tles() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PLANES * PER_PLANE; i++) {
      int plane = i / PER_PLANE;
      String number = String.format(Locale.ROOT, "%05d", i + 1);
      String one = "1 " + number + "U 00000ABC 00001.00000000  .00000000  00000-0  00000+0 0    0";
      String two =
          String.format(
              Locale.ROOT,
              "2 %s  53.0000 %8.4f 0000001   0.0000 %8.4f 15.19000000    0",
              number,
              plane * 360.0 / PLANES,
              i % PER_PLANE * 30.0);
      text.append("Test-1 ").append(i).append('\n').append(sum(one)).append('\n');
      text.append(sum(two)).append('\n');
    }
    return text.toString();
  }

  private static String sum(String line) {
    int sum = line.chars().map(c -> c == '-' ? 1 : Math.max(0, Character.digit(c, 10))).sum();
    return line + sum % 10;
  }
}
