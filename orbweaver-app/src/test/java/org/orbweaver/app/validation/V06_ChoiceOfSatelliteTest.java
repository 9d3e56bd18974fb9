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
import org.orbweaver.app.choice.ChoiceCheck;
import org.orbweaver.app.choice.ServedSlots;
import org.orbweaver.app.choice.SiteEstimate;
import org.orbweaver.app.spec.MadeUpElements;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.ScenarioLoader;
import org.orbweaver.format.problem.Problems;

/** Which satellite serves: the model against what was measured. */
class V06_ChoiceOfSatelliteTest {
  private static final GeodeticPoint PLACE = GeodeticPoint.ofDegrees(48.2, 11.5, 520);
  private static final String SERVED = "calibration/serving_15s_belgium_2024-07-17.csv";
  private static final String ELEMENTS = "tle/starlink-2024-07-17.tle.gz";

  @TempDir Path temp;

  @Test
  void a01_whatTheModelItselfMeasuresItForetells() throws IOException {
    Path elements = Files.writeString(temp.resolve("e.tle"), MadeUpElements.text());
    Network network = starlink(elements);
    int slots = 120;
    Path table = temp.resolve("served.csv");
    Files.writeString(table, ownMeasurement(network, slots));
    ServedSlots rows = served(table, network);
    SiteEstimate site = SiteEstimate.of(rows, network.ephemeris());
    assertThat(site.momentS()).isEqualTo(7.5);
    assertThat(site.place().greatCircleM(PLACE)).isLessThan(200);
    assertThat(site.place().altM()).isCloseTo(520, within(200.0));

    ChoiceCheck.Result result = ChoiceCheck.run(network, rows, PLACE, null);
    assertThat(result.admitted()).isEqualTo(1);
    assertThat(result.top(100)).isEqualTo(1);
    assertThat(result.top(1)).isBetween(0.2, 0.99);
    assertThat(result.modelElevationRad()).isEqualTo(result.trueElevationRad());
    assertThat(result.closerThan(Math.toRadians(18))).isZero();
  }

  /** Slots in which a terminal at the place is served, as the file of a measurement. */
  private static String ownMeasurement(Network network, int slots) {
    Network with = ChoiceCheck.withSite(network, PLACE);
    Planner planner = new Planner(with);
    int t = with.terminals().size() - 1;
    StringBuilder text =
        new StringBuilder("slot_start_utc,norad_id,elevation_deg,azimuth_deg,range_km\n");
    Slot slot = with.slots().at(Utc.parseNs("2026-05-21T00:00:12Z"));
    SlotPlan plan = planner.plan(with.slots().previous(slot), null);
    for (int k = 0; k < slots; k++) {
      plan = planner.plan(slot, plan);
      int s = plan.schedule().satellite(t);
      if (s >= 0) {
        Snapshot middle = with.ephemeris().at(slot.startNs() + slot.durationNs() / 2);
        LookAngle look = plan.terminals().lookAngle(t, middle.xM(s), middle.yM(s), middle.zM(s));
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%d,%.3f,%.3f,%.3f%n",
                Utc.format(slot.startNs()),
                with.ephemeris().elements(s).noradId(),
                Math.toDegrees(look.elevationRad()),
                Math.toDegrees(look.azimuthRad()),
                look.rangeM() / 1e3));
      }
      slot = with.slots().next(slot);
    }
    return text.toString();
  }

  @Test
  void a02_badTablesAreReported() throws IOException {
    Path elements = Files.writeString(temp.resolve("e.tle"), MadeUpElements.text());
    Network network = starlink(elements);
    Path table = temp.resolve("served.csv");
    Files.writeString(
        table,
        """
        slot_start_utc,norad_id
        2026-05-21T00:00:27Z,70001
        2026-05-21T00:00:12Z,99999
        soon,70001
        """);
    Problems problems = new Problems();
    assertThat(ServedSlots.read(table, network.ephemeris(), problems)).isNull();
    assertThat(problems.list()).hasSize(2);
  }

  @Test
  void a03_theTerminalInBelgium() {
    Path table = Fixtures.realData(SERVED);
    Network network = starlink(Fixtures.realData(ELEMENTS));
    ServedSlots rows = served(table, network);
    SiteEstimate site = SiteEstimate.of(rows, network.ephemeris());
    assertThat(site.spreadM()).isLessThan(2000);
    ChoiceCheck.Result result = ChoiceCheck.run(network, rows, site.place(), null);
    assertThat(result.rows()).isEqualTo(500);
    assertThat(result.admitted()).isGreaterThanOrEqualTo(0.97);
    assertThat(result.baselineTop(5)).isCloseTo(0.326, within(0.01));
    assertThat(result.baselineTop(10)).isCloseTo(0.724, within(0.01));
    assertThat(result.top(5)).isGreaterThan(0.5);
    assertThat(result.top(10)).isGreaterThan(0.75);
    assertThat(result.topError(5, 10)).isBetween(0.01, 0.06);
    assertThat(result.logLoss()).isBetween(2.5, 2.75);
    assertThat(result.evenLogLoss()).isBetween(3.3, 3.6);
    assertThat(Math.toDegrees(ChoiceCheck.Result.median(result.modelElevationRad())))
        .isCloseTo(
            Math.toDegrees(ChoiceCheck.Result.median(result.trueElevationRad())), within(3.0));
    assertThat(result.closerThan(Math.toRadians(18))).isZero();
  }

  private static Network starlink(Path elements) {
    return Objects.requireNonNull(
        ScenarioLoader.load(
                Fixtures.scenarios().resolve("starlink/starlink.yaml"),
                LoadOptions.at(Fixtures.NOW_NS).withElements(elements))
            .network());
  }

  private static ServedSlots served(Path table, Network network) {
    Problems problems = new Problems();
    ServedSlots rows = ServedSlots.read(table, network.ephemeris(), problems);
    return Objects.requireNonNull(rows, () -> problems.list().toString());
  }
}
