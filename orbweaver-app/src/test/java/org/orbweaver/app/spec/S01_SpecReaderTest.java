package org.orbweaver.app.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.format.problem.Problems;

/** Spec files are read as strictly as scenarios. */
final class S01_SpecReaderTest {
  @TempDir Path folder;

  @Test
  void theSmallestSpecExpectsOnlyThatTheLimitsAreKept() throws IOException {
    Spec spec = Objects.requireNonNull(read("format: orbweaver-spec/1\n", new Problems()));
    assertThat(spec.slots()).isEqualTo(4);
    assertThat(spec.start()).isNull();
    assertThat(spec.service().minServedPercent()).isZero();
    assertThat(spec.paths()).isEmpty();
  }

  @Test
  void everyKeyIsUnderstood() throws IOException {
    Spec spec =
        Objects.requireNonNull(
            read(
                """
                format: orbweaver-spec/1
                start: 2026-05-21T00:00:12Z
                slots: 8
                satellites: [{ constellation: shell1, atLeast: 1584, atMost: 1584 }]
                gateways: 31
                pops: 10
                terminals: 12
                service:
                  minServedPercent: 99.5
                  always: [berlin]
                  never: [kampala]
                  reasons: [NO_GATEWAY_REACHABLE]
                homes:
                  - { terminal: berlin, pop: frankfurt, gateways: [aerzen, usingen] }
                paths:
                  - { from: berlin, to: frankfurt, way: instant, minRttMs: 5, maxRttMs: 9, maxHops: 3 }
                """,
                new Problems()));
    assertThat(spec.satellites()).containsExactly(new SatelliteCount("shell1", 1584, 1584));
    assertThat(spec.homes())
        .containsExactly(new HomeSpec("berlin", "frankfurt", List.of("aerzen", "usingen")));
    assertThat(spec.paths())
        .containsExactly(new PathSpec("berlin", "frankfurt", PathSpec.Way.INSTANT, 5, 9, 3));
  }

  @Test
  void allProblemsComeAtOnceWithTheirLines() throws IOException {
    assertProblems(
        """
        format: orbweaver-spec/1
        slots: 0
        servise: {}
        paths:
          - { from: a, minRttMs: 1, maxRttMs: 2 }
        """,
        "x.spec.yml:2:8 slots: is 0",
        "x.spec.yml:3:1 servise: is not a key of a spec; did you mean service?",
        "x.spec.yml:5:5 paths[0].to: is missing");
  }

  @Test
  void whatContradictsItselfIsAProblem() throws IOException {
    assertProblems(
        """
        format: orbweaver-spec/1
        start: yesterday
        satellites: [{ constellation: a, atLeast: 2, atMost: 1 }]
        service: { reasons: [SERVED, NO_GATEWAY_REACHABLE, TIRED] }
        paths:
          - { from: a, to: b, minRttMs: 3, maxRttMs: 2 }
        """,
        "x.spec.yml:2:8 start: is no moment",
        "x.spec.yml:3:54 satellites[0].atMost: is less than atLeast; at least 2",
        "x.spec.yml:4:22 service.reasons[0]: is no reason to be unserved",
        "x.spec.yml:4:52 service.reasons[2]: is no reason to be unserved",
        "x.spec.yml:6:46 paths[0].maxRttMs: is less than minRttMs");
  }

  @Test
  void aFileThatIsNotThereOrNoYamlIsAProblem() throws IOException {
    Problems problems = new Problems();
    assertThat(SpecReader.read(folder.resolve("none.spec.yml"), problems)).isNull();
    assertThat(problems.list()).singleElement().asString().contains("file: does not exist");
    Problems broken = new Problems();
    assertThat(read("format: [", broken)).isNull();
    assertThat(broken.isEmpty()).isFalse();
  }

  @Test
  void theSpecOfAScenarioStandsBesideIt() {
    assertThat(SpecReader.beside(Path.of("a", "hello.yaml")))
        .isEqualTo(Path.of("a", "hello.spec.yml"));
    assertThat(SpecReader.beside(Path.of("my.net.yml"))).isEqualTo(Path.of("my.net.spec.yml"));
  }

  private void assertProblems(String yaml, String... beginnings) throws IOException {
    Problems problems = new Problems();
    assertThat(read(yaml, problems)).isNull();
    List<String> lines = problems.list().stream().map(Object::toString).toList();
    assertThat(lines).hasSameSizeAs(beginnings);
    for (int k = 0; k < beginnings.length; k++) {
      assertThat(lines.get(k)).contains(beginnings[k]);
    }
  }

  private @Nullable Spec read(String yaml, Problems problems) throws IOException {
    return SpecReader.read(Files.writeString(folder.resolve("x.spec.yml"), yaml), problems);
  }
}
