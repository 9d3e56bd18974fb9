package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

class A05_CheckCommandTest {
  @TempDir Path folder;

  @Test
  void aScenarioThatIsRightGetsASummary() {
    Outcome outcome = Run.run("check", Tiny.in(folder));
    assertThat(outcome.out())
        .isEqualTo(
            """
            tiny is right
              start       2026-05-21T00:00:12Z
              slots       of 15 s
              ring        40 satellites in 1 plane of 40, lasers
              gateways    1 with 8 antennas
              PoPs        1
              terminals   4
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everyProblemIsALineOfTheResult() {
    String file =
        Tiny.write(
            folder, "wrong.yaml", Tiny.YAML.replace("lat", "latt").replace("perPlane: 40", ""));
    Outcome outcome = Run.run("check", file);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .hasSizeGreaterThan(6)
        .allMatch(line -> line.matches("\\Q" + file + "\\E:\\d+:\\d+ [^ ]+: .+; .+"));
  }

  @Test
  void problemsAreRowsForPrograms() {
    String file = Tiny.write(folder, "wrong.yaml", Tiny.YAML.replace("latDeg: 80", "latDeg: 91"));
    Outcome csv = Run.run("check", file, "--format", "csv");
    assertThat(csv.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(csv.out())
        .isEqualTo(
            """
            file,line,column,key,problem,remedy
            %s,19,30,terminals.sites[2].latDeg,is 91,a number from -90 to 90
            """
                .formatted(file));
    assertThat(Run.run("check", file, "--format", "json").out())
        .startsWith("{\"format\":\"orbweaver.check/1\",\"rows\":[\n{\"file\":")
        .contains("\"line\":19,\"column\":30,\"key\":\"terminals.sites[2].latDeg\"");
    assertThat(Run.run("check", Tiny.in(folder), "--format", "csv").out())
        .isEqualTo("file,line,column,key,problem,remedy\n");
  }

  @Test
  void anotherCommandSaysTheSameAndStops() {
    String file = Tiny.write(folder, "wrong.yaml", Tiny.YAML.replace("latDeg: 80", "latDeg: 91"));
    for (String command : new String[] {"plan", "path", "config"}) {
      Outcome outcome =
          command.equals("path") ? Run.run(command, file, "--all-pairs") : Run.run(command, file);
      assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .isEqualTo(
              """
              orbweaver: %1$s cannot be used
              %1$s:19:30 terminals.sites[2].latDeg: is 91; a number from -90 to 90
              """
                  .formatted(file));
    }
  }

  @Test
  void aMissingScenarioNamesThoseThatAreShipped() {
    Outcome outcome = Run.run("check", "helo");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("orbweaver: there is no scenario 'helo'\nName a file, or a shipped scenario: ")
        .contains("hello", "shell-1", "starlink");
    assertThat(Run.run("check", folder.toString()).err())
        .startsWith("orbweaver: '" + folder + "' is a folder, not a scenario file");
    assertThat(Run.run("check", "\0").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    Outcome elsewhere =
        Run.within().variable("ORBWEAVER_HOME", folder.toString()).command("check", "hello");
    assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(elsewhere.err()).contains("ORBWEAVER_HOME says where the shipped scenarios are.");
  }

  @Test
  void aShippedScenarioGoesByItsName() {
    Outcome outcome = Run.run("check", "hello");
    assertThat(outcome.out())
        .startsWith("hello is right\n  start       2026-05-21T12:00:00Z\n")
        .contains("1584 satellites in 72 planes of 22, lasers", "terminals   12");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void elementsMayBeNamedByFlagOrEnvironment() {
    Outcome missing = Run.run("check", "starlink");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.out()).contains("--elements");
    Path none = folder.resolve("none.tle");
    Outcome flag = Run.run("check", "starlink", "--elements", none.toString());
    Outcome variable =
        Run.within().variable("ORBWEAVER_ELEMENTS", none.toString()).command("check", "starlink");
    assertThat(flag.out()).contains("none.tle:1:1 file: does not exist");
    assertThat(variable).isEqualTo(flag);
  }
}
