package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.area.GeoJson;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.elements.ElementReader;
import org.orbweaver.format.elements.ElementSets;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;

/** What holds for every input whatever: never an exception, always a result or a reason. */
final class Targets {
  private Targets() {}

  /** A whole scenario: a network that can be asked where its satellites are, or problems. */
  static void scenario(byte[] input, Path folder) {
    Path file = folder.resolve("net.yaml");
    try {
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LoadResult result = ScenarioLoader.load(file, Folder.NOON);
    well(result.problems());
    result.notes().forEach(note -> assertThat(note).doesNotContain("\n"));
    Network network = result.network();
    if (network != null) {
      Snapshot snapshot = network.ephemeris().at(network.startNs());
      assertThat(snapshot.size()).isEqualTo(network.ephemeris().size());
    }
  }

  /** An element file: usable sets that can be propagated, or problems. */
  static void elements(byte[] input, Format format) {
    ElementSets sets = ElementReader.read(input, "input", format);
    well(sets.problems());
    well(sets.skipped());
    assertThat(sets.elements().isEmpty()).isEqualTo(!sets.problems().isEmpty());
    for (MeanElements e : sets.elements()) {
      assertThat(e.meanMotionRadPerS()).isPositive().isFinite();
      assertThat(e.eccentricity()).isBetween(0.0, Math.nextDown(1.0));
      assertThat(e.inclinationRad()).isBetween(0.0, Math.PI);
      assertThat(e.raanRad() + e.argPerigeeRad() + e.meanAnomalyRad()).isFinite();
      assertThat(e.bstarPerEarthRadius() + e.meanMotionDotRadPerS2()).isFinite();
      assertThat(e.name()).isNotEmpty();
    }
    if (!sets.elements().isEmpty()) {
      Ephemeris ephemeris = Ephemeris.of(sets.elements());
      assertThat(ephemeris.at(sets.elements().getFirst().epochNs()).size())
          .isEqualTo(sets.elements().size());
    }
  }

  /** A table of sites: rows, or problems. */
  static void table(byte[] input) {
    for (Class<? extends Record> type : List.of(GatewaySpec.class, TerminalSpec.class)) {
      Problems problems = new Problems();
      String text = Text.decode(input, "input", problems);
      var rows = text == null ? null : TableReader.read(text, "input", type, problems);
      well(problems.list());
      assertThat(rows == null).as("nothing read").isIn(false, !problems.isEmpty());
      if (rows != null) {
        rows.forEach(row -> assertThat(row.place("name").line()).isPositive());
      }
    }
  }

  private static void well(List<Problem> problems) {
    for (Problem problem : problems) {
      assertThat(problem.line()).isPositive();
      assertThat(problem.column()).isPositive();
      assertThat(problem.whatIsWrong()).isNotEmpty();
      assertThat(problem.whatWouldBeRight()).isNotEmpty();
      assertThat(problem.toString()).doesNotContain("\n").doesNotContain("\r");
      assertThat(problem.toString().length()).isLessThan(2000);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Areas or problems, never both, and what was read reads back as it is hashed. */
  static void geoJson(byte[] input) {
    Problems problems = new Problems();
    AreaShape shape =
        GeoJson.union(GeoJson.parse(new String(input, StandardCharsets.UTF_8), "fuzz", problems));
    if ((shape == null) == problems.isEmpty()) {
      throw new AssertionError("areas and problems: " + problems.list());
    }
    if (shape != null) {
      AreaShape again = GeoJson.union(GeoJson.parse(shape.canonicalText(), "again", problems));
      if (!shape.equals(again)) {
        throw new AssertionError("does not read back: " + shape.canonicalText());
      }
      shape.containsNd(0, 0);
    }
  }
}
