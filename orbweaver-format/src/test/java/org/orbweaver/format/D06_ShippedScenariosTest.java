package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/** The scenarios that are shipped load without a problem. */
class D06_ShippedScenariosTest {
  private static final long NOW_NS = Utc.parseNs("2026-05-21T06:00:00Z");

  @ParameterizedTest
  @CsvSource({"hello,1584,31,10,12", "shell-1,1584,214,52,100"})
  void aScenarioOfGeneratedShells(
      String name, int satellites, int gateways, int pops, int terminals) {
    LoadResult result =
        ScenarioLoader.load(
            scenarios().resolve(name + "/" + name + ".yaml"), LoadOptions.at(NOW_NS));
    assertThat(result.problems()).isEmpty();
    Network network = Objects.requireNonNull(result.network());
    assertThat(network.ephemeris().size()).isEqualTo(satellites);
    assertThat(network.gateways().size()).isEqualTo(gateways);
    assertThat(network.pops().size()).isEqualTo(pops);
    assertThat(network.terminals().size()).isEqualTo(terminals);
  }

  @ParameterizedTest
  @CsvSource({"starlink,13", "starlink-1000,1000"})
  void aScenarioOfRealElements(String name, int terminals) {
    Path elements = TestData.real("tle/starlink-2026-05-21.tle.gz");
    assumeTrue(Files.exists(elements), "no real data at " + elements);
    LoadResult result =
        ScenarioLoader.load(
            scenarios().resolve(name + "/" + name + ".yaml"),
            LoadOptions.at(NOW_NS).withElements(elements));
    assertThat(result.problems()).isEmpty();
    assertThat(result.notes())
        .singleElement()
        .asString()
        .isEqualTo(
            "constellation starlink: 10359 objects, 9026 kept, 1284 dropped below 440 km, 49"
                + " dropped drifting more than 1 km a day");
    Network network = Objects.requireNonNull(result.network());
    assertThat(network.ephemeris().size()).isEqualTo(9026);
    assertThat(network.terminals().size()).isEqualTo(terminals);
  }

  @Test
  void withoutElementsStarlinkSaysWhatItNeeds() {
    LoadResult result =
        ScenarioLoader.load(scenarios().resolve("starlink/starlink.yaml"), LoadOptions.at(NOW_NS));
    assertThat(result.network()).isNull();
    assertThat(result.problems())
        .singleElement()
        .asString()
        .endsWith(
            "constellations[0].elements.fetched: is \"starlink\", which has not been fetched; run:"
                + " orbweaver fetch starlink, or give --elements FILE");
  }

  private static Path scenarios() {
    return Path.of("../scenarios");
  }
}
