package org.orbweaver.app.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.validation.Fixtures;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.problem.Problems;

/** What a spec expects is compared with the plans, and what fails is said in full. */
final class S02_SpecCheckTest {
  private static final String NETWORK =
      """
      format: orbweaver/1
      name: small
      time: { start: "2026-05-21T00:00:12Z" }
      constellations:
        - name: shell
          walker: { altitudeKm: 1200, inclinationDeg: 60, planes: 18, perPlane: 22, phasing: 5 }
      gateways:
        sites:
          - { name: west, latDeg: 40, lonDeg: 0, antennas: %d }
          - { name: east, latDeg: 41, lonDeg: 20, antennas: %d }
      pops: { sites: [{ name: port, latDeg: 41, lonDeg: 2 }] }
      terminals:
        sites:
          - { name: a, latDeg: 45, lonDeg: 5 }
          - { name: b, latDeg: 42, lonDeg: 15 }
          - { name: c, latDeg: 43, lonDeg: 10 }
          - { name: far, latDeg: -40, lonDeg: 100 }
      radio: %s
      """;
  private static final String LAX =
      "{ elevationMaskDeg: 15, beamsPerSatellite: 50, satelliteDownMbps: 900 }";
  private static final String STRICT =
      "{ elevationMaskDeg: 75, gsoSeparationDeg: 80, beamsPerSatellite: 1, maxSlantRangeKm: 1200,"
          + " satelliteDownMbps: 100, satelliteUpMbps: 1 }";

  @TempDir Path folder;

  @Test
  void whatHoldsIsMet() throws IOException {
    List<Finding> findings =
        check(
            """
            format: orbweaver-spec/1
            satellites: [{ constellation: shell, atLeast: 396, atMost: 396 }]
            gateways: 2
            pops: 1
            terminals: 4
            service:
              minServedPercent: 75
              always: [a, b, c]
              never: [far]
              reasons: [NO_GATEWAY_REACHABLE]
            homes:
              - { terminal: a, pop: port, gateways: [east, west] }
            paths:
              - { from: a, to: port, minRttMs: 16, maxRttMs: 40, maxHops: 3 }
              - { from: a, to: b, way: instant, minRttMs: 16, maxRttMs: 40 }
              - { from: west, to: port, way: instant, minRttMs: 1, maxRttMs: 5, maxHops: 1 }
            """);
    assertThat(findings).allSatisfy(f -> assertThat(f.met()).as("%s", f).isTrue());
    assertThat(findings).extracting(Finding::about).contains("antennas left at a gateway");
  }

  @Test
  void whatDoesNotHoldIsSaidInFull() throws IOException {
    List<Finding> findings =
        check(
            """
            format: orbweaver-spec/1
            slots: 2
            satellites:
              - { constellation: shell, atLeast: 400, atMost: 500 }
              - { constellation: shelf, atLeast: 1, atMost: 1 }
            gateways: 3
            service:
              minServedPercent: 90
              always: [far, nobody]
              never: [a]
              reasons: [NO_BEAM_FREE]
            homes:
              - { terminal: a, pop: harbour, gateways: [north] }
              - { terminal: nobody }
            paths:
              - { from: a, to: port, minRttMs: 1, maxRttMs: 2 }
              - { from: far, to: port, minRttMs: 1, maxRttMs: 200 }
              - { from: a, to: nowhere, minRttMs: 1, maxRttMs: 200 }
            """);
    assertThat(findings.stream().filter(f -> !f.met()).map(Finding::toString))
        .satisfiesExactly(
            is -> assertThat(is).isEqualTo("satellites of shell: expected 400 to 500, found 396"),
            is ->
                assertThat(is)
                    .isEqualTo(
                        "satellites of shelf: expected 1, found no constellation of that name"),
            is -> assertThat(is).isEqualTo("gateways: expected 3, found 2"),
            is ->
                assertThat(is)
                    .isEqualTo(
                        "served terminals: expected at least 90.00 %, found 75.00 %, the others"
                            + " NO_GATEWAY_REACHABLE 2"),
            is ->
                assertThat(is)
                    .isEqualTo("service of far: expected 2 of 2 slots, found 0 of 2 slots"),
            is ->
                assertThat(is)
                    .isEqualTo(
                        "service of nobody: expected 2 of 2 slots, found no terminal of that name"),
            is ->
                assertThat(is).isEqualTo("service of a: expected 0 of 2 slots, found 2 of 2 slots"),
            is ->
                assertThat(is)
                    .isEqualTo(
                        "reasons of unserved terminals: expected only NO_BEAM_FREE, found"
                            + " NO_GATEWAY_REACHABLE 2"),
            is -> assertThat(is).isEqualTo("home PoP of a: expected harbour, found port"),
            is -> assertThat(is).startsWith("gateways of a: expected only north, found slots by"),
            is -> assertThat(is).isEqualTo("nobody: expected a terminal, found none of that name"),
            is ->
                assertThat(is)
                    .startsWith(
                        "scheduled round trip a to port: expected 1.000 to 2.000 ms, found"),
            is -> assertThat(is).contains("found no path at 2026-05-21T00:00:27Z"),
            is -> assertThat(is).contains("found no place called nowhere"));
  }

  @Test
  void aPlanThatBreaksTheLimitsIsCaughtOnEachOfThem() throws IOException {
    Network lax = network(LAX, 8);
    Network strict = network(STRICT, 0);
    SlotPlan plan = new Planner(lax).plan(lax.slots().at(lax.startNs()), null);
    RadioCheck check = new RadioCheck(strict);
    check.see(plan);
    assertThat(check.findings()).hasSize(9);
    assertThat(check.findings())
        .allSatisfy(finding -> assertThat(finding.met()).as("%s", finding).isFalse());
  }

  private List<Finding> check(String spec) throws IOException {
    Problems problems = new Problems();
    Path file = Files.writeString(folder.resolve("small.spec.yml"), spec);
    Spec read = SpecReader.read(file, problems);
    assertThat(problems.list()).isEmpty();
    return SpecCheck.check(network(LAX, 8), Objects.requireNonNull(read));
  }

  private Network network(String radio, int antennas) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("small.yaml"), NETWORK.formatted(antennas, antennas, radio));
    return Fixtures.network(file, LoadOptions.at(Fixtures.NOW_NS));
  }
}
