package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orbweaver.app.validation.Fixtures.number;
import static org.orbweaver.app.validation.Fixtures.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run;
import org.orbweaver.app.Run.Outcome;

/**
 * Hypatia's question through Hypatia's own files: its network state is imported, and {@code path
 * --instant} finds the hops and delays that Hypatia found, for all 50 pairs.
 */
final class V05_HypatiaImportTest {
  @TempDir Path folder;

  @Test
  void theImportedNetworkHasHypatiasDelaysInAll50Pairs() throws IOException {
    Path sample = Fixtures.realData("calibration/hypatia-sample");
    List<Map<String, String>> rows = Fixtures.rows(sample.resolve("rtt_t0.csv"));
    List<String> stations = Files.readAllLines(sample.resolve("cities.csv"));
    Path state =
        HypatiaFolder.write(
            folder.resolve("state"),
            72,
            22,
            Files.readString(sample.resolve("shell.tle")),
            stations.subList(1, stations.size()));
    String out = folder.resolve("hypatia").toString();
    assertThat(Run.run("import", "hypatia", state.toString(), "--out", out).exitCode()).isZero();

    List<String> ask = new ArrayList<>(List.of("path", out + "/hypatia.yaml", "--instant"));
    for (Map<String, String> row : rows) {
      ask.addAll(List.of("--from", text(row, "from"), "--to", text(row, "to")));
    }
    Outcome outcome = Run.run(ask.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    List<Map<String, String>> found =
        Fixtures.rows(Files.writeString(folder.resolve("found.csv"), outcome.out()));
    assertThat(found).hasSize(50).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(text(found.get(i), "hops")).isEqualTo(text(rows.get(i), "hops"));
      assertThat(number(found.get(i), "rtt_ms"))
          .as("round trip of %s", rows.get(i))
          .isCloseTo(number(rows.get(i), "rtt_ms"), within(0.002));
    }
  }
}
