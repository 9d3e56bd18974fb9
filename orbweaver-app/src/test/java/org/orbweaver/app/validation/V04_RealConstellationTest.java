package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Slot;
import org.orbweaver.format.LoadOptions;

/**
 * What holds for every plan, seen on the constellation of 2026-05-21 with a terminal in each of
 * 1,000 cities: the same input gives the same plan on any thread, and a terminal's candidates obey
 * the rules. The limits themselves are the subject of the scenarios' spec files.
 */
final class V04_RealConstellationTest {
  private static final int SLOTS = 3;

  /** A few dozen made-up satellites stand for the real ones where these are not at hand. */
  private static final String SYNTHETIC =
      """
      format: orbweaver/1
      name: synthetic
      time: { start: "2026-05-21T00:00:12Z" }
      constellations:
        - name: low
          walker: { altitudeKm: 480, inclinationDeg: 43, planes: 28, perPlane: 30, phasing: 7 }
        - name: high
          walker: { altitudeKm: 570, inclinationDeg: 70, planes: 36, perPlane: 16, phasing: 17 }
      gateways: { files: [gateways.csv] }
      pops: { files: [pops.csv] }
      terminals: { files: [crowd.csv] }
      radio: { elevationMaskDeg: 25, gsoSeparationDeg: 18, beamsPerSatellite: 4 }
      """;

  @TempDir Path folder;

  @Test
  void realPlansAreTheSameOnEveryRunAndThread() throws Exception {
    plansAreTheSameOnEveryRunAndThread(real());
  }

  @Test
  void syntheticPlansAreTheSameOnEveryRunAndThread() throws Exception {
    plansAreTheSameOnEveryRunAndThread(synthetic());
  }

  @Test
  void realCandidatesObeyTheRules() {
    candidatesObeyTheRules(real());
  }

  @Test
  void syntheticCandidatesObeyTheRules() throws IOException {
    candidatesObeyTheRules(synthetic());
  }

  private static Network real() {
    Path elements = Fixtures.realData("tle/starlink-2026-05-21.tle.gz");
    return Fixtures.network(
        Fixtures.scenarios().resolve("starlink-1000/starlink-1000.yaml"),
        LoadOptions.at(Fixtures.NOW_NS).withElements(elements));
  }

  private Network synthetic() throws IOException {
    for (String table : List.of("gateways.csv", "pops.csv")) {
      Files.copy(Fixtures.scenarios().resolve("tables").resolve(table), folder.resolve(table));
    }
    Files.writeString(folder.resolve("crowd.csv"), crowd());
    Path scenario = Files.writeString(folder.resolve("synthetic.yaml"), SYNTHETIC);
    return Fixtures.network(scenario, LoadOptions.at(Fixtures.NOW_NS));
  }

  /** Terminals along a spiral from pole to pole, more than one thread plans by itself. */
  private static String crowd() {
    StringBuilder table = new StringBuilder("name,lat_deg,lon_deg\n");
    for (int k = 0; k < 1_600; k++) {
      double latDeg = Math.toDegrees(Math.asin((2 * k + 1) / 1_600.0 - 1));
      double lonDeg = 137.5 * k % 360;
      table.append(String.format(Locale.ROOT, "t%d,%.4f,%.4f%n", k, latDeg, lonDeg));
    }
    return table.toString();
  }

  private static void plansAreTheSameOnEveryRunAndThread(Network network) throws Exception {
    List<String> once = digests(network);
    assertThat(digests(network)).isEqualTo(once);
    // Work that the planner divides stays in the pool from which it is called.
    try (ForkJoinPool oneThread = new ForkJoinPool(1);
        ForkJoinPool twoThreads = new ForkJoinPool(2)) {
      Callable<List<String>> task = () -> digests(network);
      assertThat(oneThread.submit(task).get()).isEqualTo(once);
      Future<List<String>> left = twoThreads.submit(task);
      Future<List<String>> right = twoThreads.submit(task);
      assertThat(left.get()).isEqualTo(once);
      assertThat(right.get()).isEqualTo(once);
    }
  }

  /** Every number that a plan says of every terminal, to the last bit. */
  private static List<String> digests(Network network) {
    List<String> digests = new ArrayList<>();
    for (SlotPlan plan : plans(network, new Planner(network))) {
      for (int t = 0; t < network.terminals().size(); t++) {
        var schedule = plan.schedule();
        var forwarding = plan.forwarding();
        digests.add(
            String.join(
                " ",
                schedule.reason(t).name(),
                Integer.toString(schedule.satellite(t)),
                Integer.toString(schedule.gateway(t)),
                Integer.toString(schedule.exitSatellite(t)),
                Boolean.toString(schedule.isHandover(t)),
                Double.toHexString(schedule.elevationRad(t)),
                Double.toHexString(schedule.azimuthRad(t)),
                Double.toHexString(schedule.rangeM(t)),
                Double.toHexString(forwarding.oneWayDelayS(t, 0)),
                Double.toHexString(forwarding.oneWayDelayS(t, 1)),
                Double.toHexString(forwarding.downBps(t)),
                Double.toHexString(forwarding.upBps(t))));
      }
    }
    return digests;
  }

  private static List<SlotPlan> plans(Network network, Planner planner) {
    List<SlotPlan> plans = new ArrayList<>();
    Slot slot = network.slots().atOrAfter(network.startNs());
    for (int k = 0; k < SLOTS; k++) {
      plans.add(planner.plan(slot, k == 0 ? null : plans.getLast()));
      slot = network.slots().next(slot);
    }
    return plans;
  }

  private static void candidatesObeyTheRules(Network network) {
    Planner planner = new Planner(network);
    SlotPlan previous = null;
    int served = 0;
    for (SlotPlan plan : plans(network, planner)) {
      for (int t = 0; t < network.terminals().size(); t++) {
        List<Candidate> candidates = planner.candidates(plan, previous, t);
        int rank = 0;
        double lastDeg = 90;
        int chosen = -1;
        for (Candidate c : candidates) {
          double elevationDeg = Math.toDegrees(c.look().elevationRad());
          double separationDeg = Math.toDegrees(c.gsoSeparationRad());
          assertThat(elevationDeg).isGreaterThanOrEqualTo(25 - 1e-9);
          assertThat(c.admitted()).isEqualTo(separationDeg >= 18);
          assertThat(c.rank()).isEqualTo(c.admitted() ? ++rank : 0);
          if (c.admitted()) {
            assertThat(elevationDeg).as("the highest comes first").isLessThanOrEqualTo(lastDeg);
            lastDeg = elevationDeg;
          }
          if (c.chosen()) {
            assertThat(chosen).as("one is chosen at most").isNegative();
            assertThat(c.admitted()).isTrue();
            chosen = c.satellite();
          }
        }
        assertThat(chosen).isEqualTo(plan.schedule().satellite(t));
        served += chosen >= 0 ? 1 : 0;
      }
      previous = plan;
    }
    assertThat(served).as("some are served").isGreaterThan(network.terminals().size());
  }
}
