package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orbweaver.app.validation.Fixtures.number;
import static org.orbweaver.app.validation.Fixtures.text;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;

/**
 * Shortest paths over +Grid lasers against the simulator Hypatia (Kassing et al., IMC 2020): its
 * shell of 72 × 22, its 100 cities, 50 of its pairs at the epoch. Hypatia limits a ground link by
 * range, not by elevation, and closes the ring of planes without a shift. Every row agrees within
 * 0.0012 ms.
 */
final class V01_ShortestPathTest {
  private static final String HYPATIA =
      """
      format: orbweaver/1
      name: hypatia
      time: { start: "2000-01-01T00:00:00Z" }
      constellations:
        - name: starlink550
          elements: { file: shell.tle, indexed: { planes: 72, perPlane: 22 } }
      lasers:
        - { constellation: starlink550, shift: 0, wrap: true, wrapShift: 0, maxRangeKm: 10000 }
      terminals: { files: [cities.csv] }
      radio: { maxSlantRangeKm: 1089.686418 }
      """;

  private static final String SMALL =
      """
      format: orbweaver/1
      name: small
      time: { start: "2026-05-21T00:00:12Z" }
      constellations:
        - name: shell
          walker: { altitudeKm: 1200, inclinationDeg: 60, planes: 9, perPlane: 11, phasing: 4 }
      lasers:
        - { constellation: shell, shift: 1, maxRangeKm: 6000 }
      terminals:
        sites:
          - { name: a, latDeg: 52, lonDeg: 13 }
          - { name: b, latDeg: -34, lonDeg: 151 }
          - { name: c, latDeg: 0, lonDeg: 180 }
          - { name: d, latDeg: 21, lonDeg: -158 }
          - { name: e, latDeg: -53, lonDeg: -71 }
          - { name: f, latDeg: 90, lonDeg: 0 }
      radio: { maxSlantRangeKm: 2500, elevationMaskDeg: 10 }
      """;

  @TempDir java.nio.file.Path folder;

  @Test
  void hypatiaFindsTheSameHopsAndDelaysInAll50Pairs() throws IOException {
    List<Map<String, String>> rows =
        Fixtures.rows(Fixtures.realData("calibration/hypatia-sample/rtt_t0.csv"));
    for (String file : List.of("shell.tle", "cities.csv")) {
      Files.copy(Fixtures.realData("calibration/hypatia-sample/" + file), folder.resolve(file));
    }
    Network network = load(HYPATIA);
    InstantRoutes routes = new Planner(network).instantRoutes(network.startNs());
    assertThat(rows).hasSize(50);
    for (Map<String, String> row : rows) {
      Path path =
          Objects.requireNonNull(
              routes.path(
                  terminal(network, text(row, "from")), terminal(network, text(row, "to"))));
      assertThat(path.hops()).as("hops of %s", row).isEqualTo((int) number(row, "hops"));
      assertThat(path.rttMs())
          .as("round trip of %s", row)
          .isCloseTo(number(row, "rtt_ms"), within(0.002));
    }
  }

  @Test
  void everyPairOfASmallShellIsAsShortAsExhaustionFinds() throws IOException {
    Network network = load(SMALL);
    InstantRoutes routes = new Planner(network).instantRoutes(network.startNs());
    double[][] lengthM = allPairsM(network);
    int satellites = network.ephemeris().size();
    int joined = 0;
    for (int a = 0; a < network.terminals().size(); a++) {
      for (int b = 0; b < a; b++) {
        double[] up = groundM(network, a);
        double[] down = groundM(network, b);
        double leastM = Double.POSITIVE_INFINITY;
        for (int s = 0; s < satellites; s++) {
          for (int t = 0; t < satellites; t++) {
            leastM = Math.min(leastM, up[s] + lengthM[s][t] + down[t]);
          }
        }
        @Nullable Path path = routes.path(node(a), node(b));
        if (leastM == Double.POSITIVE_INFINITY) {
          assertThat(path).isNull();
        } else {
          assertThat(Objects.requireNonNull(path).oneWayDelayS() * Wgs84.SPEED_OF_LIGHT_M_PER_S)
              .isCloseTo(leastM, within(1e-3));
          joined++;
        }
      }
    }
    assertThat(joined).as("pairs with a path").isBetween(6, 14);
  }

  /** Floyd and Warshall over all pairs of satellites: nothing in common with the planner's way. */
  private static double[][] allPairsM(Network network) {
    int planes = 9;
    int perPlane = 11;
    int n = planes * perPlane;
    Snapshot at = network.ephemeris().at(network.startNs());
    double[][] m = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int slotStep = Math.floorMod(j % perPlane - i % perPlane, perPlane);
        int planeStep = Math.floorMod(j / perPlane - i / perPlane, planes);
        // From the last plane to the first the phasing of 4 is taken back beside the shift of 1.
        boolean ahead =
            planeStep == 1 && slotStep == (i / perPlane == planes - 1 ? 5 : 1) % perPlane;
        boolean inPlane = planeStep == 0 && slotStep == 1;
        m[i][j] = i == j ? 0 : Double.POSITIVE_INFINITY;
        if ((ahead || inPlane) && at.distanceM(i, j) <= 6000e3) {
          m[i][j] = at.distanceM(i, j);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = Math.min(m[i][j], m[j][i]);
        m[j][i] = m[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          m[i][j] = Math.min(m[i][j], m[i][k] + m[k][j]);
        }
      }
    }
    return m;
  }

  private static double[] groundM(Network network, int terminal) {
    SiteTable sites = network.terminals();
    Snapshot at = network.ephemeris().at(network.startNs());
    double[] lengthM = new double[at.size()];
    for (int s = 0; s < lengthM.length; s++) {
      var look = sites.lookAngle(terminal, at.xM(s), at.yM(s), at.zM(s));
      boolean linked = look.rangeM() <= 2500e3 && look.elevationRad() >= Math.toRadians(10);
      lengthM[s] = linked ? look.rangeM() : Double.POSITIVE_INFINITY;
    }
    return lengthM;
  }

  private Network load(String yaml) throws IOException {
    java.nio.file.Path scenario = Files.writeString(folder.resolve("scenario.yaml"), yaml);
    return Fixtures.network(scenario, LoadOptions.at(Fixtures.NOW_NS));
  }

  private static Node terminal(Network network, String name) {
    return node(network.terminals().indexOf(name));
  }

  private static Node node(int terminal) {
    return new Node(Node.Kind.TERMINAL, terminal);
  }
}
