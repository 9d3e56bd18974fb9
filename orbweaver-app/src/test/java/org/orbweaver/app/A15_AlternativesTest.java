package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** Several paths that have nothing in common. */
class A15_AlternativesTest {
  @TempDir Path folder;

  private String tiny = "";

  @BeforeEach
  void writeScenario() {
    tiny = Tiny.in(folder);
  }

  private List<String[]> rows(String... more) {
    List<String> command = new ArrayList<>(List.of("path", tiny, "--instant"));
    command.addAll(List.of(more));
    Outcome outcome = Run.run(command.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    return outcome.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  @Test
  void a01_aRingHasTwoWaysRound() {
    // Low enough a mask that both ends see several satellites.
    tiny = Tiny.write(folder, "wide.yaml", Tiny.YAML + "radio: { elevationMaskDeg: 5 }\n");
    List<String[]> rows = rows("--from", "near", "--to", "far", "--alternatives", "5");
    assertThat(rows.size()).isGreaterThan(1);
    Set<String> seen = new HashSet<>();
    for (int k = 0; k < rows.size(); k++) {
      assertThat(rows.get(k)[3]).isEqualTo(String.valueOf(k + 1));
      String[] nodes = rows.get(k)[6].split(">", -1);
      assertThat(nodes[0]).isEqualTo("near");
      assertThat(nodes[nodes.length - 1]).isEqualTo("far");
      assertThat(nodes).hasSize(Integer.parseInt(rows.get(k)[5]) + 1);
      for (int i = 1; i < nodes.length - 1; i++) {
        assertThat(seen.add(nodes[i])).as(nodes[i]).isTrue();
      }
    }
  }

  @Test
  void a02_oneAlternativeIsThePath() {
    String[] one = rows("--from", "near", "--to", "far", "--alternatives", "1").getFirst();
    String[] path = rows("--from", "near", "--to", "far").getFirst();
    assertThat(one[4]).isEqualTo(path[3]);
    assertThat(one[6]).isEqualTo(path[5]);
  }

  @Test
  void a03_linksMayBeApartWhereNodesAreNot() {
    // All ways to the PoP lead over its only gateway.
    assertThat(rows("--from", "near", "--to", "pop:hub", "--alternatives", "4")).hasSize(1);
    assertThat(
            rows(
                "--from",
                "near",
                "--to",
                "gateway:gate",
                "--alternatives",
                "4",
                "--disjoint",
                "links"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void a04_satellitesMayBeApartWhereAGatewayIsShared() {
    tiny = Tiny.write(folder, "wide.yaml", Tiny.YAML + "radio: { elevationMaskDeg: 5 }\n");
    List<String[]> rows =
        rows(
            "--from", "near", "--to", "pop:hub", "--alternatives", "4", "--disjoint", "satellites");
    assertThat(rows.size()).isGreaterThan(1);
    assertThat(rows).allSatisfy(row -> assertThat(row[6]).endsWith(">gate>hub"));
    Outcome ground =
        Run.run(
            "path",
            tiny,
            "--instant",
            "--from",
            "gate",
            "--to",
            "pop:hub",
            "--alternatives",
            "2",
            "--disjoint",
            "satellites");
    assertThat(ground.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ground.err()).contains("from gate to hub no satellite is needed");
  }

  @Test
  void b01_whereThereIsNoPathTheAnswerIsNo() {
    Outcome outcome =
        Run.run(
            "path", tiny, "--instant", "--from", "near", "--to", "polar", "--alternatives", "2");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(outcome.out()).endsWith("2026-05-21T00:00:12Z,near,polar,,,,\n");
  }

  @Test
  void b02_wrongUse() {
    String[][] wrong = {
      {"--instant", "--alternatives", "0"},
      {"--instant", "--alternatives", "17"},
      {"--instant", "--disjoint", "links"},
      {"--alternatives", "2"},
      {"--instant", "--alternatives", "2", "--disjoint", "colours"}
    };
    String[] said = {
      "--alternatives is 0; it must be from 1 to 16",
      "--alternatives is 17; it must be from 1 to 16",
      "--disjoint links is about alternatives\nAdd --alternatives N.",
      "a schedule gives one path, and --alternatives asks for several\nAdd --instant",
      "'colours' is none of nodes, satellites, links"
    };
    for (int i = 0; i < wrong.length; i++) {
      List<String> command =
          new ArrayList<>(List.of("path", tiny, "--from", "near", "--to", "far"));
      command.addAll(List.of(wrong[i]));
      Outcome outcome = Run.run(command.toArray(String[]::new));
      assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.err()).contains(said[i]);
      assertThat(outcome.out()).isEmpty();
    }
  }
}
