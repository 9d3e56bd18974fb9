package org.orbweaver.app.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run;
import org.orbweaver.app.validation.Fixtures;

/** {@code orbweaver check --spec}, as its user sees it. */
final class S04_CheckCommandTest {
  private static final String NETWORK =
      """
      format: orbweaver/1
      name: mine
      time: { start: "2026-05-21T00:00:12Z" }
      constellations:
        - name: shell
          walker: { altitudeKm: 1200, inclinationDeg: 60, planes: 6, perPlane: 8 }
      terminals: { sites: [{ name: a, latDeg: 45, lonDeg: 5 }] }
      """;

  @TempDir Path folder;

  @Test
  void helloKeepsItsSpecAndSaysSoLineByLine() {
    Path hello = Fixtures.scenarios().resolve("hello/hello.yaml");
    Run.Outcome outcome = Run.run("check", hello.toString(), "--spec");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines())
        .contains(
            "met     satellites of shell1: expected 1584, found 1584",
            "met     home PoP of berlin: expected frankfurt, found frankfurt")
        .allMatch(line -> line.startsWith("met     "));
  }

  @Test
  void anExpectationThatIsNotMetEndsWithOne() throws IOException {
    Run.Outcome outcome = check("format: orbweaver-spec/1\nterminals: 2\n");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out().lines()).contains("NOT MET terminals: expected 2, found 1");
  }

  @Test
  void rowsForProgramsHaveOneExpectationEach() throws IOException {
    Run.Outcome outcome = check("format: orbweaver-spec/1\nterminals: 1\n", "--format", "csv");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().lines())
        .startsWith("about,met,expected,found")
        .contains("terminals,true,1,1");
  }

  @Test
  void aSpecThatIsWrongOrMissingIsBadInput() throws IOException {
    Run.Outcome wrong = check("format: orbweaver-spec/1\nslots: some\n");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.out()).contains("mine.spec.yml:2:8 slots: ");
    Files.delete(folder.resolve("mine.spec.yml"));
    Run.Outcome missing =
        Run.run("check", folder.resolve("mine.yaml").toString(), "--spec", "--format", "csv");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.out()).startsWith("file,line,column,key,problem,remedy\n");
    assertThat(missing.out()).contains("mine.spec.yml,1,1,file,does not exist");
  }

  private Run.Outcome check(String spec, String... options) throws IOException {
    Path scenario = Files.writeString(folder.resolve("mine.yaml"), NETWORK);
    Files.writeString(folder.resolve("mine.spec.yml"), spec);
    String[] all = new String[options.length + 3];
    all[0] = "check";
    all[1] = scenario.toString();
    all[2] = "--spec";
    System.arraycopy(options, 0, all, 3, options.length);
    return Run.run(all);
  }
}
