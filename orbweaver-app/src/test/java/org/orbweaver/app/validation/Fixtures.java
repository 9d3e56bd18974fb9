package org.orbweaver.app.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;
import org.orbweaver.format.elements.ElementReader;
import org.orbweaver.format.elements.ElementSets;

/** Files that the validation tests read. */
public final class Fixtures {
  /** The moment that tests take for the present. */
  public static final long NOW_NS = Utc.parseNs("2026-05-21T00:00:12Z");

  private Fixtures() {}

  /** The folder of shipped scenarios; tests run in their module's folder. */
  public static Path scenarios() {
    return Path.of("..", "scenarios");
  }

  /** A file of real data, which is not part of the repository; without it the test is skipped. */
  public static Path realData(String file) {
    String folder = System.getenv("ORBWEAVER_DATA");
    Path path =
        folder == null
            ? Path.of("..", "..", "shared", "data").resolve(file)
            : Path.of(folder).resolve(file);
    Assumptions.assumeTrue(
        Files.isReadable(path),
        () -> "real data is not here: " + file + "; name its folder in ORBWEAVER_DATA");
    return path;
  }

  /** A file beside the test classes of this package. */
  static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The usable elements of a file. */
  static List<MeanElements> elements(Path file) {
    ElementSets sets = ElementReader.read(file, ElementsSpec.Format.AUTO);
    if (!sets.problems().isEmpty()) {
      throw new AssertionError(sets.problems());
    }
    return sets.elements();
  }

  /** The network of a scenario file, which must have no problems. */
  public static Network network(Path scenario, LoadOptions options) {
    LoadResult result = ScenarioLoader.load(scenario, options);
    Network network = result.network();
    if (network == null) {
      throw new AssertionError(
          String.join("\n", result.problems().stream().map(Object::toString).toList()));
    }
    return network;
  }

  /**
   * Rows of a plain comma-separated table by column; lines that begin with # are remarks. Quotes
   * mean nothing.
   */
  static List<Map<String, String>> rows(Path table) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(table);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String[] header = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split(",", -1);
        if (header == null) {
          header = cells;
          continue;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int k = 0; k < header.length; k++) {
          row.put(header[k], cells[k]);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  /** A cell that must be there. */
  public static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  public static double number(Map<String, String> row, String column) {
    return Double.parseDouble(text(row, column));
  }
}
