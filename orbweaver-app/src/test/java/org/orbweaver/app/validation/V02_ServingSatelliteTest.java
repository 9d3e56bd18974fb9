package org.orbweaver.app.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orbweaver.app.validation.Fixtures.number;
import static org.orbweaver.app.validation.Fixtures.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.geometry.Wgs84;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.MeanMotion;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;

/**
 * The sky of a terminal in Belgium on 2024-07-17: 500 slots, each with the satellite that served it
 * and where that stood (SatInView, LEO-NET 2024), computed by others from the same elements.
 *
 * <p>The file names neither the site nor the second within a slot. Least squares over its 500
 * ranges give 51.0500 degrees north, 4.4000 east, height 0 and 7 s after the slot's start, and then
 * every range agrees within its rounding; so that is where and when they were computed.
 */
final class V02_ServingSatelliteTest {
  private static final String SCENARIO =
      """
      format: orbweaver/1
      name: belgium
      time: { start: "2024-07-17T18:08:04Z", slotOffsetSeconds: 4 }
      constellations:
        - name: starlink
          elements: {}
      terminals:
        sites:
          - { name: dish, latDeg: 51.05, lonDeg: 4.40 }
      radio: { elevationMaskDeg: 25, gsoSeparationDeg: 18 }
      """;

  private static final String MADE_UP =
      """
      format: orbweaver/1
      name: made-up
      time: { start: "2026-05-21T00:00:12Z" }
      constellations:
        - name: shell
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 40, perPlane: 22, phasing: 7 }
      terminals:
        sites:
          - { name: north, latDeg: 51, lonDeg: 4 }
          - { name: equator, latDeg: 0, lonDeg: 180 }
          - { name: south, latDeg: -45, lonDeg: -70, altM: 1200 }
      radio: { elevationMaskDeg: 25, gsoSeparationDeg: 18 }
      """;

  /** Second of a slot at which the file was computed. */
  private static final long INTO_SLOT_NS = 7_000_000_000L;

  /** Half a unit of the last digit that the file gives, and a little for its own rounding. */
  private static final double RANGE_TOLERANCE_KM = 0.055;

  private static final double ANGLE_TOLERANCE_DEG = 0.0055;
  private static final double GSO_TOLERANCE_DEG = 0.055;

  /** Far from the arc its end at the horizon is nearest, and that depends on how it is sampled. */
  private static final double GSO_FAR_DEG = 80;

  private static final double GSO_FAR_TOLERANCE_DEG = 0.1;

  /**
   * The file's counts leave out nearly all objects below this mean altitude, though they serve now
   * and then. So its counts agree in 94 % of the slots and its ranks in 98 %.
   */
  private static final double COUNTED_ABOVE_KM = 420;

  @TempDir Path folder;

  @Test
  void theServingSatelliteStandsWhereTheFileHasItInAll500Slots() throws IOException {
    Path table = Fixtures.realData("calibration/serving_15s_belgium_2024-07-17.csv");
    Path elements = Fixtures.realData("tle/starlink-2024-07-17.tle.gz");
    Path scenario = Files.writeString(folder.resolve("belgium.yaml"), SCENARIO);
    Network network =
        Fixtures.network(scenario, LoadOptions.at(Fixtures.NOW_NS).withElements(elements));
    Planner planner = new Planner(network);
    List<Map<String, String>> rows = Fixtures.rows(table);
    assertThat(rows).hasSize(500);
    int sameCount = 0;
    int sameRank = 0;
    for (Map<String, String> row : rows) {
      long atNs = Utc.parseNs(text(row, "slot_start_utc")) + INTO_SLOT_NS;
      SlotPlan plan = planner.plan(network.slots().at(atNs), null);
      assertThat(plan.slot().startNs()).isEqualTo(atNs);
      List<Candidate> candidates = planner.candidates(plan, null, 0);
      Candidate serving = serving(network, candidates, (int) number(row, "norad_id"));
      compare(serving, row);
      int counted = 0;
      int admitted = 0;
      int higher = 0;
      int higherAdmitted = 0;
      for (Candidate c : candidates) {
        if (altitudeKm(network.ephemeris().elements(c.satellite())) < COUNTED_ABOVE_KM) {
          continue;
        }
        counted++;
        admitted += c.admitted() ? 1 : 0;
        boolean above = c.look().elevationRad() > serving.look().elevationRad();
        higher += above ? 1 : 0;
        higherAdmitted += above && c.admitted() ? 1 : 0;
      }
      int countOff = counted - (int) number(row, "n_visible_ge25");
      int admittedOff = admitted - (int) number(row, "n_visible_ge25_gso18");
      int rankOff = higher + 1 - (int) number(row, "elev_rank_all");
      int admittedRankOff = higherAdmitted + 1 - (int) number(row, "elev_rank_gso18");
      assertThat(List.of(countOff, admittedOff, rankOff, admittedRankOff))
          .as("counts and ranks of %s", row)
          .allSatisfy(off -> assertThat(off).isBetween(-2, 2));
      sameCount += countOff == 0 && admittedOff == 0 ? 1 : 0;
      sameRank += rankOff == 0 && admittedRankOff == 0 ? 1 : 0;
    }
    assertThat(sameCount).as("slots with both counts as in the file").isGreaterThanOrEqualTo(470);
    assertThat(sameRank).as("slots with both ranks as in the file").isGreaterThanOrEqualTo(490);
  }

  /**
   * The sibling that needs no data: the same quantities by vectors, one satellite after another.
   */
  @Test
  void aMadeUpSkyIsWhatExhaustionFinds() throws IOException {
    Path scenario = Files.writeString(folder.resolve("made-up.yaml"), MADE_UP);
    Network network = Fixtures.network(scenario, LoadOptions.at(Fixtures.NOW_NS));
    Planner planner = new Planner(network);
    SlotPlan plan = planner.plan(network.slots().atOrAfter(network.startNs()), null);
    for (int t = 0; t < network.terminals().size(); t++) {
      List<Candidate> candidates = planner.candidates(plan, null, t);
      int inView = 0;
      for (int s = 0; s < network.ephemeris().size(); s++) {
        double[] toward = toward(network.terminals(), t, position(plan.start(), s));
        double elevationDeg = 90 - angleDeg(toward, up(network.terminals(), t));
        if (elevationDeg < 25) {
          continue;
        }
        inView++;
        int satellite = s;
        Candidate c =
            candidates.stream().filter(x -> x.satellite() == satellite).findFirst().orElseThrow();
        assertThat(Math.toDegrees(c.look().elevationRad())).isCloseTo(elevationDeg, within(1e-6));
        double separationDeg = arcSeparationDeg(network.terminals(), t, toward);
        assertThat(Math.toDegrees(c.gsoSeparationRad())).isCloseTo(separationDeg, within(0.01));
        assertThat(c.admitted()).isEqualTo(separationDeg >= 18);
      }
      assertThat(candidates).hasSize(inView).isNotEmpty();
    }
  }

  private static double arcSeparationDeg(SiteTable sites, int site, double[] toward) {
    double leastDeg = 180;
    for (double lonDeg = 0; lonDeg < 360; lonDeg += 0.01) {
      double lonRad = Math.toRadians(lonDeg);
      double[] arc = {42_164e3 * Math.cos(lonRad), 42_164e3 * Math.sin(lonRad), 0};
      double[] towardArc = toward(sites, site, arc);
      if (angleDeg(towardArc, up(sites, site)) <= 90) {
        leastDeg = Math.min(leastDeg, angleDeg(toward, towardArc));
      }
    }
    return leastDeg;
  }

  private static double[] position(Snapshot at, int satellite) {
    return new double[] {at.xM(satellite), at.yM(satellite), at.zM(satellite)};
  }

  private static double[] toward(SiteTable sites, int site, double[] target) {
    return new double[] {
      target[0] - sites.xM(site), target[1] - sites.yM(site), target[2] - sites.zM(site)
    };
  }

  private static double[] up(SiteTable sites, int site) {
    return new double[] {sites.upX(site), sites.upY(site), sites.upZ(site)};
  }

  private static double angleDeg(double[] a, double[] b) {
    double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    double lengths =
        Math.hypot(Math.hypot(a[0], a[1]), a[2]) * Math.hypot(Math.hypot(b[0], b[1]), b[2]);
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, dot / lengths))));
  }

  private static void compare(Candidate serving, Map<String, String> row) {
    double elevationDeg = Math.toDegrees(serving.look().elevationRad());
    double turnDeg =
        Math.IEEEremainder(
            Math.toDegrees(serving.look().azimuthRad()) - number(row, "azimuth_deg"), 360);
    assertThat(elevationDeg - number(row, "elevation_deg"))
        .as("elevation of %s", row)
        .isBetween(-ANGLE_TOLERANCE_DEG, ANGLE_TOLERANCE_DEG);
    assertThat(turnDeg * Math.cos(serving.look().elevationRad()))
        .as("azimuth of %s", row)
        .isBetween(-ANGLE_TOLERANCE_DEG, ANGLE_TOLERANCE_DEG);
    assertThat(serving.look().rangeM() / 1e3 - number(row, "range_km"))
        .as("range of %s", row)
        .isBetween(-RANGE_TOLERANCE_KM, RANGE_TOLERANCE_KM);
    double separationDeg = number(row, "gso_separation_deg");
    double toleranceDeg = separationDeg < GSO_FAR_DEG ? GSO_TOLERANCE_DEG : GSO_FAR_TOLERANCE_DEG;
    assertThat(Math.toDegrees(serving.gsoSeparationRad()) - separationDeg)
        .as("separation of %s", row)
        .isBetween(-toleranceDeg, toleranceDeg);
  }

  private static Candidate serving(Network network, List<Candidate> candidates, int noradId) {
    return candidates.stream()
        .filter(c -> network.ephemeris().elements(c.satellite()).noradId() == noradId)
        .findFirst()
        .orElseThrow(() -> new AssertionError(noradId + " is not in view"));
  }

  private static double altitudeKm(MeanElements elements) {
    double brouwer =
        MeanMotion.brouwerRadPerS(
            elements.meanMotionRadPerS(), elements.eccentricity(), elements.inclinationRad());
    return (MeanMotion.semiMajorAxisM(brouwer) - Wgs84.SEMI_MAJOR_AXIS_M) / 1e3;
  }
}
