package org.orbweaver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** The networks that benchmarks plan, from scenario files of the source tree. */
public final class Scenarios {
  private static final Path HOME = Path.of(System.getProperty("orbweaver.home", ""));

  private Scenarios() {}

  /** Of those that users get, such as {@code shell-1}. */
  static Network shipped(String name) {
    return load(HOME.resolve("scenarios").resolve(name).resolve(name + ".yaml"), null);
  }

  /** 10,359 real objects of 2026-05-21. */
  public static Network real() {
    return load(bench("real"), elements());
  }

  /** About as many generated satellites in five shells. */
  static Network generated() {
    return load(bench("generated"), null);
  }

  /** Real objects over all gateways, with lasers or without, and as many terminals. */
  static Network many(int terminals, boolean lasers) throws IOException {
    return many(terminals, lasers, "highest");
  }

  /** The same with another strategy; see {@link ManyTerminals#write}. */
  static Network many(int terminals, boolean lasers, String strategy) throws IOException {
    Path folder = Files.createTempDirectory("orbweaver-bench");
    try {
      Path tables = HOME.resolve("scenarios/tables");
      return load(ManyTerminals.write(folder, tables, terminals, lasers, strategy), elements());
    } finally {
      Files.deleteIfExists(folder.resolve("terminals.csv"));
      Files.deleteIfExists(folder.resolve("many.yaml"));
      Files.delete(folder);
    }
  }

  private static Path bench(String name) {
    return HOME.resolve("orbweaver-bench/src/main/scenarios").resolve(name + ".yaml");
  }

  private static Path elements() {
    String data = System.getenv("ORBWEAVER_DATA");
    Path folder = data == null ? HOME.resolve("../shared/data") : Path.of(data);
    Path file = folder.resolve("tle/starlink-2026-05-21.tle.gz");
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "no " + file + "; set ORBWEAVER_DATA, or ask for the other with -p elements=generated");
    }
    return file;
  }

  static Network load(Path scenario, @Nullable Path elements) {
    LoadResult result =
        ScenarioLoader.load(
            scenario, LoadOptions.at(Utc.parseNs("2026-05-21T00:00:00Z")).withElements(elements));
    Network network = result.network();
    if (network == null) {
      throw new IllegalStateException(result.problems().toString());
    }
    return network;
  }
}
