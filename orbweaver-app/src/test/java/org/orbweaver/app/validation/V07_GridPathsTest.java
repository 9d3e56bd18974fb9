package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.spec.MadeUpElements;
import org.orbweaver.core.Planner;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;

/**
 * Shortest paths against a program that has nothing of Orbweaver, {@code grid-paths.py} beside its
 * results: all pairs of 100 cities at two instants by Hypatia's rules. Every pair has the same
 * number of links; round trips agree within 0.01 ms.
 */
final class V07_GridPathsTest {
  private static final int PLANES = 72;
  private static final int SLOTS = 22;
  private static final long NS_PER_S = 1_000_000_000L;

  @TempDir Path folder;

  @Test
  void everyPairOfHundredCitiesHasTheSameLinksAndDelay() throws IOException {
    Network network = network();
    Planner planner = new Planner(network);
    int cities = network.terminals().size();
    int compared = 0;
    int city = 0;
    InstantRoutes routes = planner.instantRoutes(network.startNs());
    for (String line : Files.readAllLines(Fixtures.resource("grid-paths.txt"))) {
      if (line.startsWith("#")) {
        long afterS = Long.parseLong(line.substring(2));
        routes = planner.instantRoutes(network.startNs() + afterS * NS_PER_S);
        city = 0;
        continue;
      }
      String[] others = line.split(" ");
      assertThat(others).hasSize(cities - 1 - city);
      for (int k = 0; k < others.length; k++) {
        compare(network, routes, city, city + 1 + k, others[k]);
        compared++;
      }
      city++;
    }
    assertThat(compared).isEqualTo(2 * cities * (cities - 1) / 2);
  }

  private static void compare(
      Network network, InstantRoutes routes, int from, int to, String expected) {
    String pair = network.terminals().name(from) + " to " + network.terminals().name(to);
    var path = routes.path(terminal(from), terminal(to));
    if (expected.equals("-")) {
      assertThat(path).as(pair).isNull();
      return;
    }
    String[] rttAndLinks = expected.split(":");
    assertThat(Objects.requireNonNull(path, pair).hops())
        .as(pair)
        .isEqualTo(Integer.parseInt(rttAndLinks[1]));
    assertThat(path.rttMs()).as(pair).isCloseTo(Double.parseDouble(rttAndLinks[0]), within(0.01));
  }

  private static Node terminal(int index) {
    return new Node(Node.Kind.TERMINAL, index);
  }

  private Network network() throws IOException {
    Files.writeString(folder.resolve("shell.tle"), shell());
    Files.copy(Fixtures.scenarios().resolve("tables/cities-100.csv"), folder.resolve("cities.csv"));
    Path scenario =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            """
            format: orbweaver/1
            name: grid
            time: { start: "2000-01-01T00:00:00Z" }
            constellations:
              - name: grid
                elements: { file: shell.tle, indexed: { planes: 72, perPlane: 22 } }
            lasers:
              - { constellation: grid, shift: 0, wrap: true, wrapShift: 0, maxRangeKm: 10000 }
            terminals: { files: [cities.csv] }
            radio: { maxSlantRangeKm: 1089.686418 }
            """);
    return Fixtures.network(scenario, LoadOptions.at(Fixtures.NOW_NS));
  }

  /** As in the program: 53 degrees, 15.19 turns a day, every other plane half a slot ahead. */
  private static String shell() {
    StringBuilder text = new StringBuilder();
    for (int plane = 0; plane < PLANES; plane++) {
      for (int slot = 0; slot < SLOTS; slot++) {
        int number = plane * SLOTS + slot + 1;
        double anomalyDeg = 360.0 / SLOTS * (slot + plane % 2 / 2.0) % 360;
        text.append("grid ").append(number).append('\n');
        line(text, "1 %05dU 00001A   00001.00000000  .00000000  00000-0  00000+0 0    0", number);
        line(
            text,
            "2 %05d  53.0000 %8.4f 0000001   0.0000 %8.4f 15.19000000    0",
            number,
            360.0 / PLANES * plane,
            anomalyDeg);
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String form, Object... values) {
    String line = String.format(Locale.ROOT, form, values);
    text.append(line).append(MadeUpElements.checksum(line)).append('\n');
  }
}
