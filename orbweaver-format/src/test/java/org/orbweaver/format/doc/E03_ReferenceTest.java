package org.orbweaver.format.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.Lines;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** The reference page is made from the records, and its example is a scenario that loads. */
class E03_ReferenceTest {
  @Test
  void isUpToDate() throws IOException {
    String page =
        resource("reference-head.txt")
            .replace("@EXAMPLE@", resource("example.yaml").strip())
            .replace("@TABLE@", resource("gateways.csv").strip());
    Generated.assertUpToDate(
        "doc/scenario.md", page + "\n" + ReferenceWriter.sections(Scenario.class).strip() + "\n");
  }

  @Test
  void theExampleIsAScenario(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("example.yaml"), resource("example.yaml"));
    Files.writeString(folder.resolve("gateways.csv"), resource("gateways.csv"));
    LoadResult result =
        ScenarioLoader.load(
            folder.resolve("example.yaml"), LoadOptions.at(Utc.parseNs("2026-05-21T12:00:00Z")));
    assertThat(Lines.lines(result.problems())).isEmpty();
    Network network = Objects.requireNonNull(result.network());
    assertThat(network.ephemeris().size()).isEqualTo(1584);
    assertThat(network.gateways().size()).isEqualTo(3);
    assertThat(network.terminals().size()).isEqualTo(2);
  }

  static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(E03_ReferenceTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
