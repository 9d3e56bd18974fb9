package org.orbweaver.app.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.validation.Fixtures;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.problem.Problems;

/** Every shipped scenario keeps what its spec file promises. */
final class S03_ShippedScenariosTest {
  private static final Set<String> NEED_ELEMENTS = Set.of("starlink.yaml", "starlink-1000.yaml");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyShippedScenarioKeepsItsSpec() throws IOException {
    List<Path> scenarios;
    try (Stream<Path> files = Files.walk(Fixtures.scenarios(), 2)) {
      scenarios = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(scenarios)
        .extracting(file -> file.getFileName().toString())
        .contains(
            "hello.yaml",
            "iridium.yaml",
            "kuiper.yaml",
            "oneweb.yaml",
            "shell-1.yaml",
            "starlink.yaml",
            "starlink-1000.yaml",
            "starlink-like.yaml");
    return scenarios.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> keepsSpec(file)));
  }

  private static void keepsSpec(Path scenario) {
    Spec spec = spec(scenario);
    boolean needsElements = NEED_ELEMENTS.contains(scenario.getFileName().toString());
    LoadOptions options =
        LoadOptions.at(Fixtures.NOW_NS)
            .withStart(spec.start())
            .withElements(
                needsElements ? Fixtures.realData("tle/starlink-2026-05-21.tle.gz") : null);
    List<Finding> findings = SpecCheck.check(Fixtures.network(scenario, options), spec);
    assertThat(findings).allSatisfy(f -> assertThat(f.met()).as("%s", f).isTrue());
  }

  /** The sibling of the tests that need real elements: a handful of made-up ones. */
  @Test
  void starlinkTakesAnElementFileAndFiltersIt() throws IOException {
    Path elements = Files.writeString(folder.resolve("made-up.tle"), MadeUpElements.text());
    for (String name : List.of("starlink", "starlink-1000")) {
      Path scenario = Fixtures.scenarios().resolve(name).resolve(name + ".yaml");
      Spec spec = spec(scenario);
      LoadOptions options =
          LoadOptions.at(Fixtures.NOW_NS).withStart(spec.start()).withElements(elements);
      Network network = Fixtures.network(scenario, options);
      assertThat(network.ephemeris().size()).isEqualTo(MadeUpElements.IN_SERVICE);
      assertThat(SpecCheck.check(network, spec))
          .filteredOn(
              f -> f.about().matches("(gateways|pops|terminals|elevation .*|range .*|.*left.*)"))
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.met()).as("%s", f).isTrue());
    }
  }

  private static Spec spec(Path scenario) {
    Problems problems = new Problems();
    Spec spec = SpecReader.read(SpecReader.beside(scenario), problems);
    assertThat(problems.list()).isEmpty();
    return Objects.requireNonNull(spec);
  }
}
